package io.millrace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void words_have_the_digits_of_their_currency() {
        assertThat(Money.of(120_000, "EUR").words()).isEqualTo("1,200.00 EUR");
        assertThat(Money.of(5, "EUR").words()).isEqualTo("0.05 EUR");
        assertThat(Money.of(1200, "JPY").words()).isEqualTo("1,200 JPY");
        assertThat(Money.of(1234, "KWD").words()).isEqualTo("1.234 KWD");
        assertThat(Money.of(Long.MAX_VALUE, "EUR").words()).isEqualTo("92,233,720,368,547,758.07 EUR");
    }
}
