package io.millrace.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule of {@link ModelStyleTest} sees what breaks it in a model full of bad habits. */
class StyleRulesTest {

    private final Drawing bad = Drawing.read("bad-habits.bpmn");

    @Test
    void sees_a_file_named_otherwise() {
        seenAt(NamingRules.fileIsNamedLikeItsProcess(bad), "BadHabits", "BadHabits");
    }

    @Test
    void sees_a_process_without_name_documentation_or_execution() {
        seenAt(ProcessRules.processIntroducesItself(bad), "BadHabits", "BadHabits", "BadHabits");
    }

    @Test
    void sees_a_process_without_version_or_keeping() {
        seenAt(ProcessRules.processStatesVersionAndKeeping(bad), "BadHabits", "BadHabits");
    }

    @Test
    void sees_a_generated_id() {
        seenAt(NamingRules.idsAreWrittenByHand(bad), "Flow_0abc123");
    }

    @Test
    void sees_an_activity_that_does_not_say_what_to_do() {
        seenAt(NamingRules.activitiesSayWhatToDo(bad), "chargeCard", "decide", "scoreCustomer");
    }

    @Test
    void sees_an_event_that_does_not_say_what_has_happened() {
        seenAt(NamingRules.eventsSayWhatHasHappened(bad), "everyNight", "end");
    }

    @Test
    void sees_a_choice_that_asks_nothing() {
        seenAt(NamingRules.choicesAreQuestions(bad), "whichWay");
    }

    @Test
    void sees_a_way_out_that_answers_nothing() {
        seenAt(NamingRules.waysOutAreAnswers(bad), "first", "second", "third", "fourth", "fifth");
    }

    @Test
    void sees_an_expression_in_a_name() {
        seenAt(NamingRules.namesHoldNoExpression(bad), "scoreCustomer");
    }

    @Test
    void sees_a_gateway_that_joins_and_splits() {
        seenAt(FlowRules.gatewaysSplitOrJoin(bad), "whichWay");
    }

    @Test
    void sees_an_arrow_at_the_slope_of_a_gateway() {
        seenAt(DiagramRules.gatewaysAreEnteredAndLeftAtACorner(bad), "again");
    }

    @Test
    void sees_a_default_that_is_not_the_last_answer() {
        seenAt(FlowRules.lastAnswerIsTheDefault(bad), "whichWay", "fifth");
    }

    @Test
    void sees_a_condition_that_calculates() {
        seenAt(FlowRules.conditionsOnlyCompareAVariable(bad), "second", "fourth");
    }

    @Test
    void sees_a_choice_of_many_rules() {
        seenAt(FlowRules.choicesOfManyRulesAreTables(bad), "whichWay");
    }

    @Test
    void sees_a_rule_task_without_a_table() {
        seenAt(ProcessRules.rulesAreTables(bad), "scoreCustomer");
    }

    @Test
    void sees_a_call_that_forgets_the_business_key() {
        seenAt(FlowRules.callsHandTheBusinessKeyOn(bad), "callChild");
    }

    @Test
    void sees_a_message_that_is_no_event() {
        seenAt(NamingRules.messagesAreNamedAfterEvents(bad), "invoicePaid");
    }

    @Test
    void sees_work_after_a_wait_that_decides_neither_or_both() {
        seenAt(EngineRules.workAfterAWaitIsAsynchronous(bad), "chargeCard", "tellCustomer");
    }

    @Test
    void sees_a_job_without_retries() {
        seenAt(EngineRules.whatRunsOnItsOwnStatesItsRetries(bad), "everyNight", "tellCustomer");
    }

    @Test
    void sees_retries_of_what_is_no_job() {
        seenAt(EngineRules.nothingElseStatesRetries(bad), "chargeCard");
    }

    @Test
    void sees_work_done_without_a_delegate() {
        seenAt(ProcessRules.workIsDoneByDelegates(bad), "chargeCard");
    }

    @Test
    void sees_a_script() {
        seenAt(ProcessRules.nothingIsScripted(bad), "writeScript", "tellCustomer", "fourth");
    }

    @Test
    void sees_a_listener() {
        seenAt(ProcessRules.nobodyListens(bad), "chargeCard", "decide");
    }

    @Test
    void sees_a_process_that_the_clock_starts() {
        seenAt(ProcessRules.noClockStartsAProcess(bad), "everyNight");
    }

    @Test
    void sees_an_error_that_is_a_java_type() {
        seenAt(ProcessRules.errorsAreNotJavaTypes(bad), "anything");
    }

    @Test
    void sees_what_is_not_drawn() {
        seenAt(
                DiagramRules.everythingIsDrawn(bad),
                "decide",
                "tellCustomer",
                "scoreCustomer",
                "callChild",
                "writeScript",
                "Flow_0abc123",
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "toTellCustomer");
    }

    @Test
    void sees_a_model_too_large_for_a_screen() {
        assertThat(DiagramRules.modelFitsOneScreen(bad))
                .containsExactly("BadHabits: is 3936 x 280 large; one screen is 1280 x 640."
                        + " Make a part of it a call activity");
    }

    @Test
    void sees_a_crooked_happy_path() {
        seenAt(DiagramRules.happyPathIsStraight(bad), "chargeCard", "chargeCard");
    }

    @Test
    void a_finding_says_where_it_is_and_what_to_do() {
        assertThat(NamingRules.choicesAreQuestions(bad))
                .containsExactly("whichWay (\"Route\"): name it as a question (\"Approved?\")"
                        + " with that as its id (approved)");
    }

    private static void seenAt(List<String> findings, String... ids) {
        assertThat(findings).extracting(f -> f.split("[: ]", 2)[0]).containsExactlyInAnyOrder(ids);
    }
}
