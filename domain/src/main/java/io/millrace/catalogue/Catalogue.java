package io.millrace.catalogue;

import java.util.List;

/** What the models of the bound tenant may refer to, as a port. */
public interface Catalogue {

    /** By kind, and by name within each. */
    List<CatalogueEntry> entries();

    /** A JSON array of element templates for Camunda Modeler, made from the entries. */
    String elementTemplates();
}
