package io.millrace.approval;

import io.millrace.Refusal;
import java.util.stream.Stream;

/** Limits are in euros, and there are no exchange rates yet. */
public class CurrencyNotSupported extends Refusal {

    /** @param others what else is wrong with the request */
    public CurrencyNotSupported(String currency, Finding... others) {
        super(
                Kind.UNPROCESSABLE,
                "currency_not_supported",
                "Approvals are possible in EUR only, for now.",
                all(new Finding("/amount/currency", currency + " is not supported; use EUR"), others));
    }

    private static Finding[] all(Finding first, Finding... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(Finding[]::new);
    }
}
