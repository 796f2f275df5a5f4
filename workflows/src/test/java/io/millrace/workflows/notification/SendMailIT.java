package io.millrace.workflows.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeployModel;
import io.millrace.process.ModelRefused;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.process.Drawn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that mail something. */
class SendMailIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private static final Map<String, String> NOTICE =
            Map.of("title", "Paper for ${customer}", "text", "It is here.", "link", "https://shop.test/${order}");

    private UUID acme;
    private Member ada;
    private Member max;

    @BeforeEach
    void a_company() {
        acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
        max = room.member(acme, "Max", Role.MANAGER, DecidingGroup.MANAGER);
        room.member(acme, "Moe", Role.MEMBER, DecidingGroup.MANAGER);
    }

    @Test
    void a_group_is_mailed_each_of_its_members_once() {
        run("manager");

        assertThat(count()).isEqualTo("2");
        assertThat(mails())
                .hasSize(2)
                .allMatch(
                        mail -> mail.endsWith(" notice Paper for Ann Ltd | It is here. | https://shop.test/7 | none"));
    }

    @Test
    void a_role_or_one_member_is_mailed() {
        run("role:analyst");
        assertThat(mails()).singleElement().asString().startsWith(ada.id().toString());

        run("${member}");
        assertThat(count()).isEqualTo("1");
        assertThat(mails()).hasSize(2).last().asString().startsWith(max.id().toString());
    }

    @Test
    void an_address_from_data_is_mailed_though_it_is_nobody_s() {
        run("${address}");

        assertThat(mails())
                .containsExactly("nobody notice Paper for Ann Ltd | It is here. | https://shop.test/7 | ann@shop.test");
    }

    @Test
    void where_nobody_is_nobody_is_mailed_and_the_process_is_told() {
        run("ceo");

        assertThat(count()).isEqualTo("0");
        assertThat(mails()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to | everybody",
                "to | role:king",
                "to | a@b.test, c@d.test",
                "link | javascript:alert(1)",
                "link | shop.test/7",
                "title | ''",
                "text | ''"
            })
    void what_cannot_be_mailed_is_found_in_the_model(String input, String value) {
        Map<String, String> inputs = new HashMap<>(NOTICE);
        inputs.put("to", "manager");
        inputs.put(input, value);

        assertThatThrownBy(() -> deploy(inputs))
                .isInstanceOfSatisfying(
                        ModelRefused.class,
                        refused -> assertThat(refused.flaws()).hasSize(1));
    }

    private void run(String to) {
        Map<String, String> inputs = new HashMap<>(NOTICE);
        inputs.put("to", to);
        deploy(inputs);
        Map<String, Object> variables =
                Map.of("customer", "Ann Ltd", "order", 7, "member", max.id().toString(), "address", "ann@shop.test");
        int before = counts().size();
        room.as(ada, () -> room.get(Engine.class).startProcess("telling", "order-7", variables));
        await().until(() -> counts().size() > before);
    }

    private void deploy(Map<String, String> inputs) {
        byte[] file = Drawn.process("telling", Drawn.serviceTask("sendMail", inputs));
        room.as(ada, () -> room.get(DeployModel.class).deploy(file));
    }

    private String count() {
        List<String> counts = counts();
        return counts.get(counts.size() - 1);
    }

    private List<String> counts() {
        return room.database()
                .texts("SELECT long_ FROM camunda.act_ru_variable WHERE name_ = 'mailCount' AND tenant_id_ = '" + acme
                        + "' ORDER BY proc_inst_id_");
    }

    private List<String> mails() {
        return room.database().texts("""
                        SELECT coalesce(recipient_id::text, 'nobody') || ' ' || template || ' ' || (model ->> 'title')
                          || ' | ' || (model ->> 'text') || ' | ' || (model ->> 'link') || ' | '
                          || coalesce(model ->> 'address', 'none')
                        FROM email_message WHERE tenant_id = '%s' AND state = 'QUEUED' ORDER BY id""".formatted(acme));
    }
}
