package dev.latchkey.http;

import dev.latchkey.config.AddressRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One end of a connection, as a proxy names it (RFC 7239 §6): perhaps with a port, perhaps in brackets. */
final class Node {
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([0-9.]+))(?::[0-9]{1,5})?");

    private Node() {}

    /** Its address alone, or empty if it hides that. */
    static Optional<String> address(String node) {
        Matcher matcher = WITH_PORT.matcher(node);
        String address =
                matcher.matches() ? Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2)) : node;
        return Optional.of(address).filter(text -> text.indexOf('/') < 0).filter(text -> AddressRange.of(text)
                .isPresent());
    }
}
