package io.millrace.jobs.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Two laptops",
                "Zwei Geräte für Jürgen",
                "Pens =?utf-8?q?=E2=80=AEfdp?= =?utf-8?b?4oCL?=",
                "=?utf-8?q?x?=",
                "für =?utf-8?q?x?= und 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"
            })
    void whoever_reads_it_sees_what_was_written(String text) throws UnsupportedEncodingException {
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(EncodedWords.of(text))))
                .isEqualTo(text);
    }

    @Test
    void no_word_is_longer_than_the_standard_allows() throws UnsupportedEncodingException {
        assertThat(EncodedWords.of("=?" + "ü€😀".repeat(60)).split(" ")).allMatch(word -> word.length() <= 75);
    }
}
