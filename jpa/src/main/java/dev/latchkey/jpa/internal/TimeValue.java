package dev.latchkey.jpa.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Instants as the types that entities keep times of creation in; those without a zone are in the JVM's, as an application's are. */
final class TimeValue {
    private static final Map<Class<?>, Function<Instant, ?>> CONVERTERS = Map.ofEntries(
            Map.entry(Instant.class, Function.identity()),
            Map.entry(LocalDate.class, instant -> LocalDate.ofInstant(instant, ZoneId.systemDefault())),
            Map.entry(LocalDateTime.class, instant -> LocalDateTime.ofInstant(instant, ZoneId.systemDefault())),
            Map.entry(OffsetDateTime.class, instant -> instant.atOffset(ZoneOffset.UTC)),
            Map.entry(ZonedDateTime.class, instant -> instant.atZone(ZoneOffset.UTC)),
            Map.entry(Date.class, Date::from),
            Map.entry(Timestamp.class, Timestamp::from),
            Map.entry(
                    java.sql.Date.class,
                    instant -> java.sql.Date.valueOf(LocalDate.ofInstant(instant, ZoneId.systemDefault()))),
            Map.entry(Long.class, Instant::toEpochMilli));

    private TimeValue() {}

    static boolean supports(Class<?> type) {
        return CONVERTERS.containsKey(TextValue.wrapper(type));
    }

    /** The instant in that type, or empty where the type is none of time. */
    static Optional<Object> of(Class<?> type, Instant instant) {
        return Optional.ofNullable(CONVERTERS.get(TextValue.wrapper(type))).map(converter -> converter.apply(instant));
    }
}
