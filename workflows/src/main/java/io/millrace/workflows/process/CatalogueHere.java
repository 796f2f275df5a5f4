package io.millrace.workflows.process;

import io.millrace.Words;
import io.millrace.bpmn.FormField;
import io.millrace.bpmn.Models;
import io.millrace.catalogue.Catalogue;
import io.millrace.catalogue.CatalogueEntry;
import io.millrace.catalogue.CatalogueEntry.Kind;
import io.millrace.catalogue.CatalogueField;
import io.millrace.identity.DecidingGroup;
import io.millrace.outbox.DomainEvent;
import io.millrace.process.Model;
import io.millrace.task.TaskCompletion;
import io.millrace.workflows.catalogue.CataloguedDelegate;
import io.millrace.workflows.catalogue.Delegates;
import io.millrace.workflows.catalogue.ElementTemplates;
import io.millrace.workflows.catalogue.RecordFields;
import io.millrace.workflows.catalogue.Titles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the catalogue from the code, and from the tables that are deployed for the bound tenant. */
@ApplicationScoped
public class CatalogueHere implements Catalogue {

    @Inject
    Delegates delegates;

    @Inject
    Definitions definitions;

    @Inject
    @Any
    Instance<TaskCompletion> completions;

    @Override
    public List<CatalogueEntry> entries() {
        return Stream.of(
                        delegates.all().stream().map(CataloguedDelegate::entry),
                        PlatformEvents.ALL.stream().map(CatalogueHere::message),
                        Models.FORM_FIELDS.keySet().stream().map(CatalogueHere::form),
                        decisions(),
                        completions
                                .handlesStream()
                                .map(found -> completion(found.getBean().getBeanClass(), found.get())),
                        Stream.of(DecidingGroup.values()).map(CatalogueHere::group))
                .flatMap(entries -> entries)
                .sorted(Comparator.comparing(CatalogueEntry::kind).thenComparing(CatalogueEntry::name))
                .toList();
    }

    @Override
    public String elementTemplates() {
        return ElementTemplates.of(delegates.all(), entries()).toString();
    }

    static CatalogueEntry message(Class<? extends DomainEvent> event) {
        String type = DomainEvent.typeOf(event);
        return new CatalogueEntry(
                Kind.MESSAGE,
                type,
                Titles.of(type),
                words(event),
                List.of(),
                RecordFields.of(event.asSubclass(Record.class), CatalogueHere::inJson));
    }

    /** As {@link io.millrace.Json} names it. */
    private static String inJson(String component) {
        return component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static CatalogueEntry form(String key) {
        List<CatalogueField> fields = Models.FORM_FIELDS.getOrDefault(key, List.of()).stream()
                .map(CatalogueHere::field)
                .toList();
        return new CatalogueEntry(
                Kind.FORM, key, Titles.of(key), Models.FORM_WORDS.getOrDefault(key, ""), fields, fields);
    }

    private static CatalogueField field(FormField field) {
        return new CatalogueField(
                field.name(),
                CatalogueField.Type.TEXT,
                field.required(),
                field.words(),
                field.allowed(),
                field.maxLength());
    }

    private Stream<CatalogueEntry> decisions() {
        return definitions.current().stream()
                .filter(definition -> definition.model().kind() == Model.Kind.DECISION)
                .map(definition -> DecisionEntry.of(definition.model(), ModelXml.read(definitions.file(definition))));
    }

    private static CatalogueEntry completion(Class<?> type, TaskCompletion completion) {
        String name = completion.name();
        return new CatalogueEntry(Kind.COMPLETION, name, Titles.of(name), words(type), List.of(), List.of());
    }

    private static CatalogueEntry group(DecidingGroup group) {
        try {
            Words words = DecidingGroup.class.getField(group.name()).getAnnotation(Words.class);
            return new CatalogueEntry(
                    Kind.GROUP,
                    group.wireName(),
                    Titles.of(group.wireName()),
                    Objects.requireNonNull(words, group::name).value(),
                    List.of(),
                    List.of());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e); // never: each constant is a field
        }
    }

    private static String words(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(Words.class), type::getName)
                .value();
    }
}
