package dev.latchkey.servlet;

import dev.latchkey.account.Caller;
import dev.latchkey.servlet.internal.PasswordLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out who is logged in: by the kit, else by the session attribute that the application names, else by the container. Whoever is
 * found without a time counts as authenticated at the epoch, which is never recent. Thread-safe.
 */
final class SessionCallers {
    private final SessionLogin login;
    private final HostAttributes host;
    private final CallerResolver resolver;

    SessionCallers(SessionLogin login, HostAttributes host, CallerResolver resolver) {
        this.login = login;
        this.host = host;
        this.resolver = resolver;
    }

    Optional<Caller> caller(HttpServletRequest request) {
        Optional<HttpSession> session = Optional.ofNullable(request.getSession(false));
        Optional<Caller> found;
        try {
            found = found(request, session);
        } catch (IllegalStateException invalidatedMeanwhile) {
            found = Optional.empty();
        }
        return resolver.resolve(request, found);
    }

    private Optional<Caller> found(HttpServletRequest request, Optional<HttpSession> session) {
        Optional<Caller> byPasskey = login.current(request)
                .map(principal -> new Caller.Known(principal.account(), latest(principal.authenticatedAt(), session)));
        return byPasskey.or(() -> named(request, session).map(name -> new Caller.Named(name, since(name, session))));
    }

    private Optional<String> named(HttpServletRequest request, Optional<HttpSession> session) {
        return session.flatMap(host::name)
                .or(() -> Optional.ofNullable(request.getUserPrincipal()).map(principal -> principal.getName()));
    }

    /** The application may have asked for the password again since the passkey login. */
    private Instant latest(Instant byPasskey, Optional<HttpSession> session) {
        return session.flatMap(host::authenticatedAt)
                .filter(byPasskey::isBefore)
                .orElse(byPasskey);
    }

    private Instant since(String name, Optional<HttpSession> session) {
        Instant hosts = hostsTime(session);
        return session.flatMap(there -> PasswordLogin.of(name, there))
                .filter(hosts::isBefore)
                .orElse(hosts);
    }

    /** The application's time, unless it is still that of an earlier passkey login, perhaps another person's. */
    private Instant hostsTime(Optional<HttpSession> session) {
        Optional<Instant> ofPasskey = session.flatMap(StoredLogin::in).map(PasskeyPrincipal::authenticatedAt);
        return session.flatMap(host::authenticatedAt)
                .filter(time -> !ofPasskey.equals(Optional.of(time)))
                .orElse(Instant.EPOCH);
    }
}
