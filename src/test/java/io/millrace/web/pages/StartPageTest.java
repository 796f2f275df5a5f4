package io.millrace.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartPageTest {

    @Test
    void the_demo_shows_who_can_sign_in() {
        assertThat(StartPage.page(true, 18000))
                .contains(
                        "/demo/mail",
                        "http://localhost:18000/dashboard",
                        "<code class=\"password\">let-the-wheel-turn</code>")
                .contains("<code>acme/<wbr>rita@acme.test</code></td><td>decides as revenue assurance</td>")
                .contains("<code>globex/<wbr>…@globex.test</code>")
                .contains("<code>millrace/<wbr>ops@millrace.test</code></td><td>operates the platform</td>")
                .doesNotContain("{{");
    }

    @Test
    void without_the_demo_nobody_is_shown() {
        assertThat(StartPage.page(false, 18000))
                .contains("/camunda", "/camunda/app/cockpit/", "/openapi", "/health")
                .doesNotContain("let-the-wheel-turn", "/demo/mail", "/dashboard", ".test");
    }
}
