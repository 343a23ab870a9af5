package dev.latchkey.config;

import java.util.Optional;

/** The JVM verifies ECDSA signatures: those with CVE-2022-21449 take blank ones. */
final class JvmRule implements Rule {

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        complaint(Runtime.version())
                .ifPresent(remedy ->
                        findings.fault("java.version", Runtime.version().toString(), remedy));
    }

    /** What is wrong with that version, as a remedy. */
    static Optional<String> complaint(Runtime.Version version) {
        boolean vulnerable =
                switch (version.feature()) {
                    case 15 -> version.interim() == 0 && version.update() < 7;
                    case 16 -> true;
                    case 17 -> version.interim() == 0 && version.update() < 3;
                    case 18 -> version.interim() == 0 && version.update() < 1;
                    default -> false;
                };
        return vulnerable
                ? Optional.of("accepts forged ECDSA signatures (CVE-2022-21449): update to 17.0.3 or later, or to 21")
                : Optional.empty();
    }
}
