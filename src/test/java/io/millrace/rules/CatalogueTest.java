package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.millrace.Words;
import io.millrace.identity.DecidingGroup;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.EventTypes;
import io.millrace.task.TaskCompletion;
import io.millrace.workflows.catalogue.Catalogued;
import io.millrace.workflows.catalogue.Takes;
import io.millrace.workflows.process.PlatformEvents;
import jakarta.inject.Named;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;

/** Whatever models may refer to is explained where it is coded. */
class CatalogueTest {

    private final JavaClasses product = new ClassFileImporter(List.of(new ProductOnly())).importPackages("io.millrace");

    @Test
    void the_list_of_the_platform_s_events_lacks_none() {
        assertThat(PlatformEvents.ALL)
                .containsExactlyInAnyOrderElementsOf(
                        EventsReferenceTest.published().values());
    }

    @Test
    void each_event_and_each_of_its_fields_is_explained() {
        PlatformEvents.ALL.forEach(CatalogueTest::assertExplained);
    }

    @Test
    void nobody_else_may_use_the_name_of_an_event() {
        assertThat(PlatformEvents.ALL.stream().map(DomainEvent::typeOf)).allMatch(EventTypes::isReserved);
    }

    @Test
    void each_delegate_with_a_name_is_in_the_catalogue_and_explained() {
        List<? extends Class<?>> delegates = classes(JavaDelegate.class)
                .filter(type -> type.isAnnotationPresent(Named.class))
                .toList();

        assertThat(delegates).isNotEmpty().allSatisfy(delegate -> {
            assertThat(delegate).hasAnnotations(Words.class, Catalogued.class);
            Catalogued said = delegate.getAnnotation(Catalogued.class);
            Stream.of(said.takes(), said.gives())
                    .flatMap(described -> Stream.of(described.getRecordComponents()))
                    .forEach(CatalogueTest::assertExplained);
            if (said.from() == Catalogued.Source.VARIABLES) return;
            assertThat(said.takes().getRecordComponents())
                    .allMatch(component -> component.isAnnotationPresent(Takes.class));
        });
    }

    @Test
    void what_a_completed_task_does_and_whom_it_asks_is_explained() throws NoSuchFieldException {
        assertThat(classes(TaskCompletion.class))
                .isNotEmpty()
                .allSatisfy(useCase -> assertThat(useCase).hasAnnotation(Words.class));
        for (DecidingGroup group : DecidingGroup.values()) {
            Field constant = DecidingGroup.class.getField(group.name());
            assertThat(constant.isAnnotationPresent(Words.class))
                    .as(group.name())
                    .isTrue();
        }
    }

    private static void assertExplained(Class<? extends DomainEvent> event) {
        assertThat(event).hasAnnotation(Words.class);
        Stream.of(event.getRecordComponents()).forEach(CatalogueTest::assertExplained);
    }

    private static void assertExplained(RecordComponent component) {
        assertThat(component.getAnnotation(Words.class))
                .as(component.toString())
                .isNotNull();
    }

    private Stream<? extends Class<?>> classes(Class<?> kind) {
        return product.stream()
                .filter(type -> type.isAssignableTo(kind) && !type.isInterface())
                .map(JavaClass::reflect);
    }
}
