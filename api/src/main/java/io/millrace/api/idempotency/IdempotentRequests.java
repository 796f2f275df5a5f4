package io.millrace.api.idempotency;

import io.millrace.api.json.WireJson;
import io.millrace.idempotency.Answer;
import io.millrace.idempotency.MarkedRequest;
import io.millrace.idempotency.OnlyOnce;
import io.millrace.idempotency.OnlyOnce.Outcome;
import io.millrace.idempotency.StillRunning;
import io.millrace.identity.CurrentMember;
import io.millrace.tenancy.TenantScope;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs a marked request at most once. Outside the transaction, because it makes the one that holds the
 * effect together with the answer, and makes another while it waits for somebody else's.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class IdempotentRequests {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);

    @Inject
    HttpServletRequest request;

    @Inject
    OnlyOnce onlyOnce;

    @Inject
    Turnstile turnstile;

    @Inject
    CurrentMember currentMember;

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        Optional<String> key = IdempotencyKey.of(request);
        if (key.isEmpty()) return call.proceed();
        MarkedRequest marked = new MarkedRequest(
                currentMember.get().id().toString(), key.get(), RequestHash.of(call.getMethod(), call.getParameters()));
        return patiently(marked, call);
    }

    private Response patiently(MarkedRequest marked, InvocationContext call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Turnstile.Turn turn =
                turnstile.enter(List.of(TenantScope.current(), marked.principal(), marked.key()), end)) {
            return poll(marked, call, end);
        }
    }

    /** Another node may be running it. Asking again, ever less often, because waiting inside the database holds a connection. */
    private Response poll(MarkedRequest marked, InvocationContext call, long end) {
        Duration pause = PAUSE;
        AtomicReference<@Nullable Response> secret = new AtomicReference<>();
        while (true) {
            try {
                Outcome outcome = onlyOnce.run(marked, () -> answer(call, secret));
                Response shownOnce = secret.get();
                return shownOnce == null || outcome.replayed() ? response(outcome) : shownOnce;
            } catch (StillRunning elsewhere) {
                if (System.nanoTime() + pause.toNanos() >= end
                        || Thread.currentThread().isInterrupted()) throw elsewhere;
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** @param secret gets the answer if it must not be kept as it is */
    private static Answer answer(InvocationContext call, AtomicReference<@Nullable Response> secret) {
        try {
            Response response = (Response) call.proceed();
            if (response.getEntity() instanceof ShownOnce) secret.set(response);
            return new Answer(
                    response.getStatus(),
                    response.getHeaderString(HttpHeaders.LOCATION),
                    response.getHeaderString(HttpHeaders.ETAG),
                    response.hasEntity()
                            ? new String(WireJson.write(kept(response.getEntity())), StandardCharsets.UTF_8)
                            : null);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a resource method threw a checked exception", e);
        }
    }

    private static Object kept(Object entity) {
        return entity instanceof ShownOnce secret ? secret.withoutSecret() : entity;
    }

    private static Response response(Outcome outcome) {
        Answer answer = outcome.answer();
        Response.ResponseBuilder builder = Response.status(answer.status())
                .location(uri(answer.location()))
                .header(HttpHeaders.ETAG, answer.etag());
        if (answer.body() != null) {
            builder.entity(answer.body().getBytes(StandardCharsets.UTF_8)).type(MediaType.APPLICATION_JSON_TYPE);
        }
        return outcome.replayed()
                ? builder.header("Idempotent-Replayed", "true").build()
                : builder.build();
    }

    private static @Nullable URI uri(@Nullable String location) {
        return location == null ? null : URI.create(location);
    }
}
