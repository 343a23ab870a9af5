package dev.latchkey.ceremony;

/** Listens to what happens. Called after the transaction, in the request's thread; an exception thrown here is logged and goes no further. */
@FunctionalInterface
public interface PasskeyEvents {
    void happened(PasskeyEvent event);
}
