package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.millrace.outbox.Subscriber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each job and each subscriber is heard twice somewhere, and fails somewhere. */
class PairOfTestsTest {

    private static final Path MODULES = Path.of("..");

    @Test
    void each_job_and_subscriber_has_the_pair() {
        List<String> pairs = tests().filter(test -> test.contains(" runs_twice_with_one_effect(")
                        && test.contains(" leaves_no_trace_when_it_fails("))
                .toList();
        List<String> heard = new ClassFileImporter(List.of(new ProductOnly()))
                .importPackages("io.millrace").stream()
                        .filter(type -> type.isAssignableTo(Subscriber.class)
                                || type.isAssignableTo("org.jobrunr.jobs.lambdas.JobRequestHandler"))
                        .filter(type -> !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .toList();

        assertThat(heard).isNotEmpty();
        assertThat(heard)
                .allSatisfy(name -> assertThat(pairs)
                        .as(
                                "no test that names %s has both runs_twice_with_one_effect and leaves_no_trace_when_it_fails",
                                name)
                        .anyMatch(test -> test.contains(name)));
    }

    private static Stream<String> tests() {
        try (Stream<Path> files = Files.find(
                MODULES,
                20,
                (file, of) ->
                        file.toString().endsWith("IT.java") && !file.toString().contains("/target/"))) {
            List<String> sources = files.map(PairOfTestsTest::read).toList();
            return sources.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
