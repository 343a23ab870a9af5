package dev.latchkey.config;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A ceremony asks only for what the engine can verify. */
final class CeremonyRule implements Rule {
    private static final String KEY = "latchkey.ceremony.";

    /** Of the IANA COSE registry: those that the engine verifies, without RS1, which signs SHA-1 hashes. */
    static final Map<Integer, String> ALGORITHMS = Map.of(
            -7, "ES256", -8, "EdDSA", -19, "Ed25519", -35, "ES384", -36, "ES512", -53, "Ed448", -257, "RS256", -258,
            "RS384", -259, "RS512");

    private static final Set<String> FORMATS = Set.of("none", "packed", "tpm", "android-key", "apple", "fido-u2f");

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        CeremonySettings ceremony = config.ceremony();
        Ranges.check(KEY + "timeout", ceremony.timeout(), Duration.ofSeconds(10), Duration.ofMinutes(10), findings);
        Ranges.check("latchkey.my-account.max-passkeys", ceremony.maxPasskeys(), 1, 1000, findings);
        checkAlgorithms(ceremony, findings);
        checkFormats(ceremony.attestationFormats(), findings);
        if (!ceremony.topOrigins().isEmpty() && !ceremony.crossOrigin()) {
            findings.fault(
                    KEY + "top-origins", ceremony.topOrigins(), "has no effect without " + KEY + "cross-origin = true");
        }
        if (ceremony.crossOrigin()) {
            findings.warning(
                    KEY + "cross-origin",
                    true,
                    "pages that frame yours can start ceremonies; keep it only where you need frames");
        }
    }

    private static void checkAlgorithms(CeremonySettings ceremony, Findings findings) {
        if (ceremony.algorithms().isEmpty()) {
            findings.fault(
                    KEY + "algorithms", ceremony.algorithms(), "needs one at least; -8, -7, -257 serve every device");
        }
        if (Set.copyOf(ceremony.algorithms()).size() < ceremony.algorithms().size()) {
            findings.fault(KEY + "algorithms", ceremony.algorithms(), "lists one twice: keep it once");
        }
        ceremony.algorithms().stream()
                .filter(algorithm -> !ALGORITHMS.containsKey(algorithm))
                .forEach(algorithm -> findings.fault(
                        KEY + "algorithms",
                        algorithm,
                        "is not supported, known are " + new TreeSet<>(ALGORITHMS.keySet()).descendingSet()));
    }

    private static void checkFormats(Set<String> formats, Findings findings) {
        if (formats.isEmpty()) {
            findings.fault(KEY + "attestation-formats", formats, "needs one at least; without attestation it is none");
        }
        for (String format : formats) {
            if (format.equals("android-safetynet")) {
                findings.fault(
                        KEY + "attestation-formats",
                        format,
                        "is refused, its service was shut down: use android-key instead");
            } else if (!FORMATS.contains(format)) {
                findings.fault(
                        KEY + "attestation-formats", format, "is not supported, known are " + new TreeSet<>(FORMATS));
            }
        }
    }
}
