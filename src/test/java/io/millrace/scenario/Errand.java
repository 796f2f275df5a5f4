package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.scenario.MillraceClient.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One purchase request of acme, from the first asking to its end. It knows its whole way beforehand and
 * remembers how far the product's answers have brought it.
 */
final class Errand {

    private static final List<String> GATES = List.of("manager", "revenue_assurance", "ceo", "owner");
    /** In cents, for one gate, two, three and four. */
    private static final List<Long> AMOUNTS = List.of(40_000L, 120_000L, 900_000L, 3_000_000L);

    private final int number;
    private final String title;
    private final long cents;
    private final List<String> way;
    private final UUID key = UUID.randomUUID();
    private volatile String id = "";
    /** In {@link #way}; -1 before the request was answered. */
    private final AtomicInteger position = new AtomicInteger(-1);

    private volatile boolean isUnanswered;
    private final AtomicInteger collisions = new AtomicInteger();

    private Errand(String title, int number, long cents, List<String> way) {
        this.number = number;
        this.title = title;
        this.cents = cents;
        this.way = way;
    }

    /** Most are approved; of ten, one each is rejected at the last gate, returned at the first and recalled. */
    private static List<String> way(int gates, int kind) {
        List<String> way = new ArrayList<>(GATES.subList(0, kind >= 8 ? 1 : gates));
        way.add(
                switch (kind) {
                    case 7 -> "rejected";
                    case 8 -> "returned";
                    case 9 -> "recalled";
                    default -> "completed";
                });
        return List.copyOf(way);
    }

    static Errand of(String series, int number) {
        int gates = 1 + number % GATES.size();
        return new Errand(series + "-" + number, number, AMOUNTS.get(gates - 1), way(gates, number % 10));
    }

    /** Nobody decides it: it is done as soon as it is accepted. */
    static Errand onlyAsked(String series, int number) {
        return new Errand(series + "-" + number, number, AMOUNTS.get(0), GATES.subList(0, 1));
    }

    static List<Errand> many(String series, int count) {
        return IntStream.range(0, count).mapToObj(n -> of(series, n)).toList();
    }

    /** One step, made or tried. @return false when it was cut off or put off: nobody knows what became of it */
    boolean step(People people) {
        try {
            Answer answer = position.get() < 0 ? ask(people) : answerGate(people);
            if (isCollision(answer)) {
                collisions.incrementAndGet();
                return true;
            }
            if (answer.status() == 503) {
                assertThat(answer.header("Retry-After"))
                        .as("%s: %s", title, answer)
                        .isNotBlank();
                isUnanswered = true;
                return false;
            }
            if (answer.status() == 409 && isUnanswered)
                answer = people.requester().get("/approvals/" + id);
            if (answer.status() > 201) throw new AssertionError(title + ": " + answer + story(people));
            accept(answer);
            return true;
        } catch (UncheckedIOException cutOff) {
            isUnanswered = true;
            return false;
        }
    }

    private String story(People people) {
        return id.isEmpty()
                ? ""
                : "\nwhile it stood so: "
                        + people.requester().get("/approvals/" + id).body();
    }

    private Answer ask(People people) {
        return people.requester()
                .with("Idempotency-Key", key.toString())
                .post(
                        "/approvals",
                        "{\"type\": \"purchase\", \"title\": \"%s\", \"amount\": {\"amount\": %d, \"currency\": \"EUR\"}}"
                                .formatted(title, cents));
    }

    private Answer answerGate(People people) {
        String next = way.get(position.get() + 1);
        if (next.equals("recalled")) return people.requester().delete("/approvals/" + id);
        String decision = next.equals("rejected") ? "reject" : next.equals("returned") ? "return" : "approve";
        return people.decider(state())
                .put(
                        "/approvals/%s/gates/%s/decision".formatted(id, state()),
                        "{\"decision\": \"%s\", \"comment\": \"as planned\"}".formatted(decision));
    }

    /** A reminder's timer and a decision met in the engine; the loser is told to look again. */
    private static boolean isCollision(Answer answer) {
        return answer.status() == 409 && answer.code().equals("concurrent_change");
    }

    private void accept(Answer answer) {
        assertThat(answer.text("/state")).as("%s: %s", title, answer).isEqualTo(way.get(position.get() + 1));
        id = answer.text("/id");
        position.incrementAndGet();
        isUnanswered = false;
    }

    /** Reads it: it stands where the last answer said, or one step on when the step after that was cut off. */
    void mustStandWhereItStood(People people) {
        Answer answer = people.requester().get("/approvals/" + id);
        List<String> possible = way.subList(position.get(), position.get() + (isUnanswered ? 2 : 1));
        assertThat(answer.status()).as("%s: %s", title, answer).isEqualTo(200);
        assertThat(possible).as("%s: %s", title, answer).contains(answer.text("/state"));
    }

    boolean isAccepted() {
        return position.get() >= 0;
    }

    boolean isUnanswered() {
        return isUnanswered;
    }

    boolean isDone() {
        return position.get() == way.size() - 1;
    }

    /** In its series. */
    int number() {
        return number;
    }

    /** How many were answered. */
    int steps() {
        return position.get() + 1;
    }

    int collisions() {
        return collisions.get();
    }

    private String state() {
        return way.get(position.get());
    }

    /** Everything that somebody must have been told by now. */
    Set<Mailbox.Mail> mails() {
        return IntStream.rangeClosed(0, position.get())
                .mapToObj(i -> mail(way.get(i)))
                .filter(mail -> mail != null)
                .collect(Collectors.toSet());
    }

    private Mailbox.@Nullable Mail mail(String reached) {
        if (reached.equals("recalled")) return null;
        return GATES.contains(reached)
                ? new Mailbox.Mail(People.addressOfDecider("acme", reached), "Please decide", title)
                : new Mailbox.Mail(People.addressOfRequester("acme"), "Your request was " + reached, title);
    }
}
