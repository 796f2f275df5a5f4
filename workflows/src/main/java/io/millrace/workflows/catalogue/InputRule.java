package io.millrace.workflows.catalogue;

import io.millrace.TextRule;
import io.millrace.catalogue.CatalogueField;
import io.millrace.notification.NoticeTo;
import io.millrace.notification.SendNotice;
import io.millrace.outbox.EventTypes;
import io.millrace.outbox.StateEvent;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which values fit an input of a delegate, whether they stand in the model or come from the process. */
public enum InputRule {
    EVENT_TYPE(CatalogueField.Type.TEXT, EventTypes.MAX_LENGTH, EventTypes::flaw),
    SUBJECT(CatalogueField.Type.TEXT, StateEvent.SUBJECT_MAX_LENGTH, line(StateEvent.SUBJECT_MAX_LENGTH)),
    /** Names of variables, or a map, which is looked at when it is there. */
    DATA(CatalogueField.Type.DATA, null, InputRule::namesFlaw),
    LINE(CatalogueField.Type.TEXT, 200, line(200)),
    TEXT(
            CatalogueField.Type.TEXT,
            TextRule.LONGEST,
            text -> Optional.ofNullable(TextRule.flaw(text, 1, TextRule.LONGEST, true))),
    /** In minor units. */
    SUM(CatalogueField.Type.NUMBER, null, like("[1-9]\\d{0,14}", "must be a whole number of cents, more than zero")),
    CURRENCY(CatalogueField.Type.TEXT, 3, like("[A-Z]{3}", "must be an ISO 4217 code, such as EUR")),
    MEMBER(CatalogueField.Type.ID, null, text -> flawUnless(TextRule.isUuid(text), "must be the id of a member")),
    RECIPIENT(CatalogueField.Type.TEXT, NoticeTo.MAX_LENGTH, NoticeTo::flaw),
    LINK(CatalogueField.Type.TEXT, SendNotice.LINK_MAX_LENGTH, SendNotice::linkFlaw);

    private static final Pattern NAMES =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\s*,\\s*[A-Za-z_][A-Za-z0-9_]*){0,99}");

    private final CatalogueField.Type type;
    private final @Nullable Integer maxLength;

    @SuppressWarnings("ImmutableEnumChecker") // a function of its argument alone
    private final Function<String, Optional<String>> flaw;

    InputRule(CatalogueField.Type type, @Nullable Integer maxLength, Function<String, Optional<String>> flaw) {
        this.type = type;
        this.maxLength = maxLength;
        this.flaw = flaw;
    }

    CatalogueField.Type type() {
        return type;
    }

    @Nullable
    Integer maxLength() {
        return maxLength;
    }

    /** @return what is wrong with it, as the end of a sentence; empty when nothing is */
    Optional<String> flaw(String text) {
        return flaw.apply(text);
    }

    private static Function<String, Optional<String>> line(int max) {
        return text -> Optional.ofNullable(TextRule.flaw(text, 1, max, false));
    }

    private static Function<String, Optional<String>> like(String pattern, String flaw) {
        Pattern wanted = Pattern.compile(pattern);
        return text -> flawUnless(wanted.matcher(text).matches(), flaw);
    }

    private static Optional<String> flawUnless(boolean isFine, String flaw) {
        return isFine ? Optional.empty() : Optional.of(flaw);
    }

    private static Optional<String> namesFlaw(String text) {
        return flawUnless(NAMES.matcher(text).matches(), "must be names of variables, separated by commas");
    }
}
