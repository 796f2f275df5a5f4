package io.millrace.api.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Refusal.Finding;
import io.millrace.api.json.BodyTooLarge;
import io.millrace.api.json.InvalidBody;
import io.millrace.api.json.UnreadableBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormReaderTest {

    private static final String START =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bpmn\"\r\n\r\n";
    private static final String END = "\r\n--b--\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "<a/>", "\r\n", "\r\n--", "--b", "a\r\n--", "\r\n\r\n", "ünïcode"})
    void the_file_comes_out_as_it_went_in(String file) {
        assertThat(new String(read(START + file + END).file().content(), StandardCharsets.UTF_8))
                .isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b\r\ncontent-disposition: form-data; name=file\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Type: text/xml\r\nContent-Disposition: form-data; filename=\"name=x\"; name=\"file\"\r\n\r\nx\r\n--b--\r\n",
                "--b\r\nContent-Disposition:form-data;name=\"file\"\r\nContent-Type: text/xml\r\n\r\nx\r\n--b--and what comes behind"
            })
    void many_ways_of_writing_the_same_form_are_read(String body) {
        assertThat(read(body).file().content()).isEqualTo(new byte[] {'x'});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "--b",
                "--b\r\n",
                "--b\r\n\r\n",
                "--c\r\n\r\nx\r\n--c--",
                "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx",
                "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b",
                "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Disposition: attachment; name=\"file\"\r\n\r\nx\r\n--b--"
            })
    void what_is_no_form_is_not_readable(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableBody.class);
    }

    @Test
    void a_form_without_a_boundary_is_not_readable() {
        assertThatThrownBy(() -> FileFormReader.read(null, new byte[] {'x'})).isInstanceOf(UnreadableBody.class);
    }

    @Test
    void what_does_not_belong_to_it_is_named() {
        String other = "--b\r\nContent-Disposition: form-data; name=\"a/b\"\r\n\r\nx\r\n";

        assertThatThrownBy(() -> read(other + START + "y\r\n" + START + "z" + END))
                .isInstanceOfSatisfying(
                        InvalidBody.class,
                        refused -> assertThat(refused.findings())
                                .containsExactly(
                                        new Finding("/a~1b", "is not a field of this form"),
                                        new Finding("/file", "must be given once")));
        assertThatThrownBy(() -> read("--b--"))
                .isInstanceOfSatisfying(
                        InvalidBody.class,
                        refused -> assertThat(refused.findings()).containsExactly(new Finding("/file", "is missing")));
    }

    @Test
    void a_file_is_as_long_as_it_may_be_and_no_longer() {
        String longest = "x".repeat(FileFormReader.LONGEST_FILE);

        assertThat(read(START + longest + END).file().content()).hasSize(FileFormReader.LONGEST_FILE);
        assertThatThrownBy(() -> read(START + longest + "x" + END)).isInstanceOf(BodyTooLarge.class);
    }

    private static FileForm read(String body) {
        return FileFormReader.read("b", body.getBytes(StandardCharsets.UTF_8));
    }
}
