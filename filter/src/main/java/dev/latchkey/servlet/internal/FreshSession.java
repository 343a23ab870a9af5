package dev.latchkey.servlet.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** Keeps a session from being fixed before a login. */
public final class FreshSession {

    private FreshSession() {}

    /** The session of a request, with its content, under an id that nobody knew before; a new one where there was none. */
    public static HttpSession of(HttpServletRequest request) {
        HttpSession session = request.getSession();
        // A container may give a new session the id that the browser sent, if another of its applications uses that id.
        if (!session.isNew() || session.getId().equals(request.getRequestedSessionId())) {
            request.changeSessionId();
        }
        return request.getSession();
    }
}
