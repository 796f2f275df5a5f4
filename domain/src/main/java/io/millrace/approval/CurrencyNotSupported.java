package io.millrace.approval;

import io.millrace.Refusal;

/** Limits are in euros, and there are no exchange rates yet. */
public class CurrencyNotSupported extends Refusal {

    public CurrencyNotSupported(String currency) {
        super(
                Kind.UNPROCESSABLE,
                "currency_not_supported",
                "Approvals are possible in EUR only, for now.",
                new Finding("/amount/currency", currency + " is not supported; use EUR"));
    }
}
