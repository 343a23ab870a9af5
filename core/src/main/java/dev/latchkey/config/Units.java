package dev.latchkey.config;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and sizes as people write them: a number and a unit. */
final class Units {
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,9})\\s*([A-Za-z]+)");

    private Units() {}

    /**
     * Reads {@code 60 s}, {@code 10 min}, {@code 1 h} or {@code 15 d}.
     *
     * @throws IllegalArgumentException with the remedy
     */
    static Duration duration(String text) {
        Matcher quantity = quantity(text, "needs a duration with its unit, e.g. 60 s, 10 min, 1 h or 15 d");
        long number = Long.parseLong(quantity.group(1));
        return switch (quantity.group(2).toLowerCase(Locale.ROOT)) {
            case "ms", "milli", "millis", "millisecond", "milliseconds" -> Duration.ofMillis(number);
            case "s", "sec", "second", "seconds" -> Duration.ofSeconds(number);
            case "m", "min", "minute", "minutes" -> Duration.ofMinutes(number);
            case "h", "hour", "hours" -> Duration.ofHours(number);
            case "d", "day", "days" -> Duration.ofDays(number);
            default -> throw new IllegalArgumentException("knows the units ms, s, min, h and d");
        };
    }

    /**
     * Reads {@code 512 bytes}, {@code 64 KiB} or {@code 1 MiB}.
     *
     * @return a number of bytes
     * @throws IllegalArgumentException with the remedy
     */
    static int bytes(String text) {
        Matcher quantity = quantity(text, "needs a size with its unit, e.g. 64 KiB");
        long number = Long.parseLong(quantity.group(1));
        long bytes =
                switch (quantity.group(2).toLowerCase(Locale.ROOT)) {
                    case "b", "byte", "bytes" -> number;
                    case "kib" -> number << 10;
                    case "mib" -> number << 20;
                    default -> throw new IllegalArgumentException("knows the units bytes, KiB and MiB");
                };
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    /** The greatest unit that divides it, e.g. {@code 10 min}. */
    static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + " ms";
        }
        long seconds = millis / 1000;
        if (seconds != 0 && seconds % 86_400 == 0) {
            return seconds / 86_400 + " d";
        }
        if (seconds != 0 && seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    private static Matcher quantity(String text, String remedy) {
        Matcher quantity = QUANTITY.matcher(text.strip());
        if (!quantity.matches()) {
            throw new IllegalArgumentException(remedy);
        }
        return quantity;
    }
}
