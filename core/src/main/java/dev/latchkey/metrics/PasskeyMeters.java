package dev.latchkey.metrics;

import dev.latchkey.event.Answered;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.PasskeyEvents;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;

/**
 * Counts events and times requests with Micrometer. Every tag takes its values from the kit and its configuration, so that no client can
 * make new meters. Thread-safe.
 *
 * <ul>
 *   <li>counter {@code latchkey.events}: {@code event}, {@code activity}, {@code client}, {@code refusal}
 *   <li>timer {@code latchkey.requests}: {@code endpoint}, {@code method}, {@code status}, {@code client}
 * </ul>
 *
 * A tag that does not apply is {@code none}.
 */
public final class PasskeyMeters implements PasskeyEvents {
    private static final String NONE = "none";

    private final MeterRegistry registry;

    /** Meters in Micrometer's global registry, for {@link java.util.ServiceLoader}. */
    public PasskeyMeters() {
        this(Metrics.globalRegistry);
    }

    public PasskeyMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void happened(PasskeyEvent event) {
        Counter.builder("latchkey.events")
                .description("What happened to accounts and passkeys")
                .tag("event", event.name())
                .tag("activity", event.occasion().activity().wireName())
                .tag("client", tag(event.occasion().clientId()))
                .tag(
                        "refusal",
                        event instanceof PasskeyEvent.Refused refused
                                ? refused.refusal().wireName()
                                : NONE)
                .register(registry)
                .increment();
    }

    @Override
    public void answered(Answered request) {
        Timer.builder("latchkey.requests")
                .description("Requests to the endpoints, from their arrival to the reply")
                .tag("endpoint", request.endpoint())
                .tag("method", request.method())
                .tag("status", String.valueOf(request.status()))
                .tag("client", tag(request.clientId()))
                .register(registry)
                .record(request.duration());
    }

    private static String tag(Optional<String> value) {
        return value.orElse(NONE);
    }
}
