package dev.latchkey.config;

import java.time.Duration;

/**
 * How many requests one address or one client may send.
 *
 * @param requests that may come at once, and that come back in a period; 0 for no limit
 * @param period in which they come back, evenly
 */
public record RateLimit(int requests, Duration period) {}
