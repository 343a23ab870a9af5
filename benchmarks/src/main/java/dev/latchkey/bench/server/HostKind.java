package dev.latchkey.bench.server;

/** What a host has beside its own. */
public enum HostKind {
    /** Nothing. */
    ALONE("host"),
    /** Latchkey's tables in its persistence unit, with the statements of a start and of a sign-in, but no Latchkey. */
    TABLES("host-with-latchkey"),
    /** Latchkey. */
    LATCHKEY("host-with-latchkey");

    private final String persistenceUnit;

    HostKind(String persistenceUnit) {
        this.persistenceUnit = persistenceUnit;
    }

    String persistenceUnit() {
        return persistenceUnit;
    }
}
