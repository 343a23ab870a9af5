package dev.latchkey.config;

import java.time.Duration;

/** Values that have to lie between two others, both included. */
final class Ranges {
    private Ranges() {}

    static void check(String key, Duration value, Duration min, Duration max, Findings findings) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            findings.fault(key, value, "needs to be from " + Units.format(min) + " to " + Units.format(max));
        }
    }

    static void check(String key, int value, int min, int max, Findings findings) {
        if (value < min || value > max) {
            findings.fault(key, value, "needs to be from " + min + " to " + max);
        }
    }
}
