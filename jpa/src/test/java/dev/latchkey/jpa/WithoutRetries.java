package dev.latchkey.jpa;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Lets EclipseLink tell at once that the database is lost, in a factory of the host's. */
public class WithoutRetries implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
