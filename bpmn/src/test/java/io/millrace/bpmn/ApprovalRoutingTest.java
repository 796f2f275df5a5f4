package io.millrace.bpmn;

import static io.millrace.bpmn.ApprovalGate.CEO;
import static io.millrace.bpmn.ApprovalGate.MANAGER;
import static io.millrace.bpmn.ApprovalGate.OWNER;
import static io.millrace.bpmn.ApprovalGate.REVENUE_ASSURANCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routing table, asked as the engine asks it. */
class ApprovalRoutingTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision ROUTING =
            ENGINE.parseDecision(PurchaseApproval.ROUTING, Drawing.open("approval-routing.dmn"));

    /** The name of the table's output for each gate; the model maps it to the variable of the process. */
    private static final Map<String, String> OUTPUTS =
            Map.of(MANAGER, "manager", REVENUE_ASSURANCE, "revenueAssurance", CEO, "ceo", OWNER, "owner");

    @ParameterizedTest
    @CsvSource({"1", "100", "49999"})
    void below_500_euros_the_manager_agrees_alone(long cents) {
        assertThat(gatesFor(cents)).containsExactly(MANAGER);
    }

    @ParameterizedTest
    @CsvSource({"50000", "50001", "499999"})
    void from_500_euros_revenue_assurance_agrees_too(long cents) {
        assertThat(gatesFor(cents)).containsExactly(MANAGER, REVENUE_ASSURANCE);
    }

    @ParameterizedTest
    @CsvSource({"500000", "500001", "2499999"})
    void from_5000_euros_the_ceo_agrees_too(long cents) {
        assertThat(gatesFor(cents)).containsExactly(MANAGER, REVENUE_ASSURANCE, CEO);
    }

    @ParameterizedTest
    @CsvSource({"2500000", "2500001", "9223372036854775807"})
    void from_25000_euros_the_owner_agrees_too(long cents) {
        assertThat(gatesFor(cents)).containsExactly(MANAGER, REVENUE_ASSURANCE, CEO, OWNER);
    }

    @Test
    void what_is_no_purchase_has_no_way() {
        assertThat(ask("holiday", 100)).isEmpty();
    }

    private static List<String> gatesFor(long cents) {
        Map<String, Object> answer = ask(PurchaseApproval.PURCHASE, cents).getSingleResult();
        return PurchaseApproval.NEEDED_BY_GATE.keySet().stream()
                .filter(gate -> Boolean.TRUE.equals(answer.get(OUTPUTS.get(gate))))
                .toList();
    }

    private static DmnDecisionTableResult ask(String type, long cents) {
        return ENGINE.evaluateDecisionTable(
                ROUTING, Map.of(PurchaseApproval.APPROVAL_TYPE, type, PurchaseApproval.AMOUNT_MINOR, cents));
    }
}
