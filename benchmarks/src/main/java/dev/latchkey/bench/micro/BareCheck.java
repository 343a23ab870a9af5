package dev.latchkey.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.json.Json;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.CoseKey;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/** The floor: the signature alone, over bytes that lie ready, with a key that is ready in the provider's own form. */
final class BareCheck {
    private final String algorithm;
    private final Optional<Provider> provider;
    private final PublicKey key;
    private final byte[] signed;
    private final byte[] signature;

    BareCheck(SignInSample sample, CoseAlgorithm algorithm, Optional<Provider> provider)
            throws GeneralSecurityException {
        JsonNode response = Json.parseObject(sample.answer).orElseThrow().path("response");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(decoded(response, "authenticatorData"));
        all.writeBytes(MessageDigest.getInstance("SHA-256").digest(decoded(response, "clientDataJSON")));
        this.algorithm = switch (algorithm) {
            case ES256 -> "SHA256withECDSA";
            case EDDSA -> "Ed25519";
            case RS256 -> "SHA256withRSA";
        };
        this.provider = provider;
        this.key =
                inOwnForm(CoseKey.decode(Bytes.copyOf(sample.passkey.publicKey().toArray())), provider);
        this.signed = all.toByteArray();
        this.signature = decoded(response, "signature");
    }

    boolean verify() throws GeneralSecurityException {
        Signature verifier = provider.isPresent()
                ? Signature.getInstance(algorithm, provider.get())
                : Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(signed);
        return verifier.verify(signature);
    }

    private static PublicKey inOwnForm(PublicKey key, Optional<Provider> provider) throws GeneralSecurityException {
        return provider.isPresent()
                ? (PublicKey) KeyFactory.getInstance(key.getAlgorithm(), provider.get())
                        .translateKey(key)
                : key;
    }

    private static byte[] decoded(JsonNode response, String member) {
        return Base64.getUrlDecoder().decode(response.path(member).textValue());
    }
}
