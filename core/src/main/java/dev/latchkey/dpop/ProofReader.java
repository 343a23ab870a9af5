package dev.latchkey.dpop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import dev.latchkey.config.DpopSettings;
import dev.latchkey.json.Json;
import dev.latchkey.keys.Sealer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the value of a {@code DPoP} header and checks it as RFC 9449 §4.3 says, but for two things that others do: that it was not used
 * before, and that what is bound to a key is bound to this one. Thread-safe.
 */
public final class ProofReader {
    private static final int MAX_CHARS = 4096;
    private static final int MAX_JTI_CHARS = 256;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final DpopSettings settings;
    private final Nonces nonces;
    private final Clock clock;

    public ProofReader(DpopSettings settings, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.nonces = new Nonces(settings, sealer, clock);
        this.clock = clock;
    }

    /** A nonce for a client's next proof, where nonces are asked for. */
    public Optional<String> freshNonce() {
        return settings.nonces() ? Optional.of(nonces.fresh()) : Optional.empty();
    }

    /**
     * The proof in a header.
     *
     * @param header the header's value; several lines of it, joined by commas, are no proof
     * @param method of the request that it came with
     * @param uri that the request was sent to; a query or fragment of it does not matter
     * @param accessToken that the request carries
     * @throws ProofException if any check refuses it
     */
    public Proof read(String header, String method, String uri, Optional<String> accessToken) {
        require(header.length() <= MAX_CHARS, "is longer than " + MAX_CHARS + " characters");
        require(COMPACT.matcher(header).matches(), "is not one signed JWT");
        String[] parts = header.split("\\.", -1);
        ObjectNode head = json(parts[0]);
        require(head.path("typ").asText().equals("dpop+jwt"), "does not have the typ dpop+jwt");
        require(!head.has("crit"), "has a crit that is not understood");
        ProofAlgorithm algorithm = ProofAlgorithm.ofWireName(head.path("alg").asText())
                .orElseThrow(() -> refused("has an alg that is not accepted"));
        ProofKey key = ProofKey.of(head.path("jwk"), algorithm);
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(US_ASCII);
        require(key.signed(signed, new Base64URL(parts[2])), "is not signed by its jwk");
        return claims(json(parts[1]), key.thumbprint(), method, uri, accessToken);
    }

    private Proof claims(
            ObjectNode claims, String thumbprint, String method, String uri, Optional<String> accessToken) {
        String jti = text(claims, "jti");
        require(
                !jti.isEmpty() && jti.length() <= MAX_JTI_CHARS,
                "needs a jti of 1 to " + MAX_JTI_CHARS + " characters");
        require(text(claims, "htm").equals(method), "is for another method: see htm");
        Optional<String> target = HttpUri.normalized(text(claims, "htu"));
        require(target.isPresent() && target.equals(HttpUri.normalized(uri)), "is for another address: see htu");
        Instant end = acceptedUntil(claims.path("iat"));
        accessToken.ifPresent(
                token -> require(text(claims, "ath").equals(sha256(token)), "is for another access token: see ath"));
        if (settings.nonces() && !nonces.accepts(text(claims, "nonce"))) {
            throw ProofException.nonceWanted("The DPoP proof needs the nonce that DPoP-Nonce tells.");
        }
        return new Proof(thumbprint, sha256(thumbprint + "." + jti), end);
    }

    /** The moment at which a proof of that {@code iat}, which is in its time now, will no longer be accepted. */
    private Instant acceptedUntil(JsonNode iat) {
        require(iat.isNumber() && iat.canConvertToLong(), "needs an iat in seconds since 1970");
        Instant now = clock.instant();
        long made = iat.longValue();
        long earliest = now.minus(settings.maxAge()).minus(settings.clockSkew()).getEpochSecond();
        long latest = now.plus(settings.clockSkew()).getEpochSecond();
        require(
                made >= earliest && made <= latest,
                "is too old, or of a time to come: see iat, and the client's clock");
        return Instant.ofEpochSecond(made)
                .plus(settings.maxAge())
                .plus(settings.clockSkew())
                .plusSeconds(1);
    }

    private static ObjectNode json(String part) {
        try {
            return Json.parseObject(Base64.getUrlDecoder().decode(part))
                    .orElseThrow(() -> refused("does not hold JSON"));
        } catch (IllegalArgumentException e) {
            throw refused("is not base64url");
        }
    }

    /** A string; whatever else it is counts as an empty one. */
    private static String text(ObjectNode claims, String name) {
        JsonNode value = claims.path(name);
        return value.isTextual() ? value.textValue() : "";
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw refused(otherwise);
        }
    }

    private static ProofException refused(String reason) {
        return ProofException.because("The DPoP proof " + reason + ".");
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
