package dev.latchkey.config;

/** Secrets cannot be guessed. Never says one. */
final class KeyRule implements Rule {
    private static final int MIN_LENGTH = 32;
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
    }
}
