package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.testkit.Answer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JWKS of a node, fetched as seldom as {@code Cache-Control} allows, even if a token names a key that is not there. Thread-safe. */
final class CachedJwks {
    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");

    private final Deployment deployment;
    private final Clock clock;
    private JWKSet keys = new JWKSet();
    private Instant until = Instant.MIN;

    CachedJwks(Deployment deployment, Clock clock) {
        this.deployment = deployment;
        this.clock = clock;
    }

    /** Verifies the signature of a token; returns the id of its key. */
    String verify(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        String id = jwt.getHeader().getKeyID();
        JWK key = keys().getKeyByKeyId(id);
        assertThat(key).as("the key " + id + " of a token is published").isNotNull();
        assertThat(jwt.verify(
                        key.getKeyType().getValue().equals("RSA")
                                ? new RSASSAVerifier(key.toRSAKey())
                                : new ECDSAVerifier(key.toECKey())))
                .as("signature by " + id)
                .isTrue();
        return id;
    }

    /** The ids of the keys that are published now. */
    synchronized List<String> ids() throws ParseException {
        until = Instant.MIN;
        return keys().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private synchronized JWKSet keys() throws ParseException {
        if (!clock.instant().isBefore(until)) {
            Answer answer = deployment.client("web").jwks().expect(200);
            Matcher age = MAX_AGE.matcher(answer.header("Cache-Control").orElseThrow());
            assertThat(age.find()).isTrue();
            until = clock.instant().plusSeconds(Long.parseLong(age.group(1)));
            keys = JWKSet.parse(answer.body().toString());
        }
        return keys;
    }
}
