package io.millrace.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model keeps the house's style; {@link StyleRulesTest} shows that each rule sees what breaks it. */
class ModelStyleTest {

    static Stream<Drawing> models() {
        return Drawing.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_file_is_named_like_its_process(Drawing model) {
        none(NamingRules.fileIsNamedLikeItsProcess(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_process_introduces_itself(Drawing model) {
        none(ProcessRules.processIntroducesItself(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_process_states_its_version_and_how_long_its_history_is_kept(Drawing model) {
        none(ProcessRules.processStatesVersionAndKeeping(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void ids_are_written_by_hand(Drawing model) {
        none(NamingRules.idsAreWrittenByHand(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_activity_says_what_to_do(Drawing model) {
        none(NamingRules.activitiesSayWhatToDo(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_event_says_what_has_happened(Drawing model) {
        none(NamingRules.eventsSayWhatHasHappened(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_choice_is_a_question(Drawing model) {
        none(NamingRules.choicesAreQuestions(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void each_way_out_of_a_choice_is_an_answer(Drawing model) {
        none(NamingRules.waysOutAreAnswers(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_name_holds_no_expression(Drawing model) {
        none(NamingRules.namesHoldNoExpression(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_gateway_splits_or_joins(Drawing model) {
        none(FlowRules.gatewaysSplitOrJoin(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_gateway_is_entered_and_left_at_a_corner(Drawing model) {
        none(DiagramRules.gatewaysAreEnteredAndLeftAtACorner(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_last_answer_is_the_default(Drawing model) {
        none(FlowRules.lastAnswerIsTheDefault(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_condition_only_compares_a_variable(Drawing model) {
        none(FlowRules.conditionsOnlyCompareAVariable(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_choice_of_three_or_more_rules_is_a_table(Drawing model) {
        none(FlowRules.choicesOfManyRulesAreTables(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_rule_task_asks_a_table(Drawing model) {
        none(ProcessRules.rulesAreTables(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_call_hands_the_business_key_on(Drawing model) {
        none(FlowRules.callsHandTheBusinessKeyOn(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_message_is_named_after_an_event(Drawing model) {
        none(NamingRules.messagesAreNamedAfterEvents(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void work_that_follows_a_wait_is_asynchronous_or_joins(Drawing model) {
        none(EngineRules.workAfterAWaitIsAsynchronous(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_runs_as_a_job_states_its_retries(Drawing model) {
        none(EngineRules.whatRunsOnItsOwnStatesItsRetries(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_never_runs_as_a_job_states_no_retries(Drawing model) {
        none(EngineRules.nothingElseStatesRetries(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void work_is_done_by_a_delegate(Drawing model) {
        none(ProcessRules.workIsDoneByDelegates(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothing_is_scripted(Drawing model) {
        none(ProcessRules.nothingIsScripted(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void nobody_listens_in_secret(Drawing model) {
        none(ProcessRules.nobodyListens(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void no_clock_starts_a_process(Drawing model) {
        none(ProcessRules.noClockStartsAProcess(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_error_is_no_java_type(Drawing model) {
        none(ProcessRules.errorsAreNotJavaTypes(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everything_is_drawn(Drawing model) {
        none(DiagramRules.everythingIsDrawn(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_fits_one_screen(Drawing model) {
        none(DiagramRules.modelFitsOneScreen(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_happy_path_is_straight(Drawing model) {
        none(DiagramRules.happyPathIsStraight(model));
    }

    private static void none(List<String> findings) {
        assertThat(findings).as("what breaks the rule").isEmpty();
    }
}
