package io.millrace.scenario;

import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient.Answer;
import java.net.URI;
import java.util.UUID;

/** A company of its own with the people of acme, for what would change acme for all the other tests. */
final class Company {

    private final URI product;
    private final String slug = "company-" + UUID.randomUUID();

    private Company(URI product) {
        this.product = product;
    }

    static Company founded(URI product) {
        return founded(product, TestServers.database());
    }

    static Company founded(URI product, TestDatabase database) {
        Company company = new Company(product);
        UUID tenant = UUID.randomUUID();
        database.run(
                "INSERT INTO tenant (id, slug, name, state, created_at) VALUES ('%s', '%s', 'A company', 'ACTIVE', now())"
                        .formatted(tenant, company.slug),
                copy("membership (tenant_id, id, person_id, state, created_at)", """
                        SELECT '%s', id, person_id, state, created_at FROM membership""", tenant),
                copy("membership_role (tenant_id, membership_id, role)", """
                        SELECT '%s', membership_id, role FROM membership_role""", tenant),
                copy("membership_group (tenant_id, membership_id, deciding_group)", """
                        SELECT '%s', membership_id, deciding_group FROM membership_group""", tenant));
        return company;
    }

    /** Ids are unique within a tenant. */
    private static String copy(String into, String from, UUID tenant) {
        return "INSERT INTO " + into + " " + from.formatted(tenant)
                + " WHERE tenant_id = (SELECT id FROM tenant WHERE slug = 'acme')";
    }

    /** For an operator who enters. */
    String slug() {
        return slug;
    }

    TasklistClient tasklist(String firstName) {
        return TasklistClient.signInTo(product, "tasklist", slug + "/" + firstName + "@acme.test");
    }

    MillraceClient signIn(String firstName) {
        MillraceClient nobody = MillraceClient.at(product);
        Answer tokens = nobody.tokens(slug, firstName + "@acme.test", MillraceClient.PASSWORD);
        return nobody.with("Authorization", "Bearer " + tokens.text("/access_token"));
    }
}
