package dev.latchkey.config;

import java.util.Optional;

/**
 * The servlet filter: section {@code latchkey.filter}.
 *
 * @param automatic whether it registers itself, without a {@code web.xml}
 * @param applicationPath where the JAX-RS application is mounted that serves the endpoints in the filter's stead, such as {@code /api}
 */
public record FilterSettings(boolean automatic, Optional<String> applicationPath) {}
