package io.millrace.boot;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The signal that tells the process to end. By name, because the compiler warns of the JDK's only way to hear of it
 * before the shutdown hooks run.
 */
final class TermSignal {

    private final Class<?> handlers;
    private final Class<?> signals;
    private final Object term;
    private final CompletableFuture<Object> before = new CompletableFuture<>();

    private TermSignal() throws ReflectiveOperationException {
        signals = Class.forName("sun.misc.Signal");
        handlers = Class.forName("sun.misc.SignalHandler");
        term = signals.getConstructor(String.class).newInstance("TERM");
    }

    /**
     * @param told runs on the JVM's thread for signals, so it must be quick; whatever it throws, the signal goes on
     * @throws ReflectiveOperationException when this JVM does not let us hear it
     */
    static TermSignal listen(Consumer<TermSignal> told) throws ReflectiveOperationException {
        TermSignal signal = new TermSignal();
        signal.before.complete(signal.handle(signal.handler(told)));
        return signal;
    }

    private Object handler(Consumer<TermSignal> told) {
        return Proxy.newProxyInstance(
                handlers.getClassLoader(),
                new Class<?>[] {handlers},
                (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> "told to end";
                    default -> {
                        tell(told);
                        yield null;
                    }
                });
    }

    private void tell(Consumer<TermSignal> told) {
        boolean heard = false;
        try {
            told.accept(this);
            heard = true;
        } finally {
            if (!heard) passOn();
        }
    }

    /** What it would have done without us, which is to run the shutdown hooks and to end. */
    void passOn() {
        try {
            handlers.getMethod("handle", signals).invoke(before.join(), term);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget() {
        try {
            handle(before.join());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object handle(Object handler) throws ReflectiveOperationException {
        return signals.getMethod("handle", signals, handlers).invoke(null, term, handler);
    }
}
