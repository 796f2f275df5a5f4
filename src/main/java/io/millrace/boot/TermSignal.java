package io.millrace.boot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The signal that tells the process to end. By name, because the compiler warns of the JDK's only way to hear of it
 * before the shutdown hooks run.
 */
final class TermSignal {

    private final Class<?> handlers;
    private final Class<?> signals;
    private final Object term;
    private final Object before;

    /** @param told runs on the JVM's thread for signals, so it must be quick */
    private TermSignal(Runnable told) throws ReflectiveOperationException {
        signals = Class.forName("sun.misc.Signal");
        handlers = Class.forName("sun.misc.SignalHandler");
        term = signals.getConstructor(String.class).newInstance("TERM");
        before = handle(Proxy.newProxyInstance(
                handlers.getClassLoader(),
                new Class<?>[] {handlers},
                (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> "told to end";
                    default -> {
                        told.run();
                        yield null;
                    }
                }));
    }

    static TermSignal listen(Runnable told) {
        try {
            return new TermSignal(told);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM does not let us hear signals", e);
        }
    }

    /** What it would have done without us, which is to run the shutdown hooks and to end. */
    void passOn() {
        try {
            handlers.getMethod("handle", signals).invoke(before, term);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget() {
        try {
            handle(before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object handle(Object handler) throws ReflectiveOperationException {
        try {
            return signals.getMethod("handle", signals, handlers).invoke(null, term, handler);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
