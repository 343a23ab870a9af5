package dev.latchkey.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** What stands between a host and the path of an endpoint. */
public final class BasePath {
    private static final Pattern SEGMENTS =
            Pattern.compile("(?:/(?!\\.{1,2}(?:/|\\z))(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})++)*+/?");

    private BasePath() {}

    /** The path as it is put before others: empty for {@code /}, and without a slash at the end; empty where the text is no such path. */
    public static Optional<String> of(String text) {
        return SEGMENTS.matcher(text).matches()
                ? Optional.of(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                : Optional.empty();
    }
}
