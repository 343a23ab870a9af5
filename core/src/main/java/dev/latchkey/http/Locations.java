package dev.latchkey.http;

/** Absolute addresses of resources. */
final class Locations {
    private Locations() {}

    /** Where the client sent the request to, without its query. */
    static String self(Call call) {
        return call.address().of(call.exchange().path());
    }

    static String method(Call call, String encodedId) {
        return call.address().of(Endpoint.METHODS.path() + "/" + encodedId);
    }
}
