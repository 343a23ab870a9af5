package dev.latchkey.config;

import java.time.Duration;

/** Secrets cannot be guessed, and are never said. A signing key is known everywhere before it signs. */
final class KeyRule implements Rule {
    private static final int MIN_LENGTH = 32;
    private static final String DELAY = "latchkey.keys.activation-delay";
    private static final Duration MAX_DELAY = Duration.ofDays(7);
    private static final String PERIOD = "latchkey.keys.rotation-period";
    private static final Duration MIN_PERIOD = Duration.ofDays(1);
    private static final Duration MAX_PERIOD = Duration.ofDays(3650);
    private static final String REMEDY =
            "needs at least 32 characters: make one of random ones, e.g. with openssl rand -base64 48";

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        KeySettings keys = config.keys();
        if (keys.secret().isEmpty() && !findings.faultAt("latchkey.keys.secret")) {
            findings.warningWithoutValue(
                    "latchkey.keys.secret",
                    "is not set, so that keys live as long as this process: tokens and pending ceremonies do not outlive a restart"
                            + " and are unknown to other nodes. Set it in the environment as LATCHKEY_KEYS_SECRET");
        }
        if (keys.secret().filter(secret -> secret.length() < MIN_LENGTH).isPresent()) {
            findings.faultWithoutValue("latchkey.keys.secret", REMEDY);
        }
        if (keys.formerSecrets().stream().anyMatch(secret -> secret.length() < MIN_LENGTH)) {
            findings.faultWithoutValue("latchkey.keys.former-secrets", "each " + REMEDY);
        }
        checkRotation(keys, findings);
    }

    private static void checkRotation(KeySettings keys, Findings findings) {
        Duration delay = keys.activationDelay();
        Duration spread = KeySettings.RELOAD_INTERVAL.plus(KeySettings.JWKS_MAX_AGE);
        if (delay.compareTo(spread) <= 0 || delay.compareTo(MAX_DELAY) > 0) {
            findings.fault(
                    DELAY,
                    delay,
                    "needs to be longer than " + Units.format(spread) + " and at most " + Units.format(MAX_DELAY)
                            + ": other nodes learn of a new key within " + Units.format(KeySettings.RELOAD_INTERVAL)
                            + ", and the JWKS is cached for " + Units.format(KeySettings.JWKS_MAX_AGE));
        }
        keys.rotationPeriod().ifPresent(period -> {
            Ranges.check(PERIOD, period, MIN_PERIOD, MAX_PERIOD, findings);
            if (period.compareTo(delay) <= 0 && !findings.faultAt(PERIOD)) {
                findings.fault(PERIOD, period, "is not longer than " + DELAY + ": make it longer, or 0 d for never");
            }
        });
    }
}
