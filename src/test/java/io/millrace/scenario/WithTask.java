package io.millrace.scenario;

import org.junit.jupiter.api.BeforeEach;

/** A scenario about a request for a kettle that waits for the managers of acme. */
abstract class WithTask extends WithProduct {

    static final String ENGINE = "camunda/api/engine/engine/default/";

    String approval = "";
    String task = "";

    @BeforeEach
    void ann_asks() {
        approval = signIn("acme", "ann").post("/approvals", """
                        {"type": "purchase", "title": "A kettle", "amount": {"amount": 2500, "currency": "EUR"}}""").text("/id");
        task = signIn("acme", "max").get("/tasks?subject=" + approval).text("/items/0/id");
    }

    String decision() {
        return signIn("acme", "ann").get("/approvals/" + approval).text("/gates/0/state");
    }
}
