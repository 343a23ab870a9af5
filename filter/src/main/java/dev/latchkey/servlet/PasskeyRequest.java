package dev.latchkey.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request as the application behind the filter sees it: a passkey login speaks through the methods that ask who is there, unless the
 * container has a principal of its own. Looks at the session only when asked, and each time anew, so that a login or logout within the
 * request counts.
 */
final class PasskeyRequest extends HttpServletRequestWrapper {
    private static final String ANY_AUTHENTICATED_USER = "**";

    private final SessionLogin login;

    PasskeyRequest(HttpServletRequest request, SessionLogin login) {
        super(request);
        this.login = login;
    }

    /** Whether a request already speaks for passkey logins, as in a forward or an asynchronous dispatch. */
    static boolean wraps(ServletRequest request) {
        return request instanceof PasskeyRequest
                || (request instanceof ServletRequestWrapper wrapper && wrapper.isWrapperFor(PasskeyRequest.class));
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        Principal containers = container().getUserPrincipal();
        return containers != null ? containers : login.current(container()).orElse(null);
    }

    @Override
    public @Nullable String getRemoteUser() {
        String containers = container().getRemoteUser();
        return containers != null
                ? containers
                : passkeyLogin().map(PasskeyPrincipal::name).orElse(null);
    }

    /** As {@code jakarta.servlet.http} defines it: {@code **} is anybody logged in, and {@code *} is no role. */
    @Override
    public boolean isUserInRole(String role) {
        return container().isUserInRole(role)
                || passkeyLogin()
                        .filter(principal -> ANY_AUTHENTICATED_USER.equals(role)
                                || principal.roles().contains(role))
                        .isPresent();
    }

    @Override
    public @Nullable String getAuthType() {
        String containers = container().getAuthType();
        return containers != null
                ? containers
                : passkeyLogin().map(principal -> PasskeyFilter.AUTH_TYPE).orElse(null);
    }

    @Override
    public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
        return passkeyLogin().isPresent() || container().authenticate(response);
    }

    /** Asks the container only where it has something to do: without a security configuration, some refuse. */
    @Override
    public void logout() throws ServletException {
        boolean wasPasskeyLogin = login.logOut(container());
        if (!wasPasskeyLogin || container().getUserPrincipal() != null) {
            container().logout();
        }
    }

    private Optional<PasskeyPrincipal> passkeyLogin() {
        return container().getUserPrincipal() == null ? login.current(container()) : Optional.empty();
    }

    private HttpServletRequest container() {
        return (HttpServletRequest) getRequest();
    }
}
