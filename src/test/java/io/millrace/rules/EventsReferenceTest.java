package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.TenantEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about events and the records that are published must say the same. */
class EventsReferenceTest {

    private static final Path PAGE = Path.of("docs/events.md");
    private static final Pattern TYPE = Pattern.compile(
            "^### `([a-z_.]+)`\\n(.+?)```json\\n(.+?)```\\n(.+?)(?=^##|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    private final ObjectMapper json = new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    /** What the page says about one type. */
    private record Entry(String example, String meanings) {}

    @Test
    void every_type_is_on_the_page_and_no_other_one() throws IOException {
        assertThat(onThePage().keySet()).containsExactlyElementsOf(published().keySet());
    }

    @Test
    void each_example_reads_as_its_record_and_nothing_is_missing() throws IOException {
        Map<String, Class<? extends DomainEvent>> published = published();
        for (Map.Entry<String, Entry> said : onThePage().entrySet()) {
            JsonNode example = json.readTree(said.getValue().example());
            DomainEvent event = json.treeToValue(example, published.get(said.getKey()));

            // As text: the number of a record is a long, that of the page an int.
            assertThat(json.writeValueAsString(event)).as(said.getKey()).isEqualTo(example.toString());
            assertThat(event.subject()).as(said.getKey()).isEqualTo(first(example));
        }
    }

    @Test
    void each_field_s_meaning_is_told() throws IOException {
        for (Map.Entry<String, Entry> said : onThePage().entrySet()) {
            json.readTree(said.getValue().example())
                    .fieldNames()
                    .forEachRemaining(field -> assertThat(said.getValue().meanings())
                            .as(said.getKey())
                            .contains("`" + field + "`"));
        }
    }

    /** By the page, what an event is about comes first. */
    private static String first(JsonNode example) {
        return example.elements().next().asText();
    }

    private static Map<String, Entry> onThePage() throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        Matcher type = TYPE.matcher(Files.readString(PAGE));
        while (type.find()) entries.put(type.group(1), new Entry(type.group(3), type.group(4)));
        return entries;
    }

    static Map<String, Class<? extends DomainEvent>> published() {
        Map<String, Class<? extends DomainEvent>> types = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter(List.of(new ProductOnly())).importPackages("io.millrace")) {
            if (!type.isAssignableTo(DomainEvent.class) || type.isInterface()) continue;
            if (type.isEquivalentTo(TenantEvent.class)) continue; // of whatever type its tenant says
            Class<? extends DomainEvent> event = type.reflect().asSubclass(DomainEvent.class);
            types.put(DomainEvent.typeOf(event), event);
        }
        return types;
    }
}
