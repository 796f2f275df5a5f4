package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.harness.Room;
import io.millrace.tenancy.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInIT {

    @RegisterExtension
    static final Room room = Room.with();

    private static final String HERE = "192.0.2.1";

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
    void the_right_password_lets_in_whatever_the_case_of_tenant_and_address() {
        Member in = room.get(SignIn.class)
                .signIn(slug.toUpperCase(Locale.ROOT), "ANN" + number + "@ACME.test", "let me in", HERE);

        assertThat(in).isEqualTo(ann);
    }

    @Test
    void whatever_is_wrong_is_refused_in_the_same_words() {
        SignIn door = room.get(SignIn.class);

        assertThatThrownBy(() -> door.signIn(slug, ann.email(), "wrong", HERE)).isInstanceOf(WrongCredentials.class);
        assertThatThrownBy(() -> door.signIn(slug, "nobody@acme.test", "let me in", HERE))
                .isInstanceOf(WrongCredentials.class);
        assertThatThrownBy(() -> door.signIn("nowhere", ann.email(), "let me in", HERE))
                .isInstanceOf(WrongCredentials.class);
    }

    @Test
    void a_member_of_one_tenant_does_not_get_into_another() {
        room.tenant("other-" + number);

        assertThatThrownBy(() -> room.get(SignIn.class).signIn("other-" + number, ann.email(), "let me in", HERE))
                .isInstanceOf(WrongCredentials.class);
    }

    @Test
    void after_ten_failures_even_the_right_password_must_wait() {
        SignIn door = room.get(SignIn.class);
        assertThatThrownBy(() -> door.signIn(slug, ann.email(), "wrong", HERE)).isInstanceOf(WrongCredentials.class);
        fail(SignInAttempts.PER_ACCOUNT - 1, slug, ann.email(), HERE);

        assertThatThrownBy(() -> door.signIn(slug, ann.email().toUpperCase(Locale.ROOT), "let me in", HERE))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        refused -> assertThat(refused.retryAfter())
                                .isBetween(Duration.ofMinutes(13), SignInAttempts.WINDOW));
    }

    @Test
    void a_stranger_who_guesses_keeps_nobody_out() {
        fail(SignInAttempts.PER_ACCOUNT, slug, ann.email(), "203.0.113.5");

        assertThat(room.get(SignIn.class).signIn(slug, ann.email(), "let me in", HERE))
                .isEqualTo(ann);
    }

    @Test
    void guessing_at_a_tenant_that_does_not_exist_is_counted_too() {
        assertThatThrownBy(() -> room.get(SignIn.class).signIn("nowhere-" + number, ann.email(), "let me in", HERE))
                .isInstanceOf(WrongCredentials.class);
        fail(SignInAttempts.PER_ACCOUNT - 1, "nowhere-" + number, ann.email(), HERE);

        assertThatThrownBy(() -> room.get(SignIn.class).signIn("nowhere-" + number, ann.email(), "let me in", HERE))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void a_client_that_tries_one_account_after_another_is_stopped() {
        String network = "2001:db8:0:" + number;
        for (int i = 0; i < SignInAttempts.PER_CLIENT; i++) {
            fail(1, slug, "somebody-" + i + "@acme.test", network + "::" + i);
        }

        assertThatThrownBy(() -> room.get(SignIn.class).signIn(slug, ann.email(), "let me in", network + "::1"))
                .isInstanceOf(TooManyAttempts.class);
        assertThat(room.get(SignIn.class).signIn(slug, ann.email(), "let me in", HERE))
                .isEqualTo(ann);
    }

    @Test
    void signing_in_counts_as_no_failure_and_wipes_those_of_the_account_before() {
        for (int i = 0; i < 2; i++) {
            fail(SignInAttempts.PER_ACCOUNT - 1, slug, ann.email(), HERE);
            assertThat(room.get(SignIn.class).signIn(slug, ann.email(), "let me in", HERE))
                    .isEqualTo(ann);
        }
    }

    @Test
    void a_program_that_signs_in_with_many_threads_has_failed_at_nothing() {
        int threads = SignInAttempts.PER_ACCOUNT + 5;
        ExecutorService all = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Member>> attempts = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> room.get(SignIn.class).signIn(slug, ann.email(), "let me in", HERE), all))
                    .limit(threads)
                    .toList();

            assertThat(attempts)
                    .allSatisfy(attempt -> assertThat(attempt.join()).isEqualTo(ann));
        } finally {
            all.shutdown();
        }
    }

    @Test
    void whoever_has_used_up_the_limit_does_not_wait_to_hear_it() {
        String network = "2001:db8:1:" + number;
        for (int i = 0; i < SignInAttempts.PER_CLIENT; i++) {
            fail(1, slug, "somebody-" + i + "@acme.test", network + "::1");
        }
        SignInQueues queues = room.get(SignInQueues.class);
        List<SignInQueues.Place> busy = IntStream.range(0, SignInQueues.AT_ONCE_HERE)
                .mapToObj(n -> queues.join(SignInAttempt.of(slug, ann.email(), "192.0.2." + (100 + n))))
                .toList();
        busy.forEach(SignInQueues.Place::awaitTurn);
        try {
            assertThatThrownBy(() -> room.get(SignIn.class).signIn(slug, ann.email(), "let me in", network + "::1"))
                    .isInstanceOf(TooManyAttempts.class)
                    .hasMessageContaining("failed");
        } finally {
            busy.forEach(SignInQueues.Place::close);
        }
    }

    @Test
    void a_program_that_signs_in_with_many_threads_is_not_refused_for_its_own_others() {
        fail(SignInAttempts.PER_ACCOUNT - SignInQueues.AT_ONCE, slug, ann.email(), HERE);

        a_program_that_signs_in_with_many_threads_has_failed_at_nothing();
    }

    /** Counted as the door counts them, without the half second that looking at a password takes. */
    private void fail(int times, String tenant, String email, String from) {
        for (int i = 0; i < times; i++) {
            TenantScope.run(
                    TenantScope.PLATFORM,
                    () -> room.get(SignInAttempts.class).begin(SignInAttempt.of(tenant, email, from)));
        }
    }

    @Test
    void a_suspended_member_stays_out_and_the_last_owner_cannot_be_suspended() {
        assertThatThrownBy(() -> change(ann, ann.id(), Membership.State.SUSPENDED))
                .isInstanceOf(LastOwner.class);
        Member bob = room.member(acme, "Bob", Role.OWNER);
        String token = in(() -> room.get(Sessions.class).open(ann)).refreshToken();

        change(bob, ann.id(), Membership.State.SUSPENDED);

        assertThatThrownBy(() -> room.get(SignIn.class).signIn(slug, ann.email(), "let me in", HERE))
                .isInstanceOf(WrongCredentials.class);
        assertThat(renew(token)).isEmpty();
        assertThat(room.database().texts("SELECT type FROM event WHERE tenant_id = '" + acme + "'"))
                .containsExactly("member.changed");
    }

    @Test
    void a_suspended_member_with_the_right_password_has_guessed_at_nothing() {
        Member bob = room.member(acme, "Bob", Role.OWNER);
        change(bob, ann.id(), Membership.State.SUSPENDED);
        fail(SignInAttempts.PER_ACCOUNT - 1, slug, ann.email(), HERE);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> room.get(SignIn.class).signIn(slug, ann.email(), "let me in", HERE))
                    .isInstanceOf(WrongCredentials.class);
        }
        change(bob, ann.id(), Membership.State.ACTIVE);

        assertThat(room.get(SignIn.class).signIn(slug, ann.email(), "let me in", HERE))
                .isEqualTo(ann);
    }

    @Test
    void a_suspended_member_with_a_wrong_password_has_guessed() {
        Member bob = room.member(acme, "Bob", Role.OWNER);
        change(bob, ann.id(), Membership.State.SUSPENDED);
        fail(SignInAttempts.PER_ACCOUNT - 1, slug, ann.email(), HERE);

        assertThatThrownBy(() -> room.get(SignIn.class).signIn(slug, ann.email(), "wrong", HERE))
                .isInstanceOf(WrongCredentials.class);
        assertThatThrownBy(() -> room.get(SignIn.class).signIn(slug, ann.email(), "let me in", HERE))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void the_right_password_of_a_closed_tenant_is_no_guess_either() {
        room.database().run("UPDATE tenant SET state = 'SUSPENDED' WHERE id = '" + acme + "'");
        fail(SignInAttempts.PER_ACCOUNT - 1, slug, ann.email(), HERE);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> room.get(SignIn.class).signIn(slug, ann.email(), "let me in", HERE))
                    .isInstanceOf(WrongCredentials.class);
        }
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
