package dev.latchkey.config;

import java.time.Duration;
import java.util.List;

/** How many requests are served, section {@code latchkey.rate-limits}. Not thread-safe. */
public final class RateLimitBuilder extends SectionBuilder {

    RateLimitBuilder() {}

    /** Whether any limit holds. */
    public RateLimitBuilder enabled(boolean enabled) {
        set("enabled", enabled);
        return this;
    }

    /** Of each address: so many at once, which come back in a period; 0 for no limit. */
    public RateLimitBuilder address(int requests, Duration period) {
        return limit("address", requests, period);
    }

    /** Of each client: so many at once, which come back in a period; 0 for no limit. */
    public RateLimitBuilder client(int requests, Duration period) {
        return limit("client", requests, period);
    }

    /** Addresses, and ranges such as {@code 10.0.0.0/8}, that the limit of addresses does not hold for. */
    public RateLimitBuilder exemptAddresses(String... addresses) {
        set("exempt-addresses", List.of(addresses));
        return this;
    }

    private RateLimitBuilder limit(String section, int requests, Duration period) {
        setBelow(section, "requests", requests);
        setBelow(section, "period", period);
        return this;
    }
}
