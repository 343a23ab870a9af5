package dev.latchkey.event;

import java.util.List;

/**
 * Listens to what happens. Called after the transaction, in the request's thread, by many threads at once; what it throws is logged and goes
 * no further. Found as the {@code ServletContext} attribute {@code dev.latchkey.event.PasskeyEvents} and by {@link java.util.ServiceLoader};
 * all are called, the attribute's first.
 */
@FunctionalInterface
public interface PasskeyEvents {
    void happened(PasskeyEvent event);

    /** A request to one of the endpoints was answered; for measuring, as what happened has been told before. */
    default void answered(Answered request) {}

    /** One that tells all of them, in this order; none can keep the next from hearing. */
    static PasskeyEvents all(List<? extends PasskeyEvents> listeners) {
        return new AllListeners(listeners);
    }
}
