package dev.latchkey.jpa.entity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Points in time as the columns hold them: whole microseconds since 1970-01-01T00:00:00Z. */
public final class Micros {
    private Micros() {}

    /** The microseconds from the epoch to this instant, rounded down. */
    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }

    static @Nullable Long of(Optional<Instant> instant) {
        return instant.isPresent() ? of(instant.get()) : null;
    }

    static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static Optional<Instant> toInstant(@Nullable Long micros) {
        return micros == null ? Optional.empty() : Optional.of(toInstant(micros.longValue()));
    }
}
