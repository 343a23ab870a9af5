package dev.latchkey.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Forwarded} header (RFC 7239 §4) of a listed proxy. Of the elements that several proxies have added, the one of the outermost
 * listed proxy counts: those further left are the client's own.
 */
final class ForwardedHeader {
    private static final String NAME = "Forwarded";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PAIR =
            Pattern.compile("[ \\t]*(" + TOKEN + ")=(?:(" + TOKEN + ")|\"((?:[^\"\\\\]|\\\\.)*+)\")[ \\t]*([;,]|\\z)");

    private final Optional<Map<String, String>> element;

    ForwardedHeader(Exchange exchange, Predicate<String> trusted) {
        element = exchange.header(NAME).map(ForwardedHeader::elements).map(all -> outermost(all, trusted));
    }

    PublicAddress apply(PublicAddress direct) {
        boolean secure =
                value("proto").map(scheme -> Forwarding.secure(scheme, NAME)).orElse(direct.secure());
        String host = value("host").orElse(direct.host());
        return new PublicAddress(secure, Forwarding.host(host, secure, NAME), direct.basePath());
    }

    /** Where the outermost listed proxy was asked from, if it says so. */
    Optional<String> client() {
        return element.flatMap(ForwardedHeader::address);
    }

    private Optional<String> value(String parameter) {
        return element.flatMap(pairs -> Optional.ofNullable(pairs.get(parameter)));
    }

    private static Map<String, String> outermost(List<Map<String, String>> elements, Predicate<String> trusted) {
        int at = elements.size() - 1;
        while (at > 0 && address(elements.get(at)).filter(trusted).isPresent()) {
            at--;
        }
        return elements.get(at);
    }

    private static Optional<String> address(Map<String, String> pairs) {
        return Optional.ofNullable(pairs.get("for")).flatMap(Node::address);
    }

    private static List<Map<String, String>> elements(String header) {
        List<Map<String, String>> elements = new ArrayList<>();
        Map<String, String> pairs = new HashMap<>();
        Matcher pair = PAIR.matcher(header);
        String end = ",";
        for (int at = 0; !end.isEmpty(); at = pair.end()) {
            if (!pair.region(at, header.length()).lookingAt()) {
                throw Forwarding.malformed(NAME);
            }
            if (pairs.put(pair.group(1).toLowerCase(Locale.ROOT), unquoted(pair)) != null) {
                throw Forwarding.malformed(NAME);
            }
            end = pair.group(4);
            if (!end.equals(";")) {
                elements.add(pairs);
                pairs = new HashMap<>();
            }
        }
        return elements;
    }

    private static String unquoted(Matcher pair) {
        return Optional.ofNullable(pair.group(2)).orElseGet(() -> pair.group(3).replaceAll("\\\\(.)", "$1"));
    }
}
