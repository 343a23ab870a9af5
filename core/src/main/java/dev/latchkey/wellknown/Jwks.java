package dev.latchkey.wellknown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.latchkey.json.Json;
import dev.latchkey.keys.SigningKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** {@code /.well-known/jwks.json}: the public halves of the signing keys (RFC 7517 §5). */
public final class Jwks {
    private Jwks() {}

    /** The document for these keys, in their order. */
    public static ObjectNode of(List<SigningKey> keys) {
        ObjectNode json = Json.object();
        ArrayNode array = json.putArray("keys");
        for (SigningKey key : keys) {
            ObjectNode member = array.addObject();
            jwk(key).toJSONObject().forEach((name, value) -> member.put(name, value.toString()));
            member.put("use", "sig");
            member.put("alg", key.algorithm().name());
            member.put("kid", key.id());
        }
        return json;
    }

    private static JWK jwk(SigningKey key) {
        return switch (key.algorithm()) {
            case RS256 -> new RSAKey.Builder((RSAPublicKey) key.publicKey()).build();
            case ES256 -> new ECKey.Builder(Curve.P_256, (ECPublicKey) key.publicKey()).build();
        };
    }
}
