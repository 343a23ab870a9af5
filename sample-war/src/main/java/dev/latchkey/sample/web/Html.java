package dev.latchkey.sample.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the pages write: the functions of {@code WEB-INF/library.tld}. */
public final class Html {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Html() {}

    /** Any value as text that is safe between tags and in quoted attributes; nothing for null. */
    public static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An {@link Instant} or {@link LocalDate} as a day in words. */
    public static String day(TemporalAccessor moment) {
        return DAY.format(moment instanceof Instant instant ? instant.atZone(ZoneId.systemDefault()) : moment);
    }
}
