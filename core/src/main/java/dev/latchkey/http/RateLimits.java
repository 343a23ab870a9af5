package dev.latchkey.http;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.latchkey.config.AddressRange;
import dev.latchkey.config.Client;
import dev.latchkey.config.RateLimit;
import dev.latchkey.config.RateLimitSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses requests over the limits with 429 (RFC 6585 §4). Of the refusals of one address or client, one in each period is an event: a flood
 * of requests is none of log lines. Thread-safe.
 */
final class RateLimits {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);
    private static final Duration REMINDER = Duration.ofMinutes(1);
    private static final long MAX_TOLD = 10_000;
    private static final String LIMITER = "limiter";

    private final RateLimitSettings settings;
    private final List<AddressRange> exempt;
    private final RateLimiter limiter;
    private final Clock clock;
    private final Cache<String, Instant> told =
            CacheBuilder.newBuilder().maximumSize(MAX_TOLD).build();

    RateLimits(RateLimitSettings settings, RateLimiter limiter, Clock clock) {
        this.settings = settings;
        this.limiter = limiter;
        this.clock = clock;
        exempt = settings.exemptAddresses().stream()
                .flatMap(text -> AddressRange.of(text).stream())
                .toList();
    }

    /**
     * Counts a request of an address.
     *
     * @param address as text; one that the door is not told is not counted
     * @throws ApiException if it is over the limit
     */
    void ofAddress(Optional<String> address) {
        if (settings.countsAddresses() && address.isPresent() && !isExempt(address.get())) {
            take("address/" + Network.of(address.get()), settings.address());
        }
    }

    /**
     * Counts a request of a client that has authenticated.
     *
     * @throws ApiException if it is over the limit
     */
    void ofClient(Client client) {
        if (settings.countsClients()) {
            take("client/" + client.id(), settings.client());
        }
    }

    private boolean isExempt(String address) {
        return exempt.stream().anyMatch(range -> range.contains(address));
    }

    private void take(String key, RateLimit limit) {
        Optional<Duration> wait = wait(key, limit);
        if (wait.isPresent()) {
            ApiException refused = refused(key, limit, wait.get());
            throw isNews(key, limit.period()) ? refused : refused.untold();
        }
    }

    private Optional<Duration> wait(String key, RateLimit limit) {
        try {
            return limiter.take(key, limit);
        } catch (RuntimeException e) {
            if (isNews(LIMITER, REMINDER)) {
                LOG.error(
                        "event=rate_limiter_failed limiter={}",
                        limiter.getClass().getName(),
                        e);
            }
            return Optional.empty();
        }
    }

    private ApiException refused(String key, RateLimit limit, Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Retry-After", String.valueOf(seconds));
        headers.put("x-ratelimit-limit", String.valueOf(limit.requests()));
        headers.put("x-ratelimit-remaining", "0");
        headers.put("x-ratelimit-reset", String.valueOf(clock.instant().getEpochSecond() + seconds));
        return ApiException.withHeaders(
                        ErrorKind.TOO_MANY_REQUESTS, "There were too many requests. Try again later.", headers)
                .because(
                        ErrorKind.TOO_MANY_REQUESTS.refusal(),
                        "over " + limit.requests() + " requests in "
                                + limit.period().toSeconds() + " s of " + key);
    }

    private boolean isNews(String key, Duration period) {
        Instant now = clock.instant();
        Instant last = told.asMap().putIfAbsent(key, now);
        return last == null || (isOver(last, period, now) && told.asMap().replace(key, last, now));
    }

    private static boolean isOver(Instant last, Duration period, Instant now) {
        return !now.isBefore(last.plus(period)) || now.isBefore(last);
    }
}
