package io.millrace.api.catalogue;

import io.millrace.catalogue.CatalogueField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an entry takes or gives.
 *
 * @param allowed the values to choose from, where there are few
 */
record CatalogueFieldView(
        String name,
        CatalogueField.Type type,
        boolean required,
        String description,
        @Nullable List<String> allowed,
        @Nullable Integer maxLength) {

    static CatalogueFieldView of(CatalogueField field) {
        return new CatalogueFieldView(
                field.name(),
                field.type(),
                field.required(),
                field.description(),
                field.allowed().isEmpty() ? null : field.allowed(),
                field.maxLength());
    }
}
