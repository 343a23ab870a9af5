package dev.latchkey.config;

/**
 * How signatures are verified and made: section {@code latchkey.crypto}.
 *
 * @param provider who does it, where it can; the JVM's own does the rest
 */
public record CryptoSettings(CryptoProvider provider) {}
