package dev.latchkey.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The way from a {@link ContractClient} to a server: over HTTP ({@link HttpTransport}), or straight into handlers.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface Transport {

    /**
     * Sends a request and waits for its response. Redirects are not followed.
     *
     * @throws IOException if there is no response
     */
    Response send(Request request) throws IOException;

    /**
     * A request.
     *
     * @param method in upper case
     * @param path from the root, with the query, percent-encoded; begins with {@code /}
     * @param headers one value a name
     * @param body no bytes for no body
     */
    record Request(String method, String path, Map<String, String> headers, Bytes body) {

        /** Copies the headers. */
        public Request {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * A response.
     *
     * @param status the HTTP status
     * @param headers all values by name, in any letter case
     * @param body no bytes for no body
     */
    record Response(int status, Map<String, List<String>> headers, Bytes body) {}
}
