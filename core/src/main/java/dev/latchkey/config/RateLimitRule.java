package dev.latchkey.config;

import java.time.Duration;

/** Rate limits are of a sensible magnitude, and name addresses. */
final class RateLimitRule implements Rule {
    private static final String SECTION = "latchkey.rate-limits.";
    private static final int MOST = 1_000_000;

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        RateLimitSettings limits = config.rateLimits();
        check(SECTION + "address", limits.address(), findings);
        check(SECTION + "client", limits.client(), findings);
        for (String exempt : limits.exemptAddresses()) {
            if (AddressRange.of(exempt).isEmpty()) {
                findings.fault(
                        SECTION + "exempt-addresses",
                        exempt,
                        "needs to be an address, such as 10.1.2.3, or a range, such as 10.0.0.0/8 or fd00::/8");
            }
        }
    }

    private static void check(String key, RateLimit limit, Findings findings) {
        Ranges.check(key + ".requests", limit.requests(), 0, MOST, findings);
        Ranges.check(key + ".period", limit.period(), Duration.ofSeconds(1), Duration.ofHours(1), findings);
    }
}
