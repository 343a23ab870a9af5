package dev.latchkey.token;

import dev.latchkey.TestStorage;
import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.Client;
import dev.latchkey.config.Domain;
import dev.latchkey.config.Grant;
import dev.latchkey.config.KeySettings;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.TokenSettings;
import dev.latchkey.keys.Crypto;
import dev.latchkey.keys.Sealer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Somebody who signed in, and keys that live for the length of a test. */
final class TestTokens {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant SIGNED_IN = NOW.minusSeconds(30);
    static final TokenSettings SETTINGS = new TokenSettings(
            Duration.ofMinutes(10),
            Duration.ofHours(10),
            Duration.ofDays(14),
            Duration.ofDays(90),
            AccessTokenAlgorithm.ES256);
    static final String AUDIENCE = "https://api.example.com/";

    private static final LatchkeyConfig CONFIG = LatchkeyConfig.builder()
            .domain("auth.example.com")
            .client("web", client -> client.allowedOrigins("https://auth.example.com")
                    .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                    .myAccount(true)
                    .audiences(AUDIENCE)
                    .scopes("read:orders"))
            .client("kiosk", client -> client.allowedOrigins("https://auth.example.com")
                    .grants(Grant.PASSKEY))
            .client("backend", client -> client.secrets("a secret of the backend alone")
                    .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN))
            .build();
    static final Domain DOMAIN = CONFIG.domains().get(0);
    static final Client WEB = CONFIG.client("web").orElseThrow();
    static final Client KIOSK = CONFIG.client("kiosk").orElseThrow();
    static final Client BACKEND = CONFIG.client("backend").orElseThrow();

    static final Account ADA = new Account(
            new AccountRef("members", "4711"),
            "ada@example.com",
            new UserProfile(Map.of(
                    ProfileMember.EMAIL, "ada@example.com",
                    ProfileMember.PHONE_NUMBER, "+441234567890",
                    ProfileMember.USERNAME, "ada",
                    ProfileMember.NAME, "Ada Lovelace",
                    ProfileMember.NICKNAME, "Countess",
                    ProfileMember.GIVEN_NAME, "Ada",
                    ProfileMember.FAMILY_NAME, "Lovelace",
                    ProfileMember.PICTURE, "https://example.com/ada.png")),
            Set.of(IdentifierType.PHONE_NUMBER),
            Map.of("theme", "dark"),
            Set.of("admin"),
            false,
            true);

    private TestTokens() {}

    static SigningKeys keys() {
        KeySettings ofThisProcess = new KeySettings(Optional.empty(), List.of(), Optional.empty());
        return new SigningKeys(
                ofThisProcess,
                SETTINGS,
                Sealer.of(ofThisProcess, new SecureRandom()),
                TestStorage.unreachable(),
                at(NOW));
    }

    static Tokens tokens(SigningKeys keys, Instant now) {
        return new Tokens(SETTINGS, keys, sealer("a secret that these tests alone know"), Crypto.JVM, at(now));
    }

    static Sealer sealer(String secret, String... former) {
        return Sealer.of(new KeySettings(Optional.of(secret), List.of(former), Optional.empty()), new SecureRandom());
    }

    static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    static Authorization authorization(String audience, String... scopes) {
        return authorization(audience, Optional.empty(), scopes);
    }

    static Authorization boundTo(String keyThumbprint, String... scopes) {
        return authorization(AUDIENCE, Optional.of(keyThumbprint), scopes);
    }

    private static Authorization authorization(String audience, Optional<String> keyThumbprint, String... scopes) {
        return new Authorization(
                DOMAIN,
                WEB,
                ADA,
                "a-sign-in",
                SIGNED_IN,
                Optional.of("org_1"),
                audience,
                List.of(scopes),
                keyThumbprint);
    }
}
