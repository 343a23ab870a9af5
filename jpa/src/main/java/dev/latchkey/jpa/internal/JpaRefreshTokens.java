package dev.latchkey.jpa.internal;

import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.entity.MappedRefreshToken;
import dev.latchkey.jpa.entity.Micros;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.RefreshTokens;
import dev.latchkey.storage.StoredRefreshToken;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Refresh tokens; every method is one statement. */
record JpaRefreshTokens(Statements statements, Mapped<MappedRefreshToken> tokens) implements RefreshTokens {

    @Override
    public void add(StoredRefreshToken token) {
        MappedRefreshToken entity = tokens.newInstance();
        entity.assign(token);
        statements.insert(entity, Conflict.REFRESH_TOKEN);
    }

    @Override
    public Optional<StoredRefreshToken> find(String tokenHash) {
        String jpql = "select " + tokens.select("t") + " from " + tokens.name() + " t where t.tokenHash = :hash";
        return statements.find(Object[].class, jpql, Map.of("hash", tokenHash)).map(row -> tokens.read(row, 0)
                .toRefreshToken());
    }

    @Override
    public boolean spend(String tokenHash, Instant at) {
        String jpql = "update " + tokens.name() + " t set t.spentAtMicros = :at where t.tokenHash = :hash"
                + " and t.spentAtMicros is null and t.revokedAtMicros is null";
        return statements.execute(jpql, Map.of("hash", tokenHash, "at", Micros.of(at))) == 1;
    }

    @Override
    public int revokeFamily(String familyId, Instant at) {
        String jpql = "update " + tokens.name()
                + " t set t.revokedAtMicros = :at where t.familyId = :family and t.revokedAtMicros is null";
        return statements.execute(jpql, Map.of("family", familyId, "at", Micros.of(at)));
    }

    @Override
    public int revokeAll(AccountRef owner, Instant at) {
        String jpql = "update " + tokens.name() + " t set t.revokedAtMicros = :at"
                + " where t.realm = :realm and t.accountId = :account and t.revokedAtMicros is null";
        return statements.execute(jpql, Map.of("realm", owner.realm(), "account", owner.id(), "at", Micros.of(at)));
    }
}
