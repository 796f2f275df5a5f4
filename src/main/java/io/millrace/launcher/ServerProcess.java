package io.millrace.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Payara Micro with the WAR, as a child of the launcher. */
final class ServerProcess {

    private static final String LOGGING = """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=FINE
            java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
            java.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$-7s %3$s %5$s%6$s%n
            .level=INFO
            fish.payara.boot.runtime.BootCommand.level=WARNING
            javax.enterprise.system.security.ssl.level=SEVERE
            javax.enterprise.system.tools.deployment.common.level=WARNING
            org.hibernate.validator.internal.util.Version.level=WARNING
            """;

    // Named, because the libraries would read through every jar for them: for each mail and for each timer.
    private static final List<String> FACTORIES = List.of(
            "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider",
            "-Djavax.xml.datatype.DatatypeFactory=com.sun.org.apache.xerces.internal.jaxp.datatype.DatatypeFactoryImpl");

    private final DataDirectory data;
    private final Path log;
    private @Nullable Process process;

    ServerProcess(DataDirectory data) throws IOException {
        this.data = data;
        this.log = data.freshLog("server.log");
    }

    void start(Payload payload, LaunchPlan plan, Map<String, String> environment, Children children)
            throws IOException {
        ProcessBuilder program = new ProcessBuilder(command(payload, plan))
                .directory(data.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())); // or it could not be cut (GrowingLog)
        program.environment().putAll(environment);
        Process started = children.start(Children.Role.SERVER, program);
        started.getOutputStream().close();
        process = started;
    }

    private List<String> command(Payload payload, LaunchPlan plan) throws IOException {
        Path scratch = data.emptyScratch();
        List<String> command = new ArrayList<>(List.of(Children.java(), "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(FACTORIES);
        plan.settings()
                .text("MILLRACE_JVM_OPTIONS")
                .ifPresent(options -> command.addAll(List.of(options.split("\\s+"))));
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + scratch,
                "-jar",
                payload.server().toString(),
                "--deploy",
                payload.war().toString(),
                "--contextroot",
                "/",
                "--port",
                Integer.toString(plan.httpPort()),
                "--nocluster",
                "--disablephonehome",
                "--logproperties",
                write("logging.properties", LOGGING),
                "--prebootcommandfile",
                write("before-boot.txt", beforeBoot(plan))));
        return command;
    }

    /**
     * Hazelcast would open port 6900 to the world even without a cluster, and costs two seconds at each start. Which
     * server it is, and how old, is nobody's business.
     */
    private static String beforeBoot(LaunchPlan plan) {
        return """
                set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
                set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=%s
                set configs.config.server-config.network-config.protocols.protocol.http-listener.http.server-header=false
                """.formatted(plan.httpAddress());
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(data.scratch().resolve(name), content).toString();
    }

    /** @throws CannotStart as soon as it is known that it never will be */
    void awaitReady(LaunchPlan plan) {
        HealthCheck health = new HealthCheck(plan.localUrl());
        FailedDeployment failure = new FailedDeployment(log);
        Deadline.in(plan.patience()).await(() -> hasEnded() || failure.isKnown() || health.isReady());
        if (failure.isKnown()) throw new CannotStart(failure.sentence() + "\nIts log is " + log + ".");
        if (hasEnded()) throw new CannotStart("The server ended while it was starting. " + LogTail.of(log));
        if (!health.isReady())
            throw new CannotStart("The server was not ready after "
                    + plan.patience().toSeconds() + " seconds (MILLRACE_START_TIMEOUT). " + LogTail.of(log));
    }

    void stop(Duration grace) {
        Process started = process;
        if (started == null || hasEnded()) return;
        started.destroy();
        if (!Deadline.in(grace).await(this::hasEnded)) started.destroyForcibly();
    }

    /** Comes with a sentence when the server has ended. */
    CompletableFuture<String> end() {
        Process started = process;
        if (started == null) throw new IllegalStateException("not started");
        return started.onExit()
                .thenApply(ended ->
                        "The server ended by itself (exit code " + ended.exitValue() + "). " + LogTail.of(log));
    }

    private boolean hasEnded() {
        Process started = process;
        return started != null && !started.isAlive();
    }
}
