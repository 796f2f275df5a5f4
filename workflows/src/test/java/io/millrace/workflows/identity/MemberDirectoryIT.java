package io.millrace.workflows.identity;

import static io.millrace.identity.DecidingGroup.CEO;
import static io.millrace.identity.DecidingGroup.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.Engine;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemberDirectoryIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private UUID acme = new UUID(0, 0);
    private Member max;
    private Member olga;
    private Member stranger;

    @BeforeEach
    void people() {
        acme = room.anotherTenant("acme");
        UUID globex = room.anotherTenant("globex");
        max = room.member(acme, "Max Miller", Role.MANAGER, MANAGER);
        olga = room.member(acme, "Olga Owner", Role.OWNER);
        stranger = room.member(globex, "Max Stranger", Role.MANAGER, MANAGER, CEO);
    }

    @Test
    void a_membership_is_a_user_with_a_name() {
        User user = asked(
                people -> people.createUserQuery().userId(max.id().toString()).singleResult());

        assertThat(user.getId()).isEqualTo(max.id().toString());
        assertThat(user.getFirstName() + "|" + user.getLastName()).isEqualTo("Max|Miller");
    }

    @Test
    void people_of_another_tenant_are_nobody() {
        assertThat(this.<Long>asked(people -> people.createUserQuery()
                        .userId(stranger.id().toString())
                        .count()))
                .isZero();
        assertThat(this.<List<User>>asked(people ->
                        people.createUserQuery().memberOfGroup("manager").list()))
                .extracting(User::getId)
                .containsExactly(max.id().toString());
    }

    @Test
    void a_suspended_member_is_nobody() {
        room.database().run("UPDATE membership SET state = 'SUSPENDED' WHERE id = '" + max.id() + "'");

        assertThat(this.<Long>asked(people ->
                        people.createUserQuery().userId(max.id().toString()).count()))
                .isZero();
    }

    @Test
    void deciding_groups_are_groups_and_administrators_follow_from_the_role() {
        assertThat(groupsOf(max)).containsExactly("everybody", "manager");
        assertThat(groupsOf(olga)).containsExactly("administrator", "everybody");
    }

    @Test
    void everybody_has_the_two_lists_also_whoever_is_in_no_deciding_group() {
        Member ann = room.member(acme, "Ann Asker", Role.MEMBER);

        for (Filter list : room.as(
                ann,
                () -> room.get(Engine.class)
                        .running()
                        .getFilterService()
                        .createTaskFilterQuery()
                        .list())) {
            assertThat(room.<Long>as(
                            ann,
                            () -> room.get(Engine.class)
                                    .running()
                                    .getFilterService()
                                    .count(list.getId())))
                    .as(list.getName())
                    .isZero();
        }
    }

    @Test
    void the_only_tenant_there_is_is_the_bound_one() {
        assertThat(this.<List<Tenant>>asked(people -> people.createTenantQuery().list()))
                .extracting(Tenant::getId)
                .containsExactly(acme.toString());
    }

    @Test
    void nobody_signs_in_at_the_engine() {
        assertThat(this.<Boolean>asked(people -> people.checkPassword(max.id().toString(), "let-the-wheel-turn")))
                .isFalse();
        assertThat(this.<Boolean>asked(IdentityService::isReadOnly)).isTrue();
    }

    @Test
    void a_question_that_we_do_not_understand_finds_nobody() {
        assertThat(this.<Long>asked(
                        people -> people.createUserQuery().userFirstName("Max").count()))
                .isZero();
    }

    private List<String> groupsOf(Member member) {
        return this.<List<Group>>asked(people -> people.createGroupQuery()
                        .groupMember(member.id().toString())
                        .list())
                .stream()
                .map(Group::getId)
                .toList();
    }

    private <T> T asked(Function<IdentityService, T> question) {
        return room.inside(acme, () -> question.apply(room.get(IdentityService.class)));
    }
}
