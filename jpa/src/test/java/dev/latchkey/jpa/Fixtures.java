package dev.latchkey.jpa;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.NewAccount;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.StoredRefreshToken;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Values to store. */
public final class Fixtures {
    static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123456Z");
    static final AccountRef ALICE = new AccountRef("members", "usr_alice");
    static final AccountRef BOB = new AccountRef("members", "usr_bob");

    private static final SecureRandom RANDOM = new SecureRandom();

    private Fixtures() {}

    static Bytes random(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    static NewAccount account(Map<ProfileMember, String> members) {
        return new NewAccount("members", new UserProfile(members), Map.of(), Optional.empty(), NOW);
    }

    static NewAccount account(String email) {
        return account(Map.of(ProfileMember.EMAIL, email));
    }

    public static Passkey passkey(AccountRef owner) {
        return passkey(owner, random(32), 0, BackupState.ELIGIBLE);
    }

    static Passkey passkey(AccountRef owner, Bytes credentialId, long signCount, BackupState backup) {
        return new Passkey(
                "dev_" + random(16).toBase64Url(),
                owner.realm(),
                owner.id(),
                "example.com",
                credentialId,
                random(64),
                random(77),
                signCount,
                backup,
                List.of("internal", "hybrid"),
                UUID.fromString("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4"),
                Optional.of("Laptop"),
                Optional.of("Mozilla/5.0"),
                NOW,
                Optional.empty());
    }

    static StoredRefreshToken refreshToken(AccountRef owner, String family, Instant expiresAt) {
        return new StoredRefreshToken(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(random(32).toArray()),
                family,
                owner,
                "web",
                "https://localhost/",
                "https://api.example.com",
                List.of("openid", "read:me:factors"),
                "sid-1",
                NOW,
                Optional.of("acme"),
                Optional.of("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"),
                NOW.plusSeconds(1),
                expiresAt,
                Optional.empty(),
                Optional.empty());
    }
}
