package dev.latchkey.http;

/** Absolute addresses of resources below the application's root. */
final class Locations {
    private Locations() {}

    static String method(Call call, String encodedId) {
        Exchange exchange = call.exchange();
        return (exchange.secure() ? "https://" : "http://") + exchange.host() + exchange.contextPath()
                + Endpoint.METHODS.path() + "/" + encodedId;
    }
}
