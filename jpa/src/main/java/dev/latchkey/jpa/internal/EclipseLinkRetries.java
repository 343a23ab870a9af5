package dev.latchkey.jpa.internal;

import jakarta.persistence.EntityManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * EclipseLink's own answer to a lost database: it tries three times, with pauses of five seconds, before it tells. By reflection, as
 * the storage knows no provider.
 */
final class EclipseLinkRetries {
    private static final Logger LOG = LoggerFactory.getLogger(EclipseLinkRetries.class);
    private static final String SESSION = "org.eclipse.persistence.sessions.Session";

    private EclipseLinkRetries() {}

    /** Lets EclipseLink tell at once; of another provider's factory nothing is asked. */
    static void switchOff(EntityManagerFactory factory) {
        if (!factory.getClass().getName().startsWith("org.eclipse.persistence.")) {
            return;
        }
        try {
            Class<?> type = Class.forName(SESSION, false, factory.getClass().getClassLoader());
            Object login = type.getMethod("getLogin").invoke(factory.unwrap(type));
            login.getClass().getMethod("setQueryRetryAttemptCount", int.class).invoke(login, 0);
        } catch (ReflectiveOperationException e) {
            LOG.warn("This EclipseLink is not known: its retries stay on, so that a lost database is told late", e);
        }
    }
}
