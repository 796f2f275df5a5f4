package io.millrace.web.pages;

import static io.millrace.web.pages.MailQuestion.ALL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.jobs.demo.CaughtMails;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMailsTest {

    private static final MailQuestion PERSON = new MailQuestion("text/html,*/*;q=0.8", "", 1, ALL);
    private static final MailQuestion PROGRAM = new MailQuestion("application/json", "", 1, ALL);
    private static final String ID = "20261121T110000.250Z-000001";

    @TempDir
    Path directory;

    private final DemoMails pages = new DemoMails();

    @BeforeEach
    @SuppressWarnings("StringConcatToTextBlock") // its line ends are not those of a mail
    void catchOneMail() throws IOException {
        pages.demo = true;
        pages.mails = new CaughtMails(directory);
        Files.write(
                directory.resolve(ID + ".eml"),
                ("To: max@acme.test\r\nSubject: <script>alert(1)</script>\r\n"
                                + "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
                                + "--b\r\n\r\nSee http://localhost/a?b=1&c=2.\r\n"
                                + "--b\r\nContent-Type: text/html\r\n\r\n<p onclick='x()'>See</p>\r\n--b--\r\n")
                        .getBytes(UTF_8));
    }

    @Test
    void a_program_gets_recipient_subject_time_and_links() throws IOException {
        assertThat(body(pages.answer("", PROGRAM)))
                .isEqualTo("[{\"to\":\"max@acme.test\",\"subject\":\"<script>alert(1)</script>\","
                        + "\"at\":\"2026-11-21T11:00:00.250Z\",\"links\":[\"http://localhost/a?b=1&c=2\"]}]");
        assertThat(body(pages.answer("", new MailQuestion("application/json", "ann@", 1, ALL))))
                .isEqualTo("[]");
    }

    @Test
    void a_person_gets_pages_in_which_nothing_of_a_mail_is_markup() throws IOException {
        for (String path : List.of("", "/", "/" + ID)) {
            Answer page = pages.answer(path, PERSON);

            assertThat(page.type()).isEqualTo("text/html");
            assertThat(page.policy()).contains("script-src 'none'");
            assertThat(body(page))
                    .contains("&lt;script&gt;alert(1)")
                    .contains("max@acme.test")
                    .doesNotContain("<script", "onclick");
        }
    }

    @Test
    void the_html_of_a_mail_comes_in_a_sandbox() throws IOException {
        Answer html = pages.answer("/" + ID + "/html", PERSON);

        assertThat(body(html)).endsWith("<p onclick='x()'>See</p>");
        assertThat(html.policy()).contains("default-src 'none'", "sandbox").doesNotContain("allow-scripts");
        assertThat(pages.answer("/" + ID + "/source", PERSON).type()).isEqualTo("text/plain");
    }

    @Test
    void what_is_not_a_mail_is_not_found() {
        for (String path : List.of("/none", "/" + ID + "/other", "/" + ID + "/html/more", "/../x", "//", "/.."))
            assertThat(pages.answer(path, PERSON).status()).as(path).isEqualTo(404);
    }

    @Test
    void outside_of_the_demo_nothing_is_found() {
        pages.demo = false;

        for (String path : List.of("", "/" + ID, "/" + ID + "/html", "/" + ID + "/source")) {
            assertThat(pages.answer(path, PERSON).status()).as(path).isEqualTo(404);
            assertThat(pages.answer(path, PROGRAM).status()).as(path).isEqualTo(404);
        }
    }

    private static String body(Answer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.body().writeTo(out);
        return out.toString(UTF_8);
    }
}
