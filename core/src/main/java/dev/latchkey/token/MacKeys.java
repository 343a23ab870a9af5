package dev.latchkey.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import dev.latchkey.keys.DerivedKey;
import dev.latchkey.keys.Sealer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of HS256 (RFC 7518 §3.2): derived from the secrets that the nodes share, for this alone, and published nowhere. That of the newest
 * secret makes tokens, that of each verifies them. Thread-safe.
 */
final class MacKeys {
    private static final String PURPOSE = "access-token-hs256";

    private final String newestId;
    private final JWSSigner signer;
    private final Map<String, JWSVerifier> verifiers = new HashMap<>();

    private MacKeys(List<DerivedKey> keys) throws JOSEException {
        newestId = keys.get(0).id();
        signer = new MACSigner(keys.get(0).key());
        for (DerivedKey key : keys) {
            verifiers.put(key.id(), new MACVerifier(key.key()));
        }
    }

    static MacKeys of(Sealer sealer) {
        try {
            return new MacKeys(sealer.derive(PURPOSE));
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 takes keys of 256 bits", e);
        }
    }

    /** The id of the key that {@link #signer()} has. */
    String newestId() {
        return newestId;
    }

    JWSSigner signer() {
        return signer;
    }

    /** The verifier by the key of that id, if it is one of ours. */
    Optional<JWSVerifier> verifier(String id) {
        return Optional.ofNullable(verifiers.get(id));
    }
}
