package dev.latchkey.servlet.internal;

import jakarta.servlet.http.HttpServletRequest;

/** What an application's login form sends, Servlet 6.0 §13.6.3. */
public final class FormLogin {
    /** Parameter of the name. */
    public static final String NAME = "j_username";
    /** Parameter of the password. */
    public static final String PASSWORD = "j_password";

    private static final String ACTION = "/j_security_check";

    private FormLogin() {}

    /** Whether a request brings name and password. */
    public static boolean sentBy(HttpServletRequest request) {
        return request.getMethod().equals("POST") && path(request).endsWith(ACTION);
    }

    /** Without a session id that the container has written into the address. */
    private static String path(HttpServletRequest request) {
        String uri = request.getRequestURI();
        int parameters = uri.indexOf(';');
        return parameters < 0 ? uri : uri.substring(0, parameters);
    }
}
