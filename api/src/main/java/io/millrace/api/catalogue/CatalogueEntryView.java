package io.millrace.api.catalogue;

import io.millrace.catalogue.CatalogueEntry;
import java.util.List;
import java.util.UUID;

/**
 * One thing that a model may refer to.
 *
 * @param name as models write it
 */
record CatalogueEntryView(
        UUID id,
        CatalogueEntry.Kind kind,
        String name,
        String title,
        String description,
        List<CatalogueFieldView> inputs,
        List<CatalogueFieldView> outputs) {

    static CatalogueEntryView of(CatalogueEntry entry) {
        return new CatalogueEntryView(
                entry.id(),
                entry.kind(),
                entry.name(),
                entry.title(),
                entry.description(),
                entry.inputs().stream().map(CatalogueFieldView::of).toList(),
                entry.outputs().stream().map(CatalogueFieldView::of).toList());
    }
}
