package dev.latchkey.jpa.internal;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.NewAccount;
import dev.latchkey.account.UserProfile;
import dev.latchkey.jpa.entity.MappedAccount;
import dev.latchkey.keys.StoredKey;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.StoredRefreshToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A row to try each entity with. */
final class TrialRows {
    private static final String REALM = "default";
    private static final Optional<String> NOBODY = Optional.of("");
    private static final Bytes BYTES = Bytes.of(new byte[16]);

    private TrialRows() {}

    /**
     * @param account the kit's own accounts, if it keeps them
     * @param owner whom a row of that entity names
     */
    static List<TrialRow<?>> of(
            Mappings mappings, Optional<Mapped<MappedAccount>> account, Function<Mapped<?>, Optional<String>> owner) {
        List<TrialRow<?>> rows = new ArrayList<>();
        account.ifPresent(entity -> rows.add(new TrialRow<>(
                entity,
                NOBODY,
                (row, id) -> row.assign(
                        "7", new NewAccount(REALM, UserProfile.EMPTY, Map.of(), Optional.empty(), TrialRow.TIME)))));
        rows.add(new TrialRow<>(
                mappings.userHandle(),
                owner.apply(mappings.userHandle()),
                (row, id) -> row.assign(new AccountRef(REALM, id), BYTES)));
        rows.add(new TrialRow<>(
                mappings.passkey(), owner.apply(mappings.passkey()), (row, id) -> row.assign(passkey(id))));
        rows.add(new TrialRow<>(mappings.spentSession(), NOBODY, (row, id) -> row.assign("7", TrialRow.TIME)));
        rows.add(new TrialRow<>(
                mappings.refreshToken(),
                owner.apply(mappings.refreshToken()),
                (row, id) -> row.assign(refreshToken(new AccountRef(REALM, id)))));
        rows.add(new TrialRow<>(
                mappings.signingKey(), NOBODY, (row, id) -> row.assign(new StoredKey("7", "7", "7", TrialRow.TIME))));
        return rows;
    }

    private static Passkey passkey(String owner) {
        return new Passkey(
                "7",
                REALM,
                owner,
                "localhost",
                BYTES,
                BYTES,
                BYTES,
                0,
                BackupState.SINGLE_DEVICE,
                List.of(),
                new UUID(0, 0),
                Optional.empty(),
                Optional.empty(),
                TrialRow.TIME,
                Optional.empty());
    }

    private static StoredRefreshToken refreshToken(AccountRef owner) {
        return new StoredRefreshToken(
                "7",
                "7",
                owner,
                "7",
                "7",
                "7",
                List.of(),
                "7",
                TrialRow.TIME,
                Optional.empty(),
                Optional.empty(),
                TrialRow.TIME,
                TrialRow.TIME,
                Optional.empty(),
                Optional.empty());
    }
}
