package dev.latchkey.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The FIDO cases that Latchkey does not claim, each with its reason. */
final class FidoUnclaimed {
    private static final String CREATION = "Server-ServerPublicKeyCredentialCreationOptions-Req-1 ";
    private static final String REQUEST = "Server-ServerPublicKeyCredentialGetOptionsResponse-Req-1 ";
    private static final String REGISTRATION = "Server-ServerAuthenticatorAttestationResponse-";
    private static final String SIGN_IN = "Server-ServerAuthenticatorAssertionResponse-";

    static final Map<String, String> REASONS = reasons();

    private FidoUnclaimed() {}

    /** As the documentation names a case. */
    static String shortId(String id) {
        return id.replace("Server-Server", "");
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        String fixed = "a client of the contract cannot ask for extensions, attestation or `allowCredentials`";
        reasons.put(CREATION + "P-1", fixed);
        reasons.put(CREATION + "P-2", fixed);
        reasons.put(REQUEST + "P-1", fixed);

        String algorithm = "optional algorithm that the engine does not verify";
        IntStream.rangeClosed(1, 4).forEach(n -> reasons.put(REGISTRATION + "Resp-4 P-" + n, algorithm));
        String untried =
                "optional algorithm that the test authenticator lacks; assertions of -35 and -36 are among the W3C vectors";
        for (String name : new String[] {"P-6", "P-7", "P-10", "P-11"}) {
            reasons.put(REGISTRATION + "Resp-4 " + name, untried);
        }
        String sha1 = "signs SHA-1 hashes, which Latchkey refuses";
        reasons.put(REGISTRATION + "Resp-4 P-8", sha1);
        reasons.put(REGISTRATION + "Resp-9 P-2", sha1);

        String metadata = "a metadata statement's algorithms are not compared";
        reasons.put(REGISTRATION + "Resp-3 F-16", metadata);
        reasons.put(REGISTRATION + "Resp-5 F-8", metadata);

        reasons.put(
                REGISTRATION + "Resp-9 P-3", "WebAuthn Level 3 §8.3 wants `attested.name` to be computed by `nameAlg`");

        String present = "WebAuthn Level 3 §7.2, step 16, wants the user to be present";
        reasons.put(SIGN_IN + "Resp-3 P-4", present);
        reasons.put(SIGN_IN + "Resp-3 P-7", present);
        String discouraged = "Latchkey never asks for `discouraged`";
        reasons.put(SIGN_IN + "Resp-3 P-5", discouraged);
        reasons.put(SIGN_IN + "Resp-3 P-6", discouraged);

        reasons.put("MDS " + REGISTRATION + "Resp-1 F-1", "metadata of version 2, which is not published any more");
        return reasons;
    }
}
