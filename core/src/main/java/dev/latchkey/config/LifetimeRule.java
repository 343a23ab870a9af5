package dev.latchkey.config;

import java.time.Duration;

/** Lifetimes and sizes are of a sensible magnitude, so that a wrong unit is noticed. */
final class LifetimeRule implements Rule {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        TokenSettings tokens = config.tokens();
        Ranges.check("latchkey.tokens.access-token-lifetime", tokens.accessTokenLifetime(), MINUTE, DAY, findings);
        Ranges.check("latchkey.tokens.id-token-lifetime", tokens.idTokenLifetime(), MINUTE, DAY, findings);
        String idle = "latchkey.tokens.refresh-token-idle-lifetime";
        Ranges.check(idle, tokens.refreshTokenIdleLifetime(), MINUTE, YEAR, findings);
        Ranges.check("latchkey.tokens.refresh-token-lifetime", tokens.refreshTokenLifetime(), MINUTE, YEAR, findings);
        if (tokens.refreshTokenIdleLifetime().compareTo(tokens.refreshTokenLifetime()) > 0) {
            findings.fault(
                    idle,
                    tokens.refreshTokenIdleLifetime(),
                    "is longer than latchkey.tokens.refresh-token-lifetime: make it at most as long");
        }
        DpopSettings dpop = config.dpop();
        Ranges.check("latchkey.dpop.max-age", dpop.maxAge(), Duration.ofSeconds(10), MINUTE.multipliedBy(10), findings);
        Ranges.check("latchkey.dpop.clock-skew", dpop.clockSkew(), Duration.ZERO, MINUTE.multipliedBy(5), findings);
        Ranges.check("latchkey.dpop.nonce-lifetime", dpop.nonceLifetime(), MINUTE, Duration.ofHours(1), findings);
        Ranges.check(
                "latchkey.my-account.max-authentication-age",
                config.session().maxAuthenticationAge(),
                MINUTE,
                DAY,
                findings);
        Ranges.check("latchkey.cors.max-age", config.endpoints().corsMaxAge(), Duration.ZERO, DAY, findings);
        int bytes = config.endpoints().maxBodyBytes();
        if (bytes < 4 << 10 || bytes > 1 << 20) {
            findings.fault("latchkey.endpoints.max-body", bytes + " bytes", "needs to be from 4 KiB to 1 MiB");
        }
    }
}
