package dev.latchkey.dpop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses in one spelling, so that they can be compared as text: normalised as RFC 3986 §6.2.2 and §6.2.3 say, without query and fragment
 * (RFC 9449 §4.3, check 9).
 */
final class HttpUri {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

    private HttpUri() {}

    /** The address in its one spelling, or empty if it is no absolute http or https address, or names a user. */
    static Optional<String> normalized(String text) {
        try {
            URI uri = new URI(text.replace("|", "%7C")).normalize();
            String scheme = lower(uri.getScheme());
            String authority = lower(uri.getRawAuthority());
            boolean web = scheme.equals("https") || scheme.equals("http");
            if (!web || authority.isEmpty() || authority.indexOf('@') >= 0) {
                return Optional.empty();
            }
            return Optional.of(scheme + "://" + withoutDefaultPort(scheme, authority) + path(uri.getRawPath()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String withoutDefaultPort(String scheme, String authority) {
        return authority.replaceFirst(scheme.equals("https") ? ":(443)?\\z" : ":(80)?\\z", "");
    }

    private static String path(String raw) {
        return raw.isEmpty()
                ? "/"
                : ESCAPE.matcher(raw).replaceAll(escape -> {
                    String octet = String.valueOf(
                            (char) Integer.parseInt(escape.group().substring(1), 16));
                    return UNRESERVED.matcher(octet).matches()
                            ? octet
                            : escape.group().toUpperCase(Locale.ROOT);
                });
    }
}
