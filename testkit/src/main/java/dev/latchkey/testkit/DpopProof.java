package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A proof of possession (RFC 9449 §4.2), honest as {@link DpopKey#proof} makes it, or bent, for tests that a server refuses it:
 *
 * <pre>{@code
 * key.proof("POST", "https://auth.example.com/oauth/token").htu("https://evil.example/oauth/token").serialize();
 * }</pre>
 *
 * <p>What is signed is what the bends made of it: the signature is good, unless a bend of the signature says otherwise. Immutable.
 */
public final class DpopProof {
    private final ObjectNode header;
    private final ObjectNode claims;
    private final UnaryOperator<Bytes> signer;

    private DpopProof(ObjectNode header, ObjectNode claims, UnaryOperator<Bytes> signer) {
        this.header = header;
        this.claims = claims;
        this.signer = signer;
    }

    static DpopProof of(DpopKey key, String method, String uri) {
        ObjectNode header = Json.object().put("typ", "dpop+jwt").put("alg", key.algorithm());
        header.set("jwk", key.jwk());
        ObjectNode claims = Json.object()
                .put("jti", UUID.randomUUID().toString())
                .put("htm", method)
                .put("htu", uri)
                .put("iat", Instant.now().getEpochSecond());
        return new DpopProof(header, claims, key::sign);
    }

    /** For another method. */
    public DpopProof htm(String method) {
        return claim("htm", TextNode.valueOf(method));
    }

    /** For another address. */
    public DpopProof htu(String uri) {
        return claim("htu", TextNode.valueOf(uri));
    }

    /** For an access token: with the {@code ath} of it. */
    public DpopProof accessToken(String token) {
        return ath(Bytes.utf8(token).sha256().base64Url());
    }

    /** With any {@code ath}. */
    public DpopProof ath(String hash) {
        return claim("ath", TextNode.valueOf(hash));
    }

    /** Of another id, for example one that was used before. */
    public DpopProof jti(String id) {
        return claim("jti", TextNode.valueOf(id));
    }

    /** Made at another time. */
    public DpopProof issuedAt(Instant time) {
        return new DpopProof(header, claims.deepCopy().put("iat", time.getEpochSecond()), signer);
    }

    /** With a nonce that the server gave. */
    public DpopProof nonce(String nonce) {
        return claim("nonce", TextNode.valueOf(nonce));
    }

    /** With a claim of any name and JSON type, added or replaced. */
    public DpopProof claim(String name, JsonNode value) {
        ObjectNode changed = claims.deepCopy();
        changed.set(name, value);
        return new DpopProof(header, changed, signer);
    }

    /** Leaves a claim out. */
    public DpopProof withoutClaim(String name) {
        ObjectNode changed = claims.deepCopy();
        changed.remove(name);
        return new DpopProof(header, changed, signer);
    }

    /** With a header parameter of any name and JSON type, added or replaced. */
    public DpopProof header(String name, JsonNode value) {
        ObjectNode changed = header.deepCopy();
        changed.set(name, value);
        return new DpopProof(changed, claims, signer);
    }

    /** With a header parameter that is a string. */
    public DpopProof header(String name, String value) {
        return header(name, TextNode.valueOf(value));
    }

    /** Leaves a header parameter out. */
    public DpopProof withoutHeader(String name) {
        ObjectNode changed = header.deepCopy();
        changed.remove(name);
        return new DpopProof(changed, claims, signer);
    }

    /** Signed by another key than the one that its header names. */
    public DpopProof signedBy(DpopKey other) {
        return new DpopProof(header, claims, other::sign);
    }

    /** With other bytes in the place of its signature. */
    public DpopProof signature(UnaryOperator<Bytes> change) {
        return new DpopProof(header, claims, message -> change.apply(signer.apply(message)));
    }

    /** With {@code alg: none} and an empty signature (RFC 7518 §3.6). */
    public DpopProof unsigned() {
        return header("alg", "none").signature(honest -> Bytes.copyOf());
    }

    /** With {@code alg: HS256}, taking the text of its {@code jwk} for the secret (RFC 8725 §2.1). */
    public DpopProof hmac() {
        byte[] secret = Json.write(header.path("jwk")).toArray();
        return new DpopProof(header.deepCopy().put("alg", "HS256"), claims, message -> hmac(secret, message));
    }

    /** The compact serialization (RFC 7515 §7.1), as the {@code DPoP} header carries it. */
    public String serialize() {
        String signed =
                Json.write(header).base64Url() + "." + Json.write(claims).base64Url();
        return signed + "." + signer.apply(Bytes.utf8(signed)).base64Url();
    }

    private static Bytes hmac(byte[] secret, Bytes message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Bytes.copyOf(mac.doFinal(message.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
