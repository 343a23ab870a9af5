package dev.latchkey.config;

import java.util.Set;

/**
 * Whose word counts for the address that a client used: section {@code latchkey.proxies}.
 *
 * @param trusted addresses ({@code 10.1.2.3}) and ranges of them ({@code 10.0.0.0/8}, {@code fd00::/8})
 * @param headers by which the trusted tell it
 */
public record ProxySettings(Set<String> trusted, Headers headers) {

    public ProxySettings {
        trusted = Ordered.copyOf(trusted);
    }

    /** The headers that the proxies set. */
    public enum Headers {
        /** {@code X-Forwarded-For}, {@code -Proto}, {@code -Host}, {@code -Port} and {@code -Prefix}. */
        X_FORWARDED,
        /** {@code Forwarded} (RFC 7239). */
        FORWARDED
    }
}
