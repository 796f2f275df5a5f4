package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.Room;
import io.millrace.tenancy.TenantScope;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Devices that are signed in, and the key that signs what they show. */
class SessionsIT {

    @RegisterExtension
    static final Room room = Room.with();

    private UUID acme;
    private Member ann;

    @BeforeEach
    void somebody() {
        acme = room.anotherTenant("acme");
        ann = room.member(acme, "Ann", Role.OWNER);
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
    void whoever_is_let_in_again_signs_in_again_on_every_device() {
        Member bob = room.member(acme, "Bob", Role.OWNER);
        String token = in(() -> room.get(Sessions.class).open(bob)).refreshToken();

        change(ann, bob.id(), Membership.State.SUSPENDED);
        change(ann, bob.id(), Membership.State.ACTIVE);

        assertThat(renew(token)).isEmpty();
    }

    @Test
    void a_session_that_ran_out_is_forgotten_at_the_next_sign_in() {
        in(() -> room.get(Sessions.class).open(ann));
        room.database().run("UPDATE refresh_token SET expires_at = now() - interval '1 day'");
        in(() -> room.get(Sessions.class).open(ann));

        assertThat(room.database().texts("SELECT id FROM refresh_token WHERE membership_id = '" + ann.id() + "'"))
                .hasSize(1);
    }

    @Test
    void the_signing_key_is_made_once_and_lies_encrypted() {
        String made = room.get(SigningKeys.class).currentOr(() -> "the private key");

        assertThat(room.get(SigningKeys.class).currentOr(() -> "another")).isEqualTo(made);
        assertThat(room.database().texts("SELECT private_jwk FROM signing_key")).noneMatch(s -> s.contains("private"));
    }

    private void change(Member by, UUID whom, Membership.State state) {
        room.as(by, () -> room.get(ChangeMember.class).change(whom, state, null));
    }

    private <T> T in(java.util.concurrent.Callable<T> work) {
        return room.inside(acme, work);
    }

    private Optional<Sessions.Session> renew(String token) {
        return TenantScope.call(acme, () -> room.get(Sessions.class).renew(token));
    }
}
