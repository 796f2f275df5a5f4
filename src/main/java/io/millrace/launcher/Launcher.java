package io.millrace.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts everything in order, waits for its end, and stops everything in the opposite order. */
public final class Launcher {

    /** Besides the server's grace time of 3 s; 10 s is what we promise, and the JVM needs a moment to end. */
    private static final Duration ALL_STOPPED = Duration.ofSeconds(6);

    private static final Duration SERVER_STOPPED = Duration.ofMillis(2500);

    private final Console console = new Console(System.out);
    private final Running running = new Running();
    private final Path jar = Payload.ownJar();
    private final LaunchPlan plan;
    private final DataDirectory data;
    private final DataLock lock;

    private Launcher(LaunchPlan plan) throws IOException {
        this.plan = plan;
        this.data = DataDirectory.open(plan.data());
        this.lock = DataLock.take(data);
    }

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            boolean isAskedFor = List.of(arguments).equals(List.of("--help"));
            if (!isAskedFor) System.err.println(Help.noSuchOption(arguments));
            System.out.print(Help.TEXT);
            System.exit(isAskedFor ? 0 : 2);
        }
        try {
            LaunchPlan plan = LaunchPlan.of(Settings.of(System.getenv(), System.getProperties()));
            new Launcher(plan).run();
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
        } catch (IOException e) {
            System.err.println("Millrace cannot start: " + e);
        }
        System.exit(1);
    }

    /** Ends by an exception, when something of ours has ended that should not have. */
    private void run() throws IOException {
        Port.requireFree(plan.ports());
        if (plan.embedded()) PostgresUser.find(data); // or refuse before anything is touched
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        if (plan.settings().flag("MILLRACE_LAUNCHER_WATCH_PARENT", false)) ParentWatch.start(() -> System.exit(0));
        console.say("Millrace starts on Java " + Runtime.version().feature() + ", its data is in " + data.root());

        Payload payload = new Payload(jar, data.runtime());
        if (payload.unpack(plan.embedded())) console.step("unpacked what the jar carries");
        Leash leash = Leash.fasten(jar, data, plan.embedded() ? payload.postgres() : null);
        running.endsWith(leash.end().thenApply(ended -> "The watchdog ended."));
        Children children = new Children(leash);
        Map<String, String> environment =
                plan.embedded() ? startDatabase(payload, children) : ServerEnvironment.of(plan, data);
        if (plan.catchesMail()) startMailCatcher();
        startServers(payload, environment, children);
        console.say(WelcomeTable.of(plan, data, environment));
        throw new CannotStart(running.awaitFirstEnd());
    }

    private Map<String, String> startDatabase(Payload payload, Children children) throws IOException {
        Secrets secrets = Secrets.of(data);
        PostgresUser user = PostgresUser.find(data);
        DatabaseCluster cluster = new DatabaseCluster(payload.postgres(), data.database(), user);
        if (cluster.createIfAbsent(secrets, children)) console.step("made an empty database");
        int port = plan.databasePort() == LaunchPlan.ANY ? Port.anyFree() : plan.databasePort();
        EmbeddedDatabase database = new EmbeddedDatabase(cluster, children);
        running.add(deadline -> database.stop(deadline, children.helpers()));
        Path log = data.freshLog("database.log");
        database.start(port, log);
        console.step("the database listens on port " + port);
        database.process()
                .ifPresent(process -> running.endsWith(
                        process.onExit().thenApply(ended -> "The database ended by itself; its log is " + log + ".")));
        return ServerEnvironment.of(plan, data, secrets, port);
    }

    private void startMailCatcher() throws IOException {
        MailCatcher catcher = new MailCatcher(data.mail(), plan.smtpPort(), Clock.systemUTC());
        running.add(deadline -> catcher.stop());
        catcher.start();
        console.step("the mail catcher listens on port " + plan.smtpPort());
    }

    /** One after the other: the first migrates the database. */
    private void startServers(Payload payload, Map<String, String> environment, Children children) throws IOException {
        List<ServerProcess> servers = new CopyOnWriteArrayList<>();
        running.add(deadline -> ServerProcess.stop(servers, plan.grace().plus(SERVER_STOPPED)));
        for (Node node : plan.nodes()) {
            ServerProcess server = new ServerProcess(data, node);
            servers.add(server);
            console.step(node.words() + " starts on port " + node.port() + ", its log is " + data.log(node.logName()));
            server.start(payload, plan, environment, children);
            GrowingLog.watch(data, node.logName(), console);
            server.awaitReady(plan);
            console.step("ready");
        }
        running.endsWith(lastEnd(servers));
    }

    /** With several, one that ends is told, and the others go on: that is what they are for. */
    private CompletableFuture<String> lastEnd(List<ServerProcess> servers) {
        CompletableFuture<String> last = CompletableFuture.completedFuture("");
        for (ServerProcess server : servers) {
            CompletableFuture<String> end = server.end();
            if (servers.size() > 1) end = end.whenComplete((sentence, never) -> console.say(sentence));
            last = last.thenCombine(end, (before, sentence) -> sentence);
        }
        return last;
    }

    private void stop() {
        console.say("Stopping …");
        running.stop(Deadline.in(plan.grace().plus(ALL_STOPPED)));
        try {
            lock.close();
        } catch (IOException e) {
            System.err.println("The lock was not given back: " + e);
        }
        console.say("Stopped.");
    }
}
