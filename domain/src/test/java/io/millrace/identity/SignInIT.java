package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.harness.Room;
import io.millrace.tenancy.TenantScope;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInIT {

    @RegisterExtension
    static final Room room = Room.with();

    private static int number;

    private String slug;
    private UUID acme;
    private Member ann;

    @BeforeEach
    void somebody() {
        slug = "acme-" + ++number;
        acme = room.tenant(slug);
        ann = room.inside(
                        acme,
                        () -> room.get(AddMember.class)
                                .add("Ann" + number + "@acme.test", "Ann", "let me in", Set.of(Role.OWNER), Set.of()))
                .asMember();
    }

    @Test
    void the_right_password_lets_in_whatever_the_case_of_the_address() {
        Member in = room.get(SignIn.class).signIn(slug, "ANN" + number + "@ACME.test", "let me in");

        assertThat(in).isEqualTo(ann);
    }

    @Test
    void whatever_is_wrong_is_refused_in_the_same_words() {
        SignIn door = room.get(SignIn.class);

        assertThatThrownBy(() -> door.signIn(slug, ann.email(), "wrong")).isInstanceOf(WrongCredentials.class);
        assertThatThrownBy(() -> door.signIn(slug, "nobody@acme.test", "let me in"))
                .isInstanceOf(WrongCredentials.class);
        assertThatThrownBy(() -> door.signIn("nowhere", ann.email(), "let me in"))
                .isInstanceOf(WrongCredentials.class);
    }

    @Test
    void a_member_of_one_tenant_does_not_get_into_another() {
        room.tenant("other-" + number);

        assertThatThrownBy(() -> room.get(SignIn.class).signIn("other-" + number, ann.email(), "let me in"))
                .isInstanceOf(WrongCredentials.class);
    }

    @Test
    void after_ten_failures_even_the_right_password_must_wait() {
        SignIn door = room.get(SignIn.class);
        for (int i = 0; i < SignInAttempts.ALLOWED; i++) {
            assertThatThrownBy(() -> door.signIn(slug, ann.email(), "wrong")).isInstanceOf(WrongCredentials.class);
        }

        assertThatThrownBy(() -> door.signIn(slug, ann.email(), "let me in")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void a_refresh_token_works_once_and_a_copy_ends_the_session() {
        String first = in(() -> room.get(Sessions.class).open(ann)).refreshToken();

        String second = renew(first).orElseThrow().refreshToken();
        assertThat(Sessions.tenantOf(second)).contains(acme);
        assertThat(renew(first)).as("the copy").isEmpty();
        assertThat(renew(second)).as("its whole family").isEmpty();
    }

    @Test
    void signing_out_ends_the_session_and_leaves_others() {
        Sessions.Session phone = in(() -> room.get(Sessions.class).open(ann));
        String desk = in(() -> room.get(Sessions.class).open(ann)).refreshToken();

        TenantScope.run(acme, () -> room.get(Sessions.class).close(phone.id()));

        assertThat(renew(phone.refreshToken())).isEmpty();
        assertThat(renew(desk)).isPresent();
    }

    @Test
    void a_suspended_member_stays_out_and_the_last_owner_cannot_be_suspended() {
        assertThatThrownBy(() -> change(ann, ann.id(), Membership.State.SUSPENDED))
                .isInstanceOf(LastOwner.class);
        Member bob = room.inside(
                        acme,
                        () -> room.get(AddMember.class)
                                .add("bob" + number + "@acme.test", "Bob", "bobs word", Set.of(Role.OWNER), Set.of()))
                .asMember();
        String token = in(() -> room.get(Sessions.class).open(ann)).refreshToken();

        change(bob, ann.id(), Membership.State.SUSPENDED);

        assertThatThrownBy(() -> room.get(SignIn.class).signIn(slug, ann.email(), "let me in"))
                .isInstanceOf(WrongCredentials.class);
        assertThat(renew(token)).isEmpty();
        assertThat(room.database().texts("SELECT type FROM event WHERE tenant_id = '" + acme + "'"))
                .containsExactly("member.changed");
    }

    @Test
    void the_signing_key_is_made_once_and_lies_encrypted() {
        String made = room.get(SigningKeys.class).currentOr(() -> "the private key");

        assertThat(room.get(SigningKeys.class).currentOr(() -> "another")).isEqualTo(made);
        assertThat(room.database().texts("SELECT private_jwk FROM signing_key")).noneMatch(s -> s.contains("private"));
    }

    private void change(Member by, UUID whom, Membership.State state) {
        room.get(CurrentMember.class)
                .call(by, () -> room.get(ChangeMember.class).change(whom, state, null, null));
    }

    private <T> T in(java.util.concurrent.Callable<T> work) {
        return room.inside(acme, work);
    }

    private Optional<Sessions.Session> renew(String token) {
        return TenantScope.call(acme, () -> room.get(Sessions.class).renew(token));
    }
}
