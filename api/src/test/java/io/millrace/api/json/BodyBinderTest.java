package io.millrace.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBinderTest {

    private static final String GOOD = """
            {"kind": "round_trip", "title": "Two laptops", "price": {"amount": 120000, "currency": "EUR"},
             "note": "one\\nper desk", "origin_id": "019a0000-0000-7000-8000-000000000001", "urgent": true,
             "kinds": ["one_way"], "more": {"a": 1, "b": "x", "c": null, "d": 1.5, "e": false}}""";

    enum Kind {
        ONE_WAY,
        ROUND_TRIP
    }

    record Price(@Between(min = 1, max = 1_000) Long amount, Currency currency) {}

    record BigPrice(@Between(min = 1, max = 1_000_000) Long amount, Currency currency) {}

    record Order(
            Kind kind,
            @Text(min = 1, max = 20) String title,
            BigPrice price,
            @Text(max = 50, multiline = true) @Nullable String note,
            @Nullable UUID originId,
            @Nullable Boolean urgent,
            @Nullable List<Kind> kinds,
            @Nullable Map<String, @Nullable Object> more) {}

    @MergePatch
    record Change(@Nullable Kind kind) {}

    @Test
    void a_good_body_becomes_the_record() {
        Order order = bind(GOOD, Order.class);

        assertThat(order.kind()).isEqualTo(Kind.ROUND_TRIP);
        assertThat(order.price()).isEqualTo(new BigPrice(120_000L, Currency.getInstance("EUR")));
        assertThat(order.note()).isEqualTo("one\nper desk");
        assertThat(order.originId()).hasToString("019a0000-0000-7000-8000-000000000001");
        assertThat(order.kinds()).containsExactly(Kind.ONE_WAY);
        assertThat(order.more())
                .containsEntry("a", 1L)
                .containsEntry("b", "x")
                .containsEntry("c", null)
                .containsEntry("d", 1.5)
                .containsEntry("e", false);
    }

    @Test
    void what_is_optional_may_be_absent_or_null() {
        Order order = bind(
                "{\"kind\":\"one_way\",\"title\":\"x\",\"price\":{\"amount\":1,\"currency\":\"EUR\"},\"note\":null}",
                Order.class);

        assertThat(order.note()).isNull();
        assertThat(order.originId()).isNull();
    }

    @Test
    void everything_that_is_wrong_is_found_at_once() {
        assertThat(findings("""
                {"kind": "three_way", "titel": "typo", "price": {"amount": "many", "currency": "EURO", "vat": 1},
                 "note": 7, "origin_id": "1-1-1-1-1", "urgent": "yes", "kinds": ["one_way", 3], "more": {"a": [1]}}"""))
                .containsExactlyInAnyOrder(
                        "/titel",
                        "/kind",
                        "/title",
                        "/price/vat",
                        "/price/amount",
                        "/price/currency",
                        "/note",
                        "/origin_id",
                        "/urgent",
                        "/kinds/1",
                        "/more/a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | must be between 1 and 1000",
                "-1 | must be between 1 and 1000",
                "1001 | must be between 1 and 1000",
                "9223372036854775808 | must be between 1 and 1000",
                "1.0 | must be a whole number",
                "1e2 | must be a whole number",
                "\"1\" | must be a whole number",
                "true | must be a whole number",
                "null | must not be null",
                "[] | must be a whole number"
            })
    void an_amount_is_a_whole_number_in_its_range(String amount, String detail) {
        InvalidBody refusal = refusal("{\"amount\": " + amount + ", \"currency\": \"EUR\"}", Price.class);

        assertThat(refusal.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/amount");
            assertThat(finding.detail()).isEqualTo(detail);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "line\\nbreak",
                "nul\\u0000",
                "half \\ud83d pair",
                "bell\\u0007",
                "123456789012345678901"
            })
    void a_title_is_one_clean_line(String title) {
        assertThat(findings(GOOD.replace("Two laptops", title))).containsExactly("/title");
    }

    @Test
    void lengths_count_characters() {
        assertThat(bind(GOOD.replace("Two laptops", "\uD83D\uDE00".repeat(20)), Order.class)
                        .title())
                .hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"kind\": }",
                "{'kind': 1}",
                "{} {}",
                "{\"kind\": \"one_way\", \"kind\": \"one_way\"}",
                "nonsense",
                "{\"a\": NaN}"
            })
    void what_is_no_json_is_unreadable(String body) {
        assertThatThrownBy(() -> bind(body, Order.class)).isInstanceOf(UnreadableBody.class);
    }

    @Test
    void a_field_that_is_there_twice_is_named() {
        UnreadableBody top = catchThrowableOfType(
                UnreadableBody.class, () -> bind("{\"kind\": \"one_way\", \"kind\": \"one_way\"}", Order.class));
        UnreadableBody inner = catchThrowableOfType(
                UnreadableBody.class, () -> bind("{\"a\": [0, {\"b/c\": 1, \"b/c\": 2}]}", Order.class));

        assertThat(top.pointer()).isEqualTo("/kind");
        assertThat(top).hasMessageContaining("twice");
        assertThat(inner.pointer()).isEqualTo("/a/1/b~1c");
    }

    @Test
    void nesting_without_end_and_wrong_encodings_are_unreadable() {
        assertThatThrownBy(() -> bind("[".repeat(100_000), Order.class)).isInstanceOf(UnreadableBody.class);
        assertThatThrownBy(() -> BodyBinder.bind(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}, Order.class))
                .isInstanceOf(UnreadableBody.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 1_001, 45_000, 999_000})
    @Timeout(10)
    void a_number_of_any_length_is_refused_by_its_name(int digits) {
        assertThat(findings(GOOD.replace("120000", "9".repeat(digits)))).containsExactly("/price/amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true"})
    void json_that_is_no_object_is_pointed_at_as_a_whole(String body) {
        assertThat(findings(body)).containsExactly("");
    }

    @Test
    void in_a_merge_patch_null_would_remove_and_is_refused() {
        assertThat(bind("{}", Change.class).kind()).isNull();
        assertThat(refusal("{\"kind\": null}", Change.class).findings()).hasSize(1);
    }

    @Test
    void pointers_escape_names_and_stay_short() {
        assertThat(findings(GOOD.replace("\"kind\"", "\"a/b~c\""))).containsExactlyInAnyOrder("/a~1b~0c", "/kind");
        assertThat(findings(GOOD.replace("\"kind\"", "\"" + "x".repeat(5_000) + "\"")))
                .allMatch(pointer -> pointer.length() < 110);
    }

    private static List<String> findings(String body) {
        return refusal(body, Order.class).findings().stream()
                .map(f -> f.pointer())
                .toList();
    }

    private static <T> InvalidBody refusal(String body, Class<T> type) {
        InvalidBody refusal = catchThrowableOfType(InvalidBody.class, () -> bind(body, type));
        assertThat(refusal).as(body).isNotNull();
        return refusal;
    }

    private static <T> T bind(String body, Class<T> type) {
        return BodyBinder.bind(body.getBytes(StandardCharsets.UTF_8), type);
    }
}
