package dev.latchkey.sample.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the session knows about whoever is here: the email address of the member, and since when. */
public final class Visit {

    /** Session attribute: the member's email address, absent for guests. */
    public static final String MEMBER = "member";
    /** Session attribute: the {@link Instant} of signing in. */
    public static final String SIGNED_IN_AT = "signedInAt";
    /** Session attribute: present where the member signed in with a password. */
    public static final String BY_PASSWORD = "signedInByPassword";

    private static final Duration RECENT = Duration.ofMinutes(10);

    private Visit() {}

    public static Optional<String> member(HttpServletRequest request) {
        return attribute(request, MEMBER, String.class);
    }

    /** Whether the member signed in within the last ten minutes. */
    public static boolean isRecent(HttpServletRequest request) {
        return attribute(request, SIGNED_IN_AT, Instant.class)
                .filter(Instant.now().minus(RECENT)::isBefore)
                .isPresent();
    }

    /** Signs a member in who has shown a password, in a session that nobody else can know. */
    static void begin(HttpServletRequest request, String email) {
        end(request);
        HttpSession session = request.getSession();
        session.setAttribute(MEMBER, email);
        session.setAttribute(SIGNED_IN_AT, Instant.now());
        session.setAttribute(BY_PASSWORD, true);
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(present -> present.getAttribute(name))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
