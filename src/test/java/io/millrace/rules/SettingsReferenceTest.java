package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The reference of settings and the code that reads them must say the same. */
class SettingsReferenceTest {

    private static final Path REFERENCE = Path.of("main/resources/META-INF/microprofile-config.properties");
    private static final Pattern WITH_DEFAULT = Pattern.compile("^(millrace\\.[a-z.-]+)=(.*)$");
    private static final Pattern WITHOUT = Pattern.compile("^# (millrace\\.[a-z.-]+)( .*)?$");

    private static final Path POOLS = Path.of("main/webapp/WEB-INF/web.xml");
    private static final Pattern BY_THE_POOLS = Pattern.compile("\\$\\{MPCONFIG=([a-z.-]+)(?::([^}]*))?\\}");

    @Test
    void every_setting_that_code_reads_is_in_the_reference_with_the_same_default() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(REFERENCE)) {
            Matcher with = WITH_DEFAULT.matcher(line);
            Matcher without = WITHOUT.matcher(line);
            if (with.matches()) documented.put(with.group(1), with.group(2));
            else if (without.matches()) documented.put(without.group(1), "");
        }

        Map<String, String> read = new TreeMap<>();
        JavaClasses product = new ClassFileImporter(List.of(new ProductOnly())).importPackages("io.millrace");
        product.stream().flatMap(type -> type.getFields().stream()).forEach(field -> note(field, documented, read));

        Matcher pools = BY_THE_POOLS.matcher(Files.readString(POOLS));
        while (pools.find()) read.putIfAbsent(pools.group(1), pools.group(2) == null ? "" : pools.group(2));
        assertThat(documented).containsExactlyInAnyOrderEntriesOf(read);
    }

    private static void note(JavaField field, Map<String, String> documented, Map<String, String> read) {
        field.tryGetAnnotationOfType(ConfigProperty.class).ifPresent(setting -> {
            boolean unset = setting.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE);
            // Without a default in code, the reference itself is the default.
            String fallback = documented.getOrDefault(setting.name(), "");
            read.put(setting.name(), unset ? fallback : setting.defaultValue());
        });
    }
}
