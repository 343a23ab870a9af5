package dev.latchkey.jpa;

import java.util.Locale;
import java.util.Objects;

/** The persistence providers that the suite runs on; system property {@code provider} names one. */
enum Provider {
    HIBERNATE("org.hibernate.jpa.HibernatePersistenceProvider"),
    ECLIPSELINK("org.eclipse.persistence.jpa.PersistenceProvider");

    private final String className;

    Provider(String className) {
        this.className = className;
    }

    String className() {
        return className;
    }

    static Provider current() {
        return valueOf(Objects.requireNonNullElse(System.getProperty("provider"), "hibernate")
                .toUpperCase(Locale.ROOT));
    }
}
