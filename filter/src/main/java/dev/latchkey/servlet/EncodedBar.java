package dev.latchkey.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose path has its bars encoded: raw ones are no part of a URI (RFC 3986 §2), and not every JAX-RS implementation takes them. */
final class EncodedBar extends HttpServletRequestWrapper {

    private EncodedBar(HttpServletRequest request) {
        super(request);
    }

    /** The request itself, where there is no bar in its path. */
    static HttpServletRequest in(HttpServletRequest request) {
        return request.getRequestURI().indexOf('|') < 0 ? request : new EncodedBar(request);
    }

    @Override
    public String getRequestURI() {
        return super.getRequestURI().replace("|", "%7C");
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(super.getRequestURL().toString().replace("|", "%7C"));
    }
}
