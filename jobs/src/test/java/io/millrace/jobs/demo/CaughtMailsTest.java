package io.millrace.jobs.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaughtMailsTest {

    private static final String MULTIPART = """
            From: Millrace <no-reply@millrace.test>
            To: =?UTF-8?Q?Max_M=C3=BCller?= <max@acme.test>
            Subject: =?UTF-8?B?WndlaSBMYXB0b3BzIOKAkyBiaXR0ZSBlbnRzY2hlaWRlbg==?=
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe. Decide at http://localhost:8080/camunda/app/tasklist/default/#/?task=3D1, please.
            --b
            Content-Type: text/html; charset=UTF-8

            <p>Decide <a href="http://localhost/html-only">here</a></p>
            --b--
            """;

    @TempDir
    Path directory;

    private CaughtMails mails = new CaughtMails();

    @BeforeEach
    void lookIntoTheDirectory() {
        mails = new CaughtMails(directory);
    }

    @Test
    void the_newest_mail_comes_first_with_its_recipient_subject_and_links() throws IOException {
        caught("20261121T100000.000Z-000007", "To: ann@acme.test\nSubject: older\n\nhello");
        caught("20261121T110000.250Z-000001", MULTIPART);

        List<CaughtMail> found = mails.find("", 0, 10).mails();

        assertThat(found)
                .containsExactly(
                        new CaughtMail(
                                "20261121T110000.250Z-000001",
                                "max@acme.test",
                                "Zwei Laptops – bitte entscheiden",
                                Instant.parse("2026-11-21T11:00:00.250Z"),
                                List.of("http://localhost:8080/camunda/app/tasklist/default/#/?task=1")),
                        new CaughtMail(
                                "20261121T100000.000Z-000007",
                                "ann@acme.test",
                                "older",
                                Instant.parse("2026-11-21T10:00:00Z"),
                                List.of()));
    }

    @Test
    void an_opened_mail_shows_headers_text_and_html() throws IOException {
        caught("one", MULTIPART);

        OpenedMail opened = mails.open("one").orElseThrow();

        assertThat(opened.headers()).contains(new OpenedMail.Header("To", "Max Müller <max@acme.test>"));
        assertThat(opened.text()).startsWith("Grüße. Decide at http");
        assertThat(opened.html()).contains("<a href=\"http://localhost/html-only\">");
        assertThat(opened.problems()).isEmpty();
    }

    @Test
    void pages_and_the_recipient_filter_count_what_there_is() throws IOException {
        for (int i = 0; i < 5; i++)
            caught("20261121T10000" + i + ".000Z-1", "To: ann@acme.test\nSubject: " + i + "\n\n");
        caught("20261121T090000.000Z-1", "To: max@acme.test\n\n");

        CaughtMails.Found found = mails.find("ANN@", 1, 2);

        assertThat(found.total()).isEqualTo(5);
        assertThat(found.mails()).extracting(CaughtMail::subject).containsExactly("2", "1");
        assertThat(mails.find("", 0, 2).total()).isEqualTo(6);
    }

    @Test
    void broken_and_huge_mails_leave_the_others_readable() throws IOException {
        caught("20261121T100004.000Z-1", "Content-Type: multipart/mixed\n\nno boundary, no part");
        caught("20261121T100003.000Z-1", "Content-Type: text/plain\nContent-Transfer-Encoding: nonsense\n\nx");
        caught("20261121T100002.000Z-1", "\0\1\2\3 no mail at all =?X-NO?Q?=ZZ?=");
        caught("20261121T100001.000Z-1", "To: @@,,<<\nSubject: =?X-NO-SUCH?Q?caf=E9?=\n\n");
        caught("20261121T100000.000Z-1", "To: ann@acme.test\n\n" + "x".repeat(CaughtMails.READ_AT_MOST + 9));
        caught("20261121T090000.000Z-1", "To: rita@acme.test\nSubject: fine\n\n");
        Files.createDirectory(directory.resolve("20261121T080000.000Z-1.eml"));

        CaughtMails.Found found = mails.find("", 0, 10);

        assertThat(found.mails()).hasSize(6);
        assertThat(mails.find("rita", 0, 10).mails())
                .extracting(CaughtMail::subject)
                .containsExactly("fine");
        assertThat(mails.open("20261121T100000.000Z-1").orElseThrow().problems())
                .containsExactly("This mail is huge: only its beginning is shown here.");
        assertThat(mails.open("20261121T100003.000Z-1").orElseThrow().problems())
                .singleElement()
                .asString()
                .startsWith("A part of this mail cannot be read");
    }

    @Test
    void a_file_that_somebody_put_there_arrived_when_it_was_written() throws IOException {
        Path file = caught("by-hand", "Subject: hello\n\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        Files.writeString(directory.resolve("20261121T100000.000Z-000001.eml.part"), "half a mail");

        assertThat(mails.find("", 0, 10).mails())
                .extracting(CaughtMail::at)
                .containsExactly(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void nothing_outside_the_directory_is_a_mail() throws IOException {
        Path secret = Files.writeString(directory.resolveSibling(directory.getFileName() + "-secret.eml"), "secret");
        Files.createSymbolicLink(directory.resolve("link.eml"), secret);
        String name = secret.getFileName().toString().replace(".eml", "");

        for (String id : List.of("../" + name, "..\\" + name, secret.toString(), "link", "..", "", "a\0b", "a/b"))
            assertThat(mails.source(id)).as(id).isEmpty();
        assertThat(mails.find("", 0, 10).mails()).isEmpty();
        Files.delete(secret);
    }

    @Test
    void without_a_catcher_there_are_no_mails() {
        CaughtMails none = new CaughtMails();

        assertThat(none.find("", 0, 10).total()).isZero();
        assertThat(none.open("one")).isEmpty();
    }

    @Test
    void links_end_where_the_sentence_goes_on() {
        assertThat(Links.in(
                        "See (https://a.test/x), <http://b.test/y?z=1&q=2>. Or https://c.test/w_(v)! https://a.test/x"))
                .containsExactly("https://a.test/x", "http://b.test/y?z=1&q=2", "https://c.test/w_(v)");
    }

    private Path caught(String id, String mail) throws IOException {
        return Files.write(
                directory.resolve(id + ".eml"), mail.replace("\n", "\r\n").getBytes(UTF_8));
    }
}
