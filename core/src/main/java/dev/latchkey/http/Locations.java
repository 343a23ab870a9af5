package dev.latchkey.http;

/** Absolute addresses of resources. */
final class Locations {
    private Locations() {}

    static String method(Call call, String encodedId) {
        return call.address().of(Endpoint.METHODS.path() + "/" + encodedId);
    }
}
