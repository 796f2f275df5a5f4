package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst who types what the guide to a first change says, in its order. */
class FirstChangeIT extends WithProduct {

    private static final Path DOCS = Path.of("docs").toAbsolutePath();
    private static final Path GUIDE = DOCS.resolve("first-change.md");
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");
    private static final Pattern STEP = Pattern.compile("^## (\\d+)\\. ", Pattern.MULTILINE);

    @TempDir
    Path folder;

    private Company company;
    private Shell shell;
    private final Deque<String> commands = new ArrayDeque<>();

    @BeforeEach
    void a_shell_in_an_empty_folder() throws IOException {
        company = Company.founded(here());
        shell = new Shell(folder);
        commands.addAll(commandsOf(GUIDE));
    }

    /** As they are typed here: at this server, as people of this company, and with the clone elsewhere. */
    private List<String> commandsOf(Path page) throws IOException {
        String address = here().toString().replaceFirst("/$", "");
        return COMMANDS.matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1)
                        .replaceAll("(http://)?localhost:8080", address)
                        .replace("\"tenant\":\"acme\"", "\"tenant\":\"" + company.slug() + "\"")
                        .replace("src/docs/", DOCS + "/"))
                .toList();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void each_command_does_what_the_guide_says() throws IOException {
        next(); // the key
        next(); // the model
        assertThat(Files.readString(folder.resolve("before.bpmn"))).contains("<process id=\"purchase-approval\"");
        assertThat(next())
                .contains("\"administrator\"", "\"ceo\"", "\"manager\"", "\"owner\"", "\"revenue_assurance\"");
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("millrace.json").toFile())
                        .findValuesAsText("name"))
                .contains("Send mail");
        next(); // what the Modeler has saved
        assertThat(next()).contains("\"code\":\"model_refused\"").contains(findings());
        assertThat(next()).contains("\"key\":\"purchase-approval\"", "\"version\":1", "\"shared\":false");

        assertThat(next()).contains("\"title\":\"A bench\"", "\"state\":\"requested\"");
        rita_fills_in_the_form_and_the_managers_are_told();

        assertThat(next()).contains("\"version\":1", "\"state\":\"running\"", "\"shared\":true");
        assertThat(next()).contains("\"version\":2").endsWith("204\n409");
        assertThat(next()).contains("\"version\":3", "\"shared\":false"); // a number is never given again
        assertThat(commands).isEmpty();
    }

    /** In Tasklist, says the guide; that the browser does it is another test's. */
    private void rita_fills_in_the_form_and_the_managers_are_told() {
        MillraceClient rita = company.signIn("rita");
        String task = rita.get("/tasks").text("/items/0/id");
        String form = "{\"variables\": {\"costCentre\": \"%s\", \"left\": %d}}";
        String unlike = company.slug().substring(8, 14);
        assertThat(rita.post("/tasks/" + task + "/completion", form.formatted(unlike, -5))
                        .status())
                .isEqualTo(422);
        assertThat(rita.post("/tasks/" + task + "/completion", form.formatted(unlike, 100))
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Mailbox.recipientsOf(
                                TestServers.mails(), "Cost centre " + unlike + ": 100 EUR are left."))
                        .contains("max@acme.test"));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        !company.signIn("max").get("/tasks").body().get("items").isEmpty());
    }

    @Test
    void the_readme_s_first_request_is_answered() throws IOException {
        List<String> readme = commandsOf(Path.of("../README.md").toAbsolutePath());
        String request = readme.stream()
                .filter(block -> block.contains("curl"))
                .findFirst()
                .orElseThrow();

        assertThat(shell.run(request)).contains("\"title\":\"Two laptops\"", "\"state\":\"manager\"");
    }

    @Test
    void there_are_ten_steps_and_all_pictures_are_there_and_small() throws IOException {
        String guide = Files.readString(GUIDE);

        assertThat(STEP.matcher(guide).results().map(it -> it.group(1)))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        List<Path> pictures = PICTURE.matcher(guide)
                .results()
                .map((MatchResult it) -> DOCS.resolve(it.group(1)))
                .toList();
        assertThat(pictures)
                .hasSizeGreaterThan(4)
                .allSatisfy(picture -> assertThat(Files.size(picture)).isBetween(10_000L, 150_000L));
    }

    /** As the guide quotes them, in the writing of the API. */
    private static String findings() throws IOException {
        String quoted =
                Files.readString(GUIDE).replaceFirst("(?s).*```json\n", "").replaceFirst("(?s)```.*", "");
        return new ObjectMapper().readTree(quoted).get("errors").toString();
    }

    private String next() {
        return shell.run(commands.remove());
    }
}
