package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.NotFound;
import io.millrace.harness.Room;
import io.millrace.tenancy.TenantScope;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a key lets a program do, and for how long. */
class ApiKeysIT {

    @RegisterExtension
    static final Room room = Room.with();

    private UUID acme;
    private Member olga;
    private Member ann;

    @BeforeEach
    void an_owner_and_a_member() {
        acme = room.anotherTenant("acme");
        olga = room.member(acme, "Olga", Role.OWNER);
        ann = room.member(acme, "Ann", Role.MEMBER, DecidingGroup.MANAGER);
    }

    @Test
    void a_key_may_what_its_maker_may_except_for_keys_and_people() {
        Member program = in(make(olga, null, null).secret()).orElseThrow();

        assertThat(program.id()).isEqualTo(olga.id());
        for (Permission permission : Permission.values()) {
            assertThat(program.may(permission))
                    .as("%s", permission)
                    .isEqualTo(olga.may(permission) && !ApiKey.NEVER.contains(permission));
        }
    }

    @Test
    void a_key_may_no_more_than_it_was_given() {
        Member program =
                in(make(ann, List.of(Permission.APPROVAL_READ), null).secret()).orElseThrow();

        assertThat(program.may(Permission.APPROVAL_READ)).isTrue();
        assertThat(program.may(Permission.APPROVAL_REQUEST)).isFalse();
    }

    @Test
    void nobody_gives_a_key_what_they_lack_or_what_none_may_have() {
        assertThatThrownBy(() -> make(
                        ann, List.of(Permission.APPROVAL_READ, Permission.AUDIT_READ, Permission.API_KEY_MANAGE), null))
                .isInstanceOfSatisfying(
                        PermissionNotYours.class,
                        refused -> assertThat(refused.findings())
                                .extracting(finding -> finding.pointer() + " " + finding.detail())
                                .containsExactly(
                                        "/permissions/1 audit_read is not among your own permissions",
                                        "/permissions/2 api_key_manage is never given to a key"));
    }

    @Test
    void what_its_maker_loses_the_key_loses_too() {
        ApiKeySecret key = make(olga, null, null).secret();
        room.database().run("UPDATE membership_role SET role = 'MEMBER' WHERE membership_id = '" + olga.id() + "'");

        assertThat(in(key).orElseThrow().may(Permission.AUDIT_READ)).isFalse();
    }

    @Test
    void a_key_of_somebody_who_is_suspended_lets_nobody_in() {
        ApiKeySecret key = make(ann, null, null).secret();

        room.database().run("UPDATE membership SET state = 'SUSPENDED' WHERE id = '" + ann.id() + "'");

        assertThat(in(key)).isEmpty();
    }

    @Test
    void a_key_ends_when_its_days_are_over() {
        ApiKeySecret key = make(ann, null, Period.ofDays(30)).secret();
        assertThat(in(key)).isPresent();

        room.database().run("UPDATE api_key SET expires_at = expires_at - interval '30 days'");

        assertThat(in(key)).isEmpty();
    }

    @Test
    void a_revoked_key_lets_nobody_in_and_stays_in_the_list() {
        MakeApiKey.Made made = make(ann, null, null);

        room.as(ann, () -> room.get(RevokeApiKey.class).revoke(made.key().id()));
        room.as(ann, () -> room.get(RevokeApiKey.class).revoke(made.key().id()));

        assertThat(in(made.secret())).isEmpty();
        assertThat(listed(ann)).containsExactly(made.key().id());
        assertThat(room.database()
                        .texts("SELECT action FROM audit_entry WHERE subject_id = '"
                                + made.key().id() + "' ORDER BY id"))
                .containsExactly("api_key.made", "api_key.revoked");
    }

    @Test
    void members_see_their_own_and_administrators_all() {
        UUID anns = make(ann, null, null).key().id();
        UUID olgas = make(olga, null, null).key().id();

        assertThat(listed(ann)).containsExactly(anns);
        assertThat(listed(olga)).containsExactly(olgas, anns);
        assertThatThrownBy(() -> room.as(ann, () -> room.get(RevokeApiKey.class).revoke(olgas)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void is_invisible_to_another_tenant() {
        UUID anns = make(ann, null, null).key().id();
        Member stranger = room.member(room.anotherTenant("globex"), "Olga", Role.OWNER);

        assertThat(listed(stranger)).isEmpty();
        assertThatThrownBy(() ->
                        room.as(stranger, () -> room.get(RevokeApiKey.class).revoke(anns)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_database_knows_no_key() {
        MakeApiKey.Made made = make(ann, null, null);

        assertThat(room.database()
                        .texts("SELECT api_key::text FROM api_key WHERE id = '"
                                + made.key().id() + "'"))
                .singleElement()
                .asString()
                .contains(made.key().prefix())
                .doesNotContain(made.secret().text());
    }

    @Test
    void the_last_use_is_noted() {
        MakeApiKey.Made made = make(ann, null, null);
        in(made.secret());
        in(made.secret());

        assertThat(room.database()
                        .texts("SELECT id FROM api_key WHERE last_used_at IS NOT NULL AND id = '"
                                + made.key().id() + "'"))
                .hasSize(1);
    }

    private MakeApiKey.Made make(Member by, @Nullable List<Permission> permissions, @Nullable Period lasts) {
        return room.as(by, () -> room.get(MakeApiKey.class).make("A program", permissions, lasts));
    }

    private static List<UUID> listed(Member by) {
        return room
                .as(by, () -> room.get(ApiKeys.class).page(by, new ApiKeys.Filter(null, null), null, 10))
                .items()
                .stream()
                .map(ApiKey::id)
                .toList();
    }

    /** As a request does it: with nothing but the text. */
    private static Optional<Member> in(ApiKeySecret key) {
        ApiKeySecret read = ApiKeySecret.read(key.text()).orElseThrow();
        return TenantScope.call(
                read.tenant(), () -> room.get(SignedInMembers.class).find(read));
    }
}
