package dev.latchkey.sample.run;

import org.eclipse.jetty.session.ManagedSession;

/** Reaches into the sessions of a running sample. */
public final class Sessions {
    private Sessions() {}

    /** Overwrites an attribute of the session that a {@code JSESSIONID} cookie names. */
    public static void set(SampleServer server, String cookie, String attribute, Object value) {
        String id = cookie.substring(0, cookie.indexOf('.'));
        ManagedSession session = server.application().getSessionHandler().getManagedSession(id);
        if (session.getAttribute(attribute) == null) {
            throw new IllegalStateException("The session has no attribute " + attribute);
        }
        session.setAttribute(attribute, value);
    }
}
