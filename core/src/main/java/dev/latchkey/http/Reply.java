package dev.latchkey.http;

import dev.latchkey.passkey.Bytes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a door has to send.
 *
 * @param status the status code
 * @param headers in the order in which they are sent
 * @param body empty for none
 */
public record Reply(int status, Map<String, String> headers, Bytes body) {

    public Reply {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The same reply with one header more. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
