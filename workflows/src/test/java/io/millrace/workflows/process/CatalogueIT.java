package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalogue.Catalogue;
import io.millrace.catalogue.CatalogueEntry;
import io.millrace.catalogue.CatalogueEntry.Kind;
import io.millrace.catalogue.CatalogueField;
import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeployModel;
import io.millrace.process.ModelRefused;
import io.millrace.workflows.EngineRoom;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The catalogue of a tenant, and models that are made with it. */
class CatalogueIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    /** What whoever draws fills in, by the name of the input. */
    private static final Map<String, String> FILLED_IN = Map.of(
            "camunda:candidateGroups", "manager",
            "camunda:mapDecisionResult", "singleResult",
            "type", "order.paid",
            "to", "manager",
            "title", "Two laptops",
            "text", "They are here.",
            "amount", "${amountMinor}",
            "requester", "${requesterId}");

    /** What a decision answers if nobody chooses is the engine's to say. */
    private static final String ENGINES_OWN = "What it answers";

    private Member ada;

    @BeforeEach
    void an_analyst() {
        UUID acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
    }

    @Test
    void it_names_what_models_may_refer_to() {
        assertThat(names(ada, Kind.DELEGATE))
                .containsExactly(
                        "openGate", "publishEvent", "recordRouting", "remindDeciders", "requestApproval", "sendMail");
        assertThat(names(ada, Kind.MESSAGE))
                .contains("approval.completed", "message.bounced")
                .isSorted();
        assertThat(names(ada, Kind.FORM)).containsExactly("approval-decision");
        assertThat(names(ada, Kind.DECISION)).containsExactly("approval-routing");
        assertThat(names(ada, Kind.COMPLETION)).containsExactly("decideGate");
        assertThat(names(ada, Kind.GROUP))
                .containsExactly("administrator", "ceo", "manager", "owner", "revenue_assurance");
        assertThat(entries(ada)).allSatisfy(entry -> {
            assertThat(entry.description()).as(entry.name()).endsWith(".");
            assertThat(entry.inputs())
                    .as(entry.name())
                    .allMatch(input -> !input.description().isBlank());
        });
    }

    @Test
    void what_is_taken_and_given_is_what_the_code_reads_and_writes() {
        assertThat(fields(entry("publishEvent").inputs()))
                .containsExactly("type TEXT required", "subject TEXT", "data DATA");
        assertThat(fields(entry("requestApproval").outputs())).containsExactly("approvalId TEXT required");
        assertThat(fields(entry("approval.requested").outputs()))
                .containsExactly(
                        "approval_id ID required",
                        "approval_type TEXT required",
                        "requester_id ID required",
                        "amount_minor NUMBER required",
                        "currency TEXT required");
        assertThat(entry("approval-decision").outputs().get(0).allowed())
                .containsExactly("approve", "reject", "return");
    }

    @Test
    void a_decision_is_described_from_its_tables_as_the_tenant_sees_them() {
        CatalogueEntry shared = entry("approval-routing");
        assertThat(shared.title()).isEqualTo("Approval routing");
        assertThat(fields(shared.inputs()))
                .containsExactly("approvalType TEXT required", "amountMinor NUMBER required");
        assertThat(fields(shared.outputs()))
                .containsExactly("manager BOOLEAN", "revenueAssurance BOOLEAN", "ceo BOOLEAN", "owner BOOLEAN");
        Member stranger = room.member(room.anotherTenant("globex"), "Ada", Role.ANALYST);

        deploy("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="t">
                  <decision id="discount" name="Discount" camunda:historyTimeToLive="P30D">
                    <decisionTable id="t"><input id="i" label="Who"><inputExpression id="e" typeRef="string">
                      <text>customer</text></inputExpression></input>
                      <output id="o" name="rate" typeRef="double"/></decisionTable>
                  </decision>
                </definitions>""".getBytes(StandardCharsets.UTF_8));

        assertThat(fields(entry("discount").inputs())).containsExactly("customer TEXT required");
        assertThat(fields(entry("discount").outputs())).containsExactly("rate NUMBER");
        assertThat(names(stranger, Kind.DECISION)).containsExactly("approval-routing");
    }

    @Test
    void a_task_that_is_made_with_a_template_may_be_deployed() {
        List<JsonObject> templates = templates();

        assertThat(templates).hasSize(8).allSatisfy(template -> {
            String key = "with-"
                    + template.getString("id").replaceAll("[^A-Za-z]", "-").toLowerCase(Locale.ROOT);
            assertThat(deploy(Drawn.process(key, Drawn.templated(template, FILLED_IN))))
                    .isEmpty();
        });
    }

    @Test
    void a_field_that_must_be_filled_in_is_missed_by_the_check() {
        templates()
                .forEach(template -> template.getJsonArray("properties").getValuesAs(JsonObject.class).stream()
                        .filter(field -> field.containsKey("constraints") && !field.containsKey("value"))
                        .filter(field -> !field.getString("label").equals(ENGINES_OWN))
                        .map(field -> field.getJsonObject("binding").getString("name"))
                        .forEach(name -> {
                            Map<String, String> but = new HashMap<>(FILLED_IN);
                            but.remove(name);
                            assertThat(deploy(Drawn.process("lacking", Drawn.templated(template, but))))
                                    .as(template.getString("id") + " without " + name)
                                    .hasSize(1);
                        }));
    }

    private List<String> deploy(byte[] file) {
        try {
            room.as(ada, () -> room.get(DeployModel.class).deploy(file));
            return List.of();
        } catch (ModelRefused refused) {
            return refused.flaws().stream().map(flaw -> flaw.rule()).toList();
        }
    }

    private List<JsonObject> templates() {
        String json = room.as(ada, () -> room.get(Catalogue.class).elementTemplates());
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    private CatalogueEntry entry(String name) {
        return entries(ada).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<CatalogueEntry> entries(Member member) {
        return room.as(member, () -> room.get(Catalogue.class).entries());
    }

    private static List<String> names(Member member, Kind kind) {
        return entries(member).stream()
                .filter(entry -> entry.kind() == kind)
                .map(CatalogueEntry::name)
                .toList();
    }

    private static List<String> fields(List<CatalogueField> fields) {
        return fields.stream()
                .map(field -> field.name() + " " + field.type() + (field.required() ? " required" : ""))
                .toList();
    }
}
