package dev.latchkey.config;

import java.util.Set;

/**
 * How many requests are served: section {@code latchkey.rate-limits}.
 *
 * @param enabled whether any limit holds
 * @param address of each address that clients connect from; of IPv6, each network of 64 bits
 * @param client of each client, from wherever its requests come
 * @param exemptAddresses addresses and ranges of them that {@code address} does not hold for
 */
public record RateLimitSettings(boolean enabled, RateLimit address, RateLimit client, Set<String> exemptAddresses) {

    public RateLimitSettings {
        exemptAddresses = Ordered.copyOf(exemptAddresses);
    }

    /** Whether there is a limit for addresses. */
    public boolean countsAddresses() {
        return enabled && address.requests() > 0;
    }

    /** Whether there is a limit for clients. */
    public boolean countsClients() {
        return enabled && client.requests() > 0;
    }
}
