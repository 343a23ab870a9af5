package dev.latchkey.http;

/** Absolute addresses of resources below the application's root. */
final class Locations {
    private Locations() {}

    /** Where the request itself was sent to, without its query. */
    static String self(Call call) {
        return root(call) + call.exchange().path();
    }

    static String method(Call call, String encodedId) {
        return root(call) + Endpoint.METHODS.path() + "/" + encodedId;
    }

    private static String root(Call call) {
        Exchange exchange = call.exchange();
        return (exchange.secure() ? "https://" : "http://") + exchange.host() + exchange.contextPath();
    }
}
