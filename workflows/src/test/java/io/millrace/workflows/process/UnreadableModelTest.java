package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.process.ModelFinding;
import io.millrace.process.ModelRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no models. */
class UnreadableModelTest {

    private static final Known NOTHING =
            new Known(Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), Set.of());

    static Stream<String> files() {
        return Stream.of(
                "",
                "no xml",
                "<a>",
                "<a></b>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;\">]><a>&m;</a>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>",
                "<a>&undefined;</a>",
                "<a>" + "<b/>".repeat(10_000) + "</a>",
                "<a>".repeat(200) + "</a>".repeat(200),
                "<a>" + "x".repeat(20 * 1024 * 1024) + "</a>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>");
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_no_model_is_refused_before_anything_is_made_of_it(String file) {
        assertThat(check(file.getBytes(StandardCharsets.UTF_8))).hasSize(1);
    }

    private static List<ModelFinding> check(byte[] file) {
        try {
            return ModelCheck.check(ModelCheck.read(file), NOTHING);
        } catch (ModelRefused unreadable) {
            return unreadable.flaws();
        }
    }
}
