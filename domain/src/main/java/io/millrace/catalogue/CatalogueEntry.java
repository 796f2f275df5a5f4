package io.millrace.catalogue;

import io.millrace.Ids;
import java.util.List;
import java.util.UUID;

/**
 * One thing that a model may refer to.
 *
 * @param name as models write it
 * @param inputs what it takes: parameters of a delegate, fields of a form, variables that a decision looks at
 * @param outputs what it gives: variables of a delegate, data of a message, answers of a decision
 */
public record CatalogueEntry(
        Kind kind,
        String name,
        String title,
        String description,
        List<CatalogueField> inputs,
        List<CatalogueField> outputs) {

    /** What it is, by where in a model it is named. */
    public enum Kind {
        DELEGATE,
        MESSAGE,
        FORM,
        DECISION,
        COMPLETION,
        GROUP
    }

    /** The same for the same thing, whenever it is asked for. */
    public UUID id() {
        return Ids.derived("catalogue", kind, name);
    }
}
