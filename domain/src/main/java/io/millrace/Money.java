package io.millrace;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/** An exact sum in the minor units of an ISO 4217 currency: 1995 EUR is 19.95 euros. */
public record Money(long minor, Currency currency) {

    public Money {
        Objects.requireNonNull(currency);
    }

    public static Money of(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    /** In major units with the currency's own number of digits, grouped: {@code 1,200.00 EUR}. */
    public String words() {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return String.format(Locale.ROOT, "%,." + digits + "f %s", BigDecimal.valueOf(minor, digits), currency);
    }
}
