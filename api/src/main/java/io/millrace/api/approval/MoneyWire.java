package io.millrace.api.approval;

import io.millrace.Money;
import io.millrace.api.json.Between;
import java.util.Currency;

/** Money on the wire: {@code {"amount": 1995, "currency": "EUR"}}, in minor units. */
record MoneyWire(
        @Between(min = 1, max = 1_000_000_000_000_000L) Long amount, Currency currency) {

    static MoneyWire of(Money money) {
        return new MoneyWire(money.minor(), money.currency());
    }

    Money toMoney() {
        return new Money(amount, currency);
    }
}
