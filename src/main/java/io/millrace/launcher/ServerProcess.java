package io.millrace.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Node node;
    private final Path log;
    private @Nullable Process process;

    ServerProcess(DataDirectory data, Node node) throws IOException {
        this.data = data;
        this.node = node;
        this.log = data.freshLog(node.logName());
    }

    void start(Payload payload, LaunchPlan plan, Map<String, String> environment, Children children)
            throws IOException {
        ProcessBuilder program = new ProcessBuilder(command(payload, plan))
                .directory(data.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())); // or it could not be cut (GrowingLog)
        program.environment().putAll(node.environment(environment));
        Process started = children.start(Children.Role.SERVER, program);
        started.getOutputStream().close();
        process = started;
    }

    private List<String> command(Payload payload, LaunchPlan plan) throws IOException {
        Path scratch = data.emptyScratch(node);
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
                Integer.toString(node.port()),
                "--nocluster",
                "--disablephonehome",
                "--logproperties",
                write(scratch, "logging.properties", LOGGING),
                "--prebootcommandfile",
                write(scratch, "before-boot.txt", beforeBoot(node))));
        return command;
    }

    /**
     * Hazelcast would open port 6900 to the world even without a cluster, and costs two seconds at each start. Which
     * server it is, and how old, is nobody's business.
     */
    private static String beforeBoot(Node node) {
        return """
                set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
                set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=%s
                set configs.config.server-config.network-config.protocols.protocol.http-listener.http.server-header=false
                """.formatted(node.address());
    }

    private static String write(Path directory, String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    /** @throws CannotStart as soon as it is known that it never will be */
    void awaitReady(LaunchPlan plan) {
        HealthCheck health = new HealthCheck(node.localUrl());
        FailedDeployment failure = new FailedDeployment(log);
        Deadline.in(plan.patience()).await(() -> hasEnded() || failure.isKnown() || health.isReady());
        if (failure.isKnown()) throw new CannotStart(failure.sentence() + "\nIts log is " + log + ".");
        if (hasEnded()) throw new CannotStart("The server ended while it was starting. " + LogTail.of(log));
        if (!health.isReady())
            throw new CannotStart("The server was not ready after "
                    + plan.patience().toSeconds() + " seconds (MILLRACE_START_TIMEOUT). " + LogTail.of(log));
    }

    /** All at the same time: they share the grace. */
    static void stop(List<ServerProcess> servers, Duration grace) {
        servers.forEach(server -> server.living().ifPresent(Process::destroy));
        Deadline.in(grace).await(() -> servers.stream().allMatch(ServerProcess::hasEnded));
        servers.forEach(server -> server.living().ifPresent(Process::destroyForcibly));
    }

    private Optional<Process> living() {
        return Optional.ofNullable(process).filter(Process::isAlive);
    }

    /** Comes with a sentence when the server has ended. */
    CompletableFuture<String> end() {
        Process started = process;
        if (started == null) throw new IllegalStateException("not started");
        return started.onExit()
                .thenApply(ended -> (node.isFirst() ? "The server" : "Server " + node.number())
                        + " ended by itself (exit code " + ended.exitValue() + "). " + LogTail.of(log));
    }

    private boolean hasEnded() {
        return living().isEmpty();
    }
}
