package dev.latchkey.servlet.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** The page of this application that somebody asked for who had to sign in first, kept in the session. */
public final class SavedPage {
    private static final String ATTRIBUTE = SavedPage.class.getName();
    private static final int GREATEST_LENGTH = 4096;

    private SavedPage() {}

    /** Keeps what the request asks for, if a redirect can ask for it again; else leaves the session as it is. */
    public static void remember(HttpServletRequest request) {
        String query = request.getQueryString();
        String page = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (request.getMethod().equals("GET") && staysHere(page) && page.length() <= GREATEST_LENGTH) {
            request.getSession().setAttribute(ATTRIBUTE, page);
        }
    }

    /** Gives the page back, once; without one, the application's root. */
    public static String take(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Object page = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return page instanceof String saved ? saved : request.getContextPath() + "/";
    }

    /** Browsers hold {@code //host} and {@code /\host} for another host. */
    private static boolean staysHere(String page) {
        return page.startsWith("/") && !page.startsWith("//") && page.indexOf('\\') < 0;
    }
}
