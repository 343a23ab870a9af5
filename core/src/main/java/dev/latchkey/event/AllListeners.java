package dev.latchkey.event;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners, and keeps each one's troubles from the others and from the request. Thread-safe. */
final class AllListeners implements PasskeyEvents {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.LOGGER);

    private final List<PasskeyEvents> listeners;

    AllListeners(List<? extends PasskeyEvents> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void happened(PasskeyEvent event) {
        each(listener -> listener.happened(event));
    }

    @Override
    public void answered(Answered request) {
        each(listener -> listener.answered(request));
    }

    private void each(Consumer<PasskeyEvents> telling) {
        for (PasskeyEvents listener : listeners) {
            try {
                telling.accept(listener);
            } catch (RuntimeException | LinkageError e) {
                LOG.error(
                        "event=listener_failed listener={}", listener.getClass().getName(), e);
            }
        }
    }
}
