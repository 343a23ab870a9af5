package dev.latchkey.token;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.Domain;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.config.TokenSettings;
import dev.latchkey.keys.Crypto;
import dev.latchkey.keys.Sealer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Issues ID tokens and access tokens, and verifies the latter. Stores nothing. Thread-safe. */
public final class Tokens {
    private static final String ACCESS_TOKEN_TYPE = "at+jwt";
    private static final String CONFIRMATION = "cnf";
    private static final String THUMBPRINT = "jkt";
    private static final List<String> METHODS = List.of("phr", "pop", "user");

    private final TokenSettings settings;
    private final SigningKeys keys;
    private final Jwts jwts;
    private final Clock clock;

    public Tokens(TokenSettings settings, SigningKeys keys, Sealer sealer, Crypto crypto, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.jwts = new Jwts(keys, new Signers(crypto), macKeys(settings, sealer));
        this.clock = clock;
    }

    private static Optional<MacKeys> macKeys(TokenSettings settings, Sealer sealer) {
        return settings.accessTokenAlgorithm() == AccessTokenAlgorithm.HS256
                ? Optional.of(MacKeys.of(sealer))
                : Optional.empty();
    }

    /**
     * Makes sure that there are keys to sign with, before anything is done that a missing signature would undo.
     *
     * @throws dev.latchkey.storage.StorageUnavailableException if they cannot be read
     */
    public void requireKeys() {
        keys.requireUsable();
    }

    /** Issues what the authorization allows; the refresh token was made before, in the sign-in's transaction. */
    public IssuedTokens issue(Authorization granted, Optional<String> refreshToken) {
        Optional<String> idToken = granted.has(Scopes.OPENID) ? Optional.of(idToken(granted)) : Optional.empty();
        return new IssuedTokens(
                accessToken(granted),
                idToken,
                refreshToken,
                granted.keyThumbprint().isPresent() ? "DPoP" : "Bearer",
                settings.accessTokenLifetime(),
                granted.scopes());
    }

    /** RFC 9068 §2.2, and RFC 9449 §6.1 where it is bound to a key. */
    private String accessToken(Authorization granted) {
        JWTClaimsSet.Builder claims = claims(granted, granted.audience(), settings.accessTokenLifetime())
                .claim("client_id", granted.client().id())
                .claim("scope", String.join(" ", granted.scopes()))
                .jwtID(UUID.randomUUID().toString());
        granted.keyThumbprint().ifPresent(thumbprint -> claims.claim(CONFIRMATION, Map.of(THUMBPRINT, thumbprint)));
        return settings.accessTokenAlgorithm()
                .signing()
                .map(algorithm -> jwts.sign(algorithm, ACCESS_TOKEN_TYPE, claims.build()))
                .orElseGet(() -> jwts.authenticate(ACCESS_TOKEN_TYPE, claims.build()));
    }

    /** OpenID Connect Core 1.0 §2. */
    private String idToken(Authorization granted) {
        JWTClaimsSet.Builder claims = claims(granted, granted.client().id(), settings.idTokenLifetime())
                .claim("amr", METHODS)
                .claim("sid", granted.sessionId());
        Claims.of(granted.account(), granted.scopes()).forEach(claims::claim);
        return jwts.sign(SigningAlgorithm.RS256, "JWT", claims.build());
    }

    private JWTClaimsSet.Builder claims(Authorization granted, String audience, Duration lifetime) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(granted.domain().issuer())
                .subject(Subject.of(granted.account().ref()))
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim("auth_time", granted.authenticatedAt().getEpochSecond());
        granted.organization().ifPresent(organization -> claims.claim("org_id", organization));
        return claims;
    }

    /** The access token, if one of our keys made it for this domain and audience and it has not expired; else empty. */
    public Optional<AccessToken> verify(String token, Domain domain, String audience) {
        return verified(token, domain)
                .filter(claims -> claims.getAudience().equals(List.of(audience)))
                .flatMap(Tokens::accessToken);
    }

    /** Whether it is an access token of this domain that still serves, for whatever audience. */
    public boolean isAccessToken(String token, Domain domain) {
        return verified(token, domain).isPresent();
    }

    private Optional<JWTClaimsSet> verified(String token, Domain domain) {
        return jwts.verify(token, ACCESS_TOKEN_TYPE)
                .filter(claims -> domain.issuer().equals(claims.getIssuer()))
                .filter(this::inTime);
    }

    private boolean inTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        return claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant())
                && (claims.getNotBeforeTime() == null
                        || !now.isBefore(claims.getNotBeforeTime().toInstant()));
    }

    private static Optional<AccessToken> accessToken(JWTClaimsSet claims) {
        try {
            Long authTime = claims.getLongClaim("auth_time");
            String clientId = claims.getStringClaim("client_id");
            String scope = claims.getStringClaim("scope");
            if (authTime == null || clientId == null || scope == null || claims.getSubject() == null) {
                return Optional.empty();
            }
            Optional<String> keyThumbprint = keyThumbprint(claims);
            return Subject.parse(claims.getSubject())
                    .map(owner -> new AccessToken(
                            owner,
                            clientId,
                            List.of(scope.split(" ")),
                            Instant.ofEpochSecond(authTime),
                            keyThumbprint));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** @throws ParseException if the token is bound to something that is no key's thumbprint */
    private static Optional<String> keyThumbprint(JWTClaimsSet claims) throws ParseException {
        if (claims.getClaim(CONFIRMATION) == null) {
            return Optional.empty();
        }
        if (claims.getJSONObjectClaim(CONFIRMATION).get(THUMBPRINT) instanceof String thumbprint) {
            return Optional.of(thumbprint);
        }
        throw new ParseException("cnf without jkt", 0);
    }
}
