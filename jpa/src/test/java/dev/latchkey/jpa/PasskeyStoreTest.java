package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.ALICE;
import static dev.latchkey.jpa.Fixtures.BOB;
import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.OwnedPasskey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasskeyStoreTest {
    private final TestDatabase database = new TestDatabase("kit");
    private final JpaStorage storage = database.storage();
    private final PasskeyStore passkeys = Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys);

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void passkeyComesBackAsItWasStored() {
        Passkey passkey = add(Fixtures.passkey(ALICE));

        assertThat(passkeys.find(ALICE, passkey.id())).contains(passkey);
    }

    @Test
    void credentialIdOf1023BytesIsFoundWithItsOwner() {
        Account owner = storage.inTransaction(work -> work.accounts().create(Fixtures.account("a@example.com")));
        Passkey passkey = add(Fixtures.passkey(owner.ref(), Fixtures.random(1023), 0, BackupState.ELIGIBLE));

        assertThat(passkeys.findByCredentialId(passkey.credentialId())).contains(new OwnedPasskey(passkey, owner));
    }

    @Test
    void passkeyOfAnAccountThatIsGoneIsNotFound() {
        Passkey passkey = add(Fixtures.passkey(ALICE));

        assertThat(passkeys.findByCredentialId(passkey.credentialId())).isEmpty();
    }

    @Test
    void credentialIdIsRegisteredOnceWhoeverAsks() {
        Passkey passkey = add(Fixtures.passkey(ALICE));

        assertThatThrownBy(() -> add(Fixtures.passkey(BOB, passkey.credentialId(), 0, BackupState.ELIGIBLE)))
                .isInstanceOfSatisfying(StorageConflictException.class, e -> assertThat(e.conflict())
                        .isEqualTo(Conflict.CREDENTIAL));
    }

    /** A transaction may go on seeing what it has seen, on MariaDB by default. */
    @Test
    void passkeyThatIsRemovedInMidTransactionIsNotThereToBeLocked() {
        Account owner = storage.inTransaction(work -> work.accounts().create(Fixtures.account("a@example.com")));
        Passkey passkey = add(Fixtures.passkey(owner.ref()));
        assertThat(passkeys.lock(owner.ref(), passkey.id())).contains(passkey);
        assertThat(passkeys.lock(BOB, passkey.id())).isEmpty();

        Optional<Passkey> locked = storage.inTransaction(unit -> {
            assertThat(unit.passkeys().findByCredentialId(passkey.credentialId()))
                    .isPresent();
            CompletableFuture.runAsync(() -> passkeys.remove(owner.ref(), passkey.id()))
                    .join();
            assertThat(unit.passkeys().recordUse(new PasskeyUse(passkey.id(), 1, BackupState.ELIGIBLE, NOW)))
                    .isFalse();
            return unit.passkeys().lock(owner.ref(), passkey.id());
        });

        assertThat(locked).isEmpty();
    }

    @Test
    void passkeysAreListedOldestFirstAndCountedByOwner() {
        Passkey first = add(Fixtures.passkey(ALICE));
        Passkey second = add(later(Fixtures.passkey(ALICE)));
        add(Fixtures.passkey(BOB));

        assertThat(passkeys.findAll(ALICE)).containsExactly(first, second);
        assertThat(passkeys.count(ALICE)).isEqualTo(2);
    }

    @Test
    void passkeysOfARealmComeInPagesWithoutGapsOrRepetitions() {
        Set<Passkey> added =
                Stream.generate(() -> add(Fixtures.passkey(ALICE))).limit(7).collect(Collectors.toSet());
        add(Fixtures.passkey(new AccountRef("others", "1")));
        List<Passkey> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        for (List<Passkey> page = passkeys.page(ALICE.realm(), after, 3);
                !page.isEmpty();
                page = passkeys.page(ALICE.realm(), after, 3)) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            read.addAll(page);
            after = Optional.of(page.get(page.size() - 1).id());
        }

        assertThat(read).hasSize(7).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void passkeyOfAnotherOwnerIsNeitherFoundNorRenamedNorRemoved() {
        Passkey passkey = add(Fixtures.passkey(ALICE));

        assertThat(passkeys.find(BOB, passkey.id())).isEmpty();
        assertThat(passkeys.rename(BOB, passkey.id(), "mine")).isFalse();
        assertThat(passkeys.remove(BOB, passkey.id())).isFalse();
        assertThat(passkeys.find(ALICE, passkey.id())).contains(passkey);
    }

    @Test
    void ownerRenamesAndRemovesWithinOneTransaction() {
        Passkey passkey = add(Fixtures.passkey(ALICE));

        Optional<String> name = storage.inTransaction(unit -> {
            unit.passkeys().find(ALICE, passkey.id());
            unit.passkeys().rename(ALICE, passkey.id(), "Phone");
            return unit.passkeys().find(ALICE, passkey.id()).flatMap(Passkey::name);
        });
        assertThat(name).contains("Phone");
        assertThat(passkeys.remove(ALICE, passkey.id())).isTrue();
        assertThat(passkeys.count(ALICE)).isZero();
    }

    @Test
    void allPasskeysOfAnOwnerAreRemovedWithTheUserHandleAndNobodyElses() {
        passkeys.addUserHandle(ALICE, Fixtures.random(64));
        add(Fixtures.passkey(ALICE));
        add(Fixtures.passkey(ALICE));
        Passkey strangers = add(Fixtures.passkey(BOB));
        Bytes handle = Fixtures.random(64);
        passkeys.addUserHandle(BOB, handle);

        assertThat(passkeys.removeAll(ALICE)).isEqualTo(2);
        assertThat(passkeys.removeAll(ALICE)).isZero();

        assertThat(passkeys.count(ALICE)).isZero();
        assertThat(passkeys.findUserHandle(ALICE)).isEmpty();
        assertThat(passkeys.findAll(BOB)).containsExactly(strangers);
        assertThat(passkeys.findUserHandle(BOB)).contains(handle);
    }

    @Test
    void counterOnlyRises() {
        Passkey passkey = add(Fixtures.passkey(ALICE, Fixtures.random(32), 7, BackupState.ELIGIBLE));

        assertThat(use(passkey, 7, BackupState.ELIGIBLE)).isFalse();
        assertThat(use(passkey, 6, BackupState.ELIGIBLE)).isFalse();
        assertThat(use(passkey, 0, BackupState.ELIGIBLE)).isFalse();
        assertThat(stored(passkey)).isEqualTo(passkey);
        assertThat(use(passkey, 4294967295L, BackupState.BACKED_UP)).isTrue();
        assertThat(stored(passkey).signCount()).isEqualTo(4294967295L);
        assertThat(stored(passkey).backup()).isEqualTo(BackupState.BACKED_UP);
        assertThat(stored(passkey).lastUsedAt()).contains(NOW);
    }

    @Test
    void counterMayStayZero() {
        Passkey passkey = add(Fixtures.passkey(ALICE));

        assertThat(use(passkey, 0, BackupState.BACKED_UP)).isTrue();
        assertThat(use(passkey, 0, BackupState.ELIGIBLE)).isTrue();
        assertThat(stored(passkey).backup()).isEqualTo(BackupState.ELIGIBLE);
    }

    @Test
    void backupEligibilityNeverChanges() {
        Passkey passkey = add(Fixtures.passkey(ALICE, Fixtures.random(32), 0, BackupState.SINGLE_DEVICE));

        assertThat(use(passkey, 1, BackupState.BACKED_UP)).isFalse();
        assertThat(use(passkey, 1, BackupState.ELIGIBLE)).isTrue();
        assertThat(stored(passkey).backup()).isEqualTo(BackupState.SINGLE_DEVICE);
    }

    @Test
    void useOfAPasskeyThatIsGoneIsRefused() {
        assertThat(use(Fixtures.passkey(ALICE), 1, BackupState.ELIGIBLE)).isFalse();
    }

    @Test
    void accountHasOneUserHandle() {
        Bytes handle = Fixtures.random(64);
        passkeys.addUserHandle(ALICE, handle);

        assertThat(passkeys.findUserHandle(ALICE)).contains(handle);
        assertThat(passkeys.lockUserHandle(ALICE)).contains(handle);
        assertThat(passkeys.lockUserHandle(BOB)).isEmpty();
        assertThatThrownBy(() -> passkeys.addUserHandle(ALICE, Fixtures.random(64)))
                .isInstanceOfSatisfying(StorageConflictException.class, e -> assertThat(e.conflict())
                        .isEqualTo(Conflict.USER_HANDLE));
    }

    @Test
    void oversizedHintsAreShortenedAndOddOnesKept() {
        Passkey plain = Fixtures.passkey(ALICE);
        Passkey odd = new Passkey(
                plain.id(),
                plain.realm(),
                plain.accountId(),
                plain.rpId(),
                plain.credentialId(),
                plain.userHandle(),
                plain.publicKey(),
                plain.signCount(),
                plain.backup(),
                List.of("x".repeat(300), "a b", "", "usb"),
                plain.aaguid(),
                Optional.empty(),
                Optional.of("u".repeat(9000)),
                plain.createdAt(),
                Optional.empty());
        add(odd);

        assertThat(stored(odd).transports()).containsExactly("a b", "usb");
        assertThat(stored(odd).userAgent().orElseThrow()).hasSize(512);
    }

    private static Passkey later(Passkey passkey) {
        return new Passkey(
                passkey.id(),
                passkey.realm(),
                passkey.accountId(),
                passkey.rpId(),
                passkey.credentialId(),
                passkey.userHandle(),
                passkey.publicKey(),
                passkey.signCount(),
                passkey.backup(),
                passkey.transports(),
                passkey.aaguid(),
                passkey.name(),
                passkey.userAgent(),
                NOW.plusNanos(1000),
                passkey.lastUsedAt());
    }

    private Passkey add(Passkey passkey) {
        passkeys.add(passkey);
        return passkey;
    }

    private Passkey stored(Passkey passkey) {
        return passkeys.find(ALICE, passkey.id()).orElseThrow();
    }

    private boolean use(Passkey passkey, long signCount, BackupState backup) {
        return passkeys.recordUse(new PasskeyUse(passkey.id(), signCount, backup, NOW));
    }
}
