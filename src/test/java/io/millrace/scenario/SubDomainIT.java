package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** At a tenant's own address nobody has to say which tenant they mean. */
class SubDomainIT extends WithProduct {

    private static final Pattern COOKIE = Pattern.compile("(?m)^Set-Cookie: (JSESSIONID|XSRF-TOKEN)=([^;\r]*)");
    private static final String MAX = "\"email\": \"max@acme.test\", \"password\": \"" + MillraceClient.PASSWORD + "\"";

    @Test
    void the_api_takes_the_tenant_from_it() {
        RawRequest.Answer answer = tokens("acme.localhost", "{" + MAX + "}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("access_token");
        assertThat(tokens("acme.localhost", "{\"tenant\": \"acme\", " + MAX + "}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_api_refuses_another_tenant_there() {
        RawRequest.Answer answer = tokens("acme.localhost", "{\"tenant\": \"globex\", " + MAX + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":\"other_tenants_address\"", "\"pointer\":\"/tenant\"");
    }

    @Test
    void the_api_needs_the_tenant_elsewhere() {
        RawRequest.Answer answer = tokens("nobody.localhost", "{" + MAX + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"pointer\":\"/tenant\"", "is missing");
    }

    @Test
    void tasklist_takes_the_tenant_from_it() {
        assertThat(signInAtTasklist("acme.localhost", "max@acme.test").status()).isEqualTo(200);
        assertThat(signInAtTasklist("acme.localhost", "acme/max@acme.test").status())
                .isEqualTo(200);
        assertThat(signInAtTasklist("nobody.localhost", "max@acme.test").status())
                .isEqualTo(401);
    }

    @Test
    void tasklist_refuses_another_tenant_there_in_words() {
        RawRequest.Answer answer = signInAtTasklist("acme.localhost", "globex/max@globex.test");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("another tenant's address");
    }

    private RawRequest.Answer tokens(String host, String json) {
        return RawRequest.send(here(), "POST /api/v1/auth/tokens", Map.of("Host", host + ":" + here().getPort()), json);
    }

    private RawRequest.Answer signInAtTasklist(String host, String name) {
        String authority = host + ":" + here().getPort();
        String page = RawRequest.send(here(), "GET /camunda/app/tasklist/default/", Map.of("Host", authority), "")
                .headers();
        Map<String, String> cookies = COOKIE.matcher(page)
                .results()
                .collect(Collectors.toMap(cookie -> cookie.group(1), cookie -> cookie.group(2), (first, last) -> last));
        return RawRequest.send(
                here(),
                "POST /camunda/api/admin/auth/user/default/login/tasklist",
                Map.of(
                        "Host",
                        authority,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Cookie",
                        "JSESSIONID=" + cookies.get("JSESSIONID") + "; XSRF-TOKEN=" + cookies.get("XSRF-TOKEN"),
                        "X-XSRF-TOKEN",
                        String.valueOf(cookies.get("XSRF-TOKEN"))),
                "username=" + encoded(name) + "&password=" + encoded(MillraceClient.PASSWORD));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
