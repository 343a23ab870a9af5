package dev.latchkey.wellknown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.latchkey.json.Json;
import dev.latchkey.keys.SigningKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;

/** {@code /.well-known/jwks.json}: the public halves of the signing keys (RFC 7517 §5, RFC 8037 §2). */
public final class Jwks {
    private static final int ED25519_BYTES = 32;

    private Jwks() {}

    /** The document for these keys, in their order. */
    public static ObjectNode of(List<SigningKey> keys) {
        ObjectNode json = Json.object();
        ArrayNode array = json.putArray("keys");
        for (SigningKey key : keys) {
            ObjectNode member = array.addObject();
            jwk(key).toJSONObject().forEach((name, value) -> member.put(name, value.toString()));
            member.put("use", "sig");
            member.put("alg", key.algorithm().jwsName());
            member.put("kid", key.id());
        }
        return json;
    }

    private static JWK jwk(SigningKey key) {
        return switch (key.algorithm()) {
            case RS256 -> new RSAKey.Builder((RSAPublicKey) key.publicKey()).build();
            case ES256 -> new ECKey.Builder(Curve.P_256, (ECPublicKey) key.publicKey()).build();
            case EDDSA ->
                new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(rawEd25519(key.publicKey()))).build();
        };
    }

    /** The bit string that ends a SubjectPublicKeyInfo of Ed25519 (RFC 8410 §4), which is {@code x} (RFC 8037 §2). */
    private static byte[] rawEd25519(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
    }
}
