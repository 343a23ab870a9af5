package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.ALICE;
import static dev.latchkey.jpa.Fixtures.BOB;
import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.keys.StoredKey;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.KeyStore;
import dev.latchkey.storage.RefreshTokens;
import dev.latchkey.storage.SpentSessions;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.StoredRefreshToken;
import dev.latchkey.storage.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensAndKeysTest {
    private static final Instant LATER = NOW.plusSeconds(60);

    private final TestDatabase database = new TestDatabase("kit");
    private final JpaStorage storage = database.storage();
    private final RefreshTokens tokens = Stores.of(storage, RefreshTokens.class, UnitOfWork::refreshTokens);
    private final SpentSessions sessions = Stores.of(storage, SpentSessions.class, UnitOfWork::spentSessions);
    private final KeyStore keys = Stores.of(storage, KeyStore.class, UnitOfWork::keys);

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void refreshTokenComesBackAsItWasStored() {
        StoredRefreshToken token = add("f", LATER);

        assertThat(tokens.find(token.tokenHash())).contains(token);
        assertThat(tokens.find("unknown")).isEmpty();
        assertConflict(Conflict.REFRESH_TOKEN, () -> tokens.add(token));
    }

    @Test
    void keyThatARefreshTokenIsBoundToIsKept() {
        StoredRefreshToken bound = Fixtures.refreshToken(ALICE, "f", LATER);
        StoredRefreshToken unbound = Fixtures.refreshToken(ALICE, "f", LATER).boundTo(Optional.empty());
        tokens.add(bound);
        tokens.add(unbound);

        assertThat(tokens.find(bound.tokenHash()).flatMap(StoredRefreshToken::keyThumbprint))
                .contains("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
        assertThat(tokens.find(unbound.tokenHash())).contains(unbound);
    }

    @Test
    void refreshTokenIsSpentOnceAndNotAfterItsFamilyWasRevoked() {
        StoredRefreshToken token = add("f", LATER);
        StoredRefreshToken sibling = add("f", LATER);
        StoredRefreshToken stranger = add("g", LATER);

        assertThat(tokens.spend(token.tokenHash(), NOW)).isTrue();
        assertThat(tokens.spend(token.tokenHash(), NOW)).isFalse();
        tokens.revokeFamily("f", LATER);

        assertThat(tokens.spend(sibling.tokenHash(), NOW)).isFalse();
        assertThat(tokens.find(token.tokenHash()).flatMap(StoredRefreshToken::spentAt))
                .contains(NOW);
        assertThat(tokens.find(sibling.tokenHash()).flatMap(StoredRefreshToken::revokedAt))
                .contains(LATER);
        assertThat(tokens.spend(stranger.tokenHash(), NOW)).isTrue();
        assertThat(tokens.spend("unknown", NOW)).isFalse();
    }

    @Test
    void everyTokenOfAnOwnerIsRevokedOnceAndNobodyElses() {
        StoredRefreshToken one = add("f", LATER);
        StoredRefreshToken other = add("g", LATER);
        StoredRefreshToken strangers = Fixtures.refreshToken(BOB, "h", LATER);
        tokens.add(strangers);

        assertThat(tokens.revokeAll(ALICE, NOW)).isEqualTo(2);
        assertThat(tokens.revokeAll(ALICE, LATER)).isZero();

        assertThat(tokens.find(one.tokenHash()).flatMap(StoredRefreshToken::revokedAt))
                .contains(NOW);
        assertThat(tokens.spend(other.tokenHash(), NOW)).isFalse();
        assertThat(tokens.find(strangers.tokenHash())).contains(strangers);
    }

    @Test
    void keysAreListedAndEachIdIsThereOnce() {
        StoredKey older = new StoredKey("a", "RS256", "w".repeat(8000), NOW);
        StoredKey newer = new StoredKey("b", "ES256", "w", LATER);
        keys.add(older);
        keys.add(newer);

        assertThat(keys.findAll()).containsExactlyInAnyOrder(older, newer);
        assertConflict(Conflict.KEY, () -> keys.add(older));
    }

    @Test
    void removedKeyIsGone() {
        StoredKey kept = new StoredKey("a", "RS256", "w", NOW);
        keys.add(kept);
        keys.add(new StoredKey("b", "EdDSA", "w", NOW));

        assertThat(keys.remove("b")).isTrue();
        assertThat(keys.remove("b")).isFalse();

        assertThat(keys.findAll()).containsExactly(kept);
    }

    @Test
    void onlyWhatHasExpiredIsPurgedAndAtMostAsMuchAsAsked() {
        for (int i = 0; i < 1203; i++) {
            sessions.record("old-" + i, NOW);
        }
        sessions.record("young", LATER);
        StoredRefreshToken old = add("f", NOW);
        StoredRefreshToken young = add("f", LATER);

        assertThat(storage.purgeExpired(NOW.minusSeconds(1), 10_000)).isZero();
        assertThat(storage.purgeExpired(NOW, 2)).isEqualTo(3);
        assertThat(storage.purgeExpired(NOW, 10_000)).isEqualTo(1201);

        assertThat(tokens.find(old.tokenHash())).isEmpty();
        assertThat(tokens.find(young.tokenHash())).contains(young);
        assertConflict(Conflict.SPENT_SESSION, () -> sessions.record("young", LATER));
        sessions.record("old-1", LATER);
    }

    @Test
    void nodesThatPurgeAtOnceDeleteEachRecordOnce() throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            sessions.record("old-" + i, NOW);
        }
        sessions.record("young", LATER);

        List<Object> deleted = Race.run(8, i -> storage.purgeExpired(NOW, 100));

        int sum = deleted.stream().mapToInt(Integer.class::cast).sum();
        assertThat(deleted).allMatch(count -> (int) count <= 100);
        assertThat(sum + storage.purgeExpired(NOW, 1000)).isEqualTo(400);
        assertConflict(Conflict.SPENT_SESSION, () -> sessions.record("young", LATER));
    }

    private static void assertConflict(Conflict conflict, Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(StorageConflictException.class, e -> assertThat(e.conflict())
                        .isEqualTo(conflict));
    }

    private StoredRefreshToken add(String family, Instant expiresAt) {
        StoredRefreshToken token = Fixtures.refreshToken(ALICE, family, expiresAt);
        tokens.add(token);
        return token;
    }
}
