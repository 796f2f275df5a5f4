package io.millrace.workflows.catalogue;

import io.millrace.Words;
import io.millrace.catalogue.CatalogueEntry;
import io.millrace.catalogue.CatalogueField;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A delegate that models of tenants may call.
 *
 * @param inputs its input parameters; empty when it looks at variables of the process
 * @param joins whether it runs in the transaction of whoever led the process to it
 */
public record CataloguedDelegate(CatalogueEntry entry, List<DelegateInput> inputs, boolean joins) {

    static CataloguedDelegate of(String name, Class<?> type) {
        Catalogued said = Objects.requireNonNull(type.getAnnotation(Catalogued.class), name);
        String words =
                Objects.requireNonNull(type.getAnnotation(Words.class), name).value();
        boolean hasParameters = said.from() == Catalogued.Source.PARAMETERS;
        List<DelegateInput> inputs = hasParameters ? DelegateInput.of(said.takes()) : List.of();
        List<CatalogueField> taken = hasParameters
                ? inputs.stream().map(DelegateInput::field).toList()
                : RecordFields.of(said.takes(), UnaryOperator.identity());
        List<CatalogueField> given = RecordFields.of(said.gives(), UnaryOperator.identity());
        return new CataloguedDelegate(
                new CatalogueEntry(CatalogueEntry.Kind.DELEGATE, name, Titles.of(name), words, taken, given),
                inputs,
                said.joins());
    }
}
