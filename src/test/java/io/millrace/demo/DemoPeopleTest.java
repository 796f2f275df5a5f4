package io.millrace.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {

    @Test
    void both_companies_have_the_same_first_names() {
        assertThat(DemoPeople.of("globex"))
                .extracting(DemoPerson::firstName)
                .containsExactly("ann", "max", "rita", "carl", "olga", "ada");
        assertThat(DemoPeople.of("globex")).extracting(DemoPerson::email).contains("max@globex.test");
        assertThat(DemoPeople.of("globex")).extracting(DemoPerson::name).contains("Max Globex");
    }

    @Test
    void the_list_has_one_line_for_the_other_company() {
        assertThat(DemoPeople.list())
                .extracting(DemoPeople.Line::email)
                .containsExactly(
                        "ann@acme.test",
                        "max@acme.test",
                        "rita@acme.test",
                        "carl@acme.test",
                        "olga@acme.test",
                        "ada@acme.test",
                        "…@globex.test",
                        "ops@millrace.test",
                        "ada@millrace.test");
    }

    @Test
    void they_have_roles_and_groups_that_exist() {
        for (String tenant : new String[] {"acme", "globex", "millrace"}) {
            for (DemoPerson person : DemoPeople.of(tenant)) {
                assertThatCode(() -> {
                            person.roles().forEach(Role::valueOf);
                            person.groups().forEach(DecidingGroup::valueOf);
                        })
                        .as(person.email())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void the_readme_names_them_and_their_password() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));

        assertThat(readme)
                .contains("Everybody's password is `" + DemoPeople.PASSWORD + "`")
                .contains("ops@millrace.test");
        for (DemoPerson person : DemoPeople.of("acme")) {
            assertThat(readme).contains(person.firstName() + " (");
        }
    }
}
