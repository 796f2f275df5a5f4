package io.millrace.task;

import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** Who sees a task: whoever may act on it, which are its assignee and its group. */
final class TaskVisibility {

    /** {@link #includes} for a query, of a task {@code t}. */
    static final String CONDITION = "(t.assigneeId = :me OR t.candidateGroup IN :groups)";

    private static final List<String> NOBODYS = List.of("-"); // JPQL forbids an empty IN list

    private TaskVisibility() {}

    static boolean includes(Task task, Member member) {
        return member.id().equals(task.assigneeId()) || isInGroup(task, member);
    }

    static boolean isInGroup(Task task, Member member) {
        String group = task.candidateGroup();
        return group != null && groupNames(member).contains(group);
    }

    static <T> TypedQuery<T> bind(TypedQuery<T> query, Member member) {
        List<String> groups = groupNames(member);
        return query.setParameter("me", member.id()).setParameter("groups", groups.isEmpty() ? NOBODYS : groups);
    }

    private static List<String> groupNames(Member member) {
        return member.groups().stream().map(DecidingGroup::wireName).toList();
    }
}
