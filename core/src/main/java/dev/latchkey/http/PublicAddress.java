package dev.latchkey.http;

/**
 * Where clients see the endpoints.
 *
 * @param secure whether by https
 * @param host host name and, unless it is the scheme's own, port
 * @param basePath what stands between it and the path of an endpoint: empty, or a path that begins with a slash
 */
record PublicAddress(boolean secure, String host, String basePath) {

    /** As the connection to the container says. */
    static PublicAddress of(Exchange exchange) {
        return new PublicAddress(exchange.secure(), exchange.host(), exchange.basePath());
    }

    PublicAddress withBasePath(String path) {
        return new PublicAddress(secure, host, path);
    }

    /** The absolute address of the path of an endpoint. */
    String of(String path) {
        return (secure ? "https://" : "http://") + host + basePath + path;
    }
}
