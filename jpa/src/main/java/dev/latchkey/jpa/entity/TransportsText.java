package dev.latchkey.jpa.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transports in one column: separated by spaces, each percent-encoded, for the browser may tell any string. */
final class TransportsText {
    static final int MAX_LENGTH = 255;

    private TransportsText() {}

    /** As many of the transports as fit; they are hints, and the known ones are short. */
    static String encode(List<String> transports) {
        StringBuilder text = new StringBuilder();
        for (String transport : transports) {
            String encoded = URLEncoder.encode(transport, UTF_8);
            if (encoded.isEmpty() || text.length() + 1 + encoded.length() > MAX_LENGTH) {
                continue;
            }
            text.append(text.isEmpty() ? "" : " ").append(encoded);
        }
        return text.toString();
    }

    static List<String> decode(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> transports = new ArrayList<>();
        for (String encoded : text.split(" ", -1)) {
            if (!encoded.isEmpty()) {
                transports.add(URLDecoder.decode(encoded, UTF_8));
            }
        }
        return List.copyOf(transports);
    }
}
