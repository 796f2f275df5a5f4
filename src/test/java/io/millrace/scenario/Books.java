package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** What must be true of the database whenever nothing is going on: nothing lost, nothing double, nothing left. */
final class Books {

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);

    /** Each finds what breaks the sentence. */
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        spine();
        approvals();
        engine();
    }

    private final TestDatabase database;

    Books(TestDatabase database) {
        this.database = database;
    }

    private static void spine() {
        RULES.put("the events of a subject are numbered without gaps", """
                SELECT e.subject || ' ' || count(*) FROM event e JOIN event_subject s USING (tenant_id, subject)
                GROUP BY e.tenant_id, e.subject, s.last_seq
                HAVING min(e.seq) <> 1 OR max(e.seq) <> count(*) OR s.last_seq <> count(*)""");
        RULES.put("each event has one delivery per subscriber", """
                SELECT e.type || ' ' || e.id || ' ' || wanted.subscriber FROM event e
                JOIN (VALUES ('approval.gate_opened', 'TellDeciders'), ('approval.gate_reminded', 'TellDeciders'),
                             ('approval.completed', 'TellRequester'), ('approval.rejected', 'TellRequester'),
                             ('approval.returned', 'TellRequester'), ('message.queued', 'SendEmail'))
                     AS wanted (type, subscriber) USING (type)
                WHERE 1 <> (SELECT count(*) FROM event_delivery d WHERE d.tenant_id = e.tenant_id
                            AND d.event_id = e.id AND d.subscriber = wanted.subscriber)""");
        RULES.put("each delivery is made", """
                SELECT subscriber || ' ' || state || ' ' || coalesce(last_error, '')
                FROM event_delivery WHERE state <> 'DONE'""");
        RULES.put("inside a subject, a subscriber hears one event after the other", """
                SELECT e.subject || ' ' || d.subscriber || ' ' || e.seq FROM event_delivery d
                JOIN event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
                JOIN event earlier ON earlier.tenant_id = e.tenant_id AND earlier.subject = e.subject AND earlier.seq < e.seq
                JOIN event_delivery before ON before.tenant_id = e.tenant_id AND before.event_id = earlier.id
                  AND before.subscriber = d.subscriber
                WHERE d.kind = 'INSIDE' AND before.settled_at > d.settled_at""");
        RULES.put("each mail is sent, or was not needed any more when its turn came", """
                SELECT template || ' ' || state FROM email_message
                WHERE state <> 'SENT' AND (state <> 'SKIPPED' OR template = 'approval-closed')""");
        RULES.put("each mail is recorded once", """
                SELECT m.id FROM email_message m WHERE 1 <> (SELECT count(*) FROM event e
                WHERE e.tenant_id = m.tenant_id AND e.type IN ('message.sent', 'message.skipped') AND e.subject = m.id::text)""");
    }

    private static void approvals() {
        RULES.put("each approval was asked for once, in the trail and as an event", """
                SELECT a.title FROM approval a
                WHERE 1 <> (SELECT count(*) FROM audit_entry u WHERE u.tenant_id = a.tenant_id
                            AND u.subject_id = a.id AND u.action = 'approval.requested')
                   OR 1 <> (SELECT count(*) FROM event e WHERE e.tenant_id = a.tenant_id
                            AND e.subject = a.id::text AND e.type = 'approval.requested')""");
        RULES.put("each decided gate is one entry in the trail and one event", """
                SELECT a.title || ' ' || g.name FROM approval a JOIN approval_gate g
                  ON g.tenant_id = a.tenant_id AND g.approval_id = a.id
                WHERE (g.decided_by IS NOT NULL)::int <>
                        (SELECT count(*) FROM event e WHERE e.tenant_id = a.tenant_id AND e.subject = a.id::text
                         AND e.type = 'approval.gate_decided' AND e.data ->> 'gate' = lower(g.name))
                   OR (g.decided_by IS NOT NULL)::int <>
                        (SELECT count(*) FROM audit_entry u WHERE u.tenant_id = a.tenant_id AND u.subject_id = a.id
                         AND u.action = 'approval.gate_decided' AND u.from_state = lower(g.name))""");
        RULES.put("a closed approval says so in one event, an open one in none", """
                SELECT a.title || ' ' || a.state FROM approval a
                WHERE (a.closed_at IS NOT NULL)::int <>
                        (SELECT count(*) FROM event e WHERE e.tenant_id = a.tenant_id AND e.subject = a.id::text
                         AND e.type IN ('approval.completed', 'approval.rejected', 'approval.returned',
                                        'approval.recalled'))""");
        RULES.put("an open approval has one open gate, a closed one has none but a recalled one", """
                SELECT a.title || ' ' || a.state FROM approval a
                WHERE a.state <> 'RECALLED' AND (a.closed_at IS NULL)::int <>
                        (SELECT count(*) FROM approval_gate g WHERE g.tenant_id = a.tenant_id
                         AND g.approval_id = a.id AND g.state = 'OPEN')""");
    }

    private static void engine() {
        RULES.put("each approval has had one process, which is remembered for 400 days", """
                SELECT a.title FROM approval a
                WHERE a.created_at > now() - interval '400 days' AND 1 <> (SELECT count(*) FROM camunda.act_hi_procinst p
                            WHERE p.business_key_ = a.id::text AND p.proc_def_key_ = 'purchase-approval')""");
        RULES.put("each process of the platform's has its approval", """
                SELECT p.business_key_ FROM camunda.act_hi_procinst p
                WHERE p.proc_def_key_ IN ('purchase-approval', 'approval-gate') AND NOT EXISTS (SELECT 1 FROM approval a WHERE p.business_key_ = a.id::text)""");
        RULES.put("an open approval has one running process, a closed one has none", """
                SELECT a.title || ' ' || a.state FROM approval a
                WHERE (a.closed_at IS NULL)::int <>
                        (SELECT count(*) FROM camunda.act_ru_execution x
                         JOIN camunda.act_re_procdef d ON d.id_ = x.proc_def_id_ AND d.key_ = 'purchase-approval'
                         WHERE x.business_key_ = a.id::text AND x.parent_id_ IS NULL AND x.super_exec_ IS NULL)""");
        RULES.put("an open approval has one user task, a closed one has none", """
                SELECT a.title || ' ' || a.state FROM approval a
                WHERE (a.closed_at IS NULL)::int <>
                        (SELECT count(*) FROM camunda.act_ru_task t
                         JOIN camunda.act_ru_execution x ON x.id_ = t.proc_inst_id_
                         WHERE x.business_key_ = a.id::text)""");
        RULES.put("our list of open tasks is the engine's", """
                SELECT coalesce(ours.id::text, theirs.id_)
                FROM (SELECT id FROM task WHERE state = 'OPEN') ours
                FULL JOIN camunda.act_ru_task theirs ON theirs.id_ = ours.id::text
                WHERE ours.id IS NULL OR theirs.id_ IS NULL""");
        RULES.put("no process is stuck", "SELECT incident_msg_ FROM camunda.act_ru_incident");
        RULES.put("no job of the engine has given up", "SELECT id_ FROM camunda.act_ru_job WHERE retries_ = 0");
        RULES.put("no job has failed for good", "SELECT id FROM jobrunr.jobrunr_jobs WHERE state = 'FAILED'");
    }

    /** Waits until the relay, the job server and the engine have nothing to do. */
    void awaitRest() {
        Awaitility.await("everything is delivered")
                .atMost(LONGEST_DRAIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> database.texts("""
                        SELECT 1 FROM delivery_dispatch UNION ALL
                        SELECT 1 FROM camunda.act_ru_job WHERE duedate_ IS NULL OR duedate_ <= now()""").isEmpty());
    }

    void mustBalance() {
        RULES.forEach((sentence, breaches) ->
                assertThat(database.texts(breaches)).as(sentence).isEmpty());
    }
}
