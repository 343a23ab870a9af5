package dev.latchkey.transfer;

import static dev.latchkey.testkit.CoseAlgorithm.EDDSA;
import static dev.latchkey.transfer.AccountKey.Kind.EMAIL;
import static dev.latchkey.transfer.AccountKey.Kind.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an import does with rows that are sound; which are, {@link RowCheckTest} tells. */
class ImporterTest {
    private static final AccountKey ALICE = EMAIL.of("alice@shop.example");
    private static final AccountKey BOB = EMAIL.of("bob@shop.example");

    private final Kit kit = new Kit();
    private final Account alice = kit.account("alice@shop.example");
    private final Device device = Device.of(EDDSA);

    ImporterTest() {
        kit.account("bob@shop.example");
    }

    @AfterEach
    void closeKit() {
        kit.close();
    }

    @Test
    void passkeyIsStoredWithEverythingThatIsKnownOfIt() {
        UUID aaguid = UUID.fromString("fbfc3007-154e-4ecc-8c0b-6e020557d7bd");
        PasskeyRecord record = device.record(ALICE)
                .signCount(4_294_967_295L)
                .backup(BackupState.SINGLE_DEVICE)
                .transports(List.of("usb", "smart-card"))
                .aaguid(aaguid)
                .name("Key of the office")
                .userAgent("Mozilla/5.0")
                .createdAt(Kit.NOW)
                .lastUsedAt(Kit.NOW.plusSeconds(1))
                .build();

        assertThat(kit.importAll(record)).containsExactly("1 imported, 0 unchanged, 0 refused");

        Passkey stored = kit.passkeys().get(0);
        assertThat(stored.id()).matches("dev_[A-Za-z0-9_-]{22}");
        assertThat(stored)
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new Passkey(
                        "",
                        "default",
                        alice.ref().id(),
                        Kit.RP_ID,
                        device.credentialId(),
                        device.userHandle(),
                        device.publicKey(),
                        4_294_967_295L,
                        BackupState.SINGLE_DEVICE,
                        List.of("usb", "smart-card"),
                        aaguid,
                        Optional.of("Key of the office"),
                        Optional.of("Mozilla/5.0"),
                        Kit.NOW,
                        Optional.of(Kit.NOW.plusSeconds(1))));
    }

    @Test
    void sameImportAgainChangesNothing() {
        PasskeyRecord first = device.record(ALICE).build();
        PasskeyRecord second =
                Device.of(EDDSA, device.userHandle()).record(ALICE).build();
        kit.importAll(first, second);
        kit.client().login(device.authenticator()).expect(200);
        List<String> before = Sql.dump(kit.database);

        assertThat(kit.importAll(first, second)).containsExactly("0 imported, 2 unchanged, 0 refused");
        assertThat(Sql.dump(kit.database)).isEqualTo(before);
    }

    @Test
    void dryRunJudgesAsTheImportDoesAndLeavesEveryTableAsItWas() {
        Device other = Device.of(EDDSA, device.userHandle());
        List<PasskeyRecord> rows =
                new ArrayList<>(Collections.nCopies(250, device.record(ALICE).build()));
        rows.add(device.record(BOB).build());
        rows.add(other.record(BOB).build());
        rows.add(other.record(ALICE).build());
        rows.add(Device.of(EDDSA).record(ALICE).build());
        List<String> before = Sql.dump(kit.database);

        List<String> rehearsed = kit.importAll(kit.settings().asDryRun(), PasskeySource.of(rows.stream()));

        assertThat(Sql.dump(kit.database)).isEqualTo(before);
        List<String> done = kit.importAll(PasskeySource.of(rows.stream()));
        assertThat(done).hasSize(4).startsWith("2 imported, 249 unchanged, 3 refused");
        assertThat(rehearsed.get(0)).isEqualTo("dry run, nothing was stored: " + done.get(0));
        assertThat(rehearsed.subList(1, 4)).isEqualTo(done.subList(1, 4));
    }

    @Test
    void badRowInABatchLeavesItsNeighboursAlone() {
        Device owned = Device.of(EDDSA);
        kit.importAll(owned.record(BOB).build());
        List<Device> devices = Stream.generate(() -> Device.of(EDDSA, device.userHandle()))
                .limit(6)
                .toList();
        List<PasskeyRecord> rows = new ArrayList<>();
        devices.forEach(each -> rows.add(each.record(ALICE).build()));
        kit.account("carol@shop.example");
        rows.add(
                3,
                Device.of(EDDSA, device.userHandle())
                        .record(EMAIL.of("carol@shop.example"))
                        .build());

        assertThat(kit.importAll(rows.toArray(PasskeyRecord[]::new)))
                .containsExactly(
                        "6 imported, 0 unchanged, 1 refused",
                        refusal(4, rows.get(3), "the user handle belongs to another account"));
        assertThat(kit.passkeys()).extracting(Passkey::credentialId).hasSize(7).contains(owned.credentialId());
    }

    @Test
    void credentialOfSomebodyElseOrWithAnotherKeyIsRefused() {
        kit.importAll(device.record(ALICE).build());
        PasskeyRecord otherOwner = device.record(BOB).build();
        PasskeyRecord otherKey = PasskeyRecord.of(
                        ALICE,
                        device.credentialId(),
                        device.userHandle(),
                        Device.of(EDDSA).publicKey())
                .backup(true, true)
                .build();
        List<String> before = Sql.dump(kit.database);

        String taken = "the credential id is registered already, with another owner, key, user handle or rp id";
        assertThat(kit.importAll(otherOwner, otherKey))
                .containsExactly(
                        "0 imported, 0 unchanged, 2 refused",
                        refusal(1, otherOwner, taken),
                        refusal(2, otherKey, taken));
        assertThat(Sql.dump(kit.database)).isEqualTo(before);
    }

    @Test
    void credentialOfAnAccountThatIsGoneIsNotTakenOver() {
        kit.importAll(device.record(ALICE).build());
        Sql.run(
                kit.database,
                "delete from latchkey_account where id = '" + alice.ref().id() + "'");
        PasskeyRecord record = PasskeyRecord.of(BOB, device.credentialId(), Device.random(64), device.publicKey())
                .backup(true, true)
                .build();

        assertThat(kit.importAll(record).get(1)).contains("registered already");
    }

    @Test
    void accountKeepsTheUserHandleThatItHas() {
        kit.client()
                .signup(new SoftwareAuthenticator(), ContractClient.profile("dave@shop.example"))
                .expect(200);
        PasskeyRecord record = device.record(EMAIL.of("dave@shop.example")).build();

        assertThat(kit.importAll(record))
                .containsExactly(
                        "0 imported, 0 unchanged, 1 refused",
                        refusal(1, record, "the account has another user handle already"));
    }

    @Test
    void accountIsFoundByIdOrByIdentifierAndNeverMade() {
        PasskeyRecord byId = device.record(ID.of(alice.ref().id())).build();
        PasskeyRecord byName = Device.of(EDDSA, device.userHandle())
                .record(AccountKey.Kind.PRINCIPAL_NAME.of(alice.principalName()))
                .build();
        PasskeyRecord byEmail = Device.of(EDDSA, device.userHandle())
                .record(EMAIL.of("ALICE@shop.example"))
                .build();
        PasskeyRecord stranger =
                Device.of(EDDSA).record(EMAIL.of("eve@shop.example")).build();

        assertThat(kit.importAll(byId, byName, byEmail, stranger))
                .containsExactly(
                        "2 imported, 0 unchanged, 2 refused",
                        refusal(2, byName, "there is no such account"),
                        refusal(4, stranger, "there is no such account"));
    }

    @Test
    void manyMoreRowsThanABatchAreAllStored() {
        List<PasskeyRecord> rows = IntStream.range(0, 450)
                .mapToObj(
                        i -> Device.of(EDDSA, device.userHandle()).record(ALICE).build())
                .toList();

        assertThat(kit.importAll(rows.toArray(PasskeyRecord[]::new)))
                .containsExactly("450 imported, 0 unchanged, 0 refused");
    }

    private static String refusal(long row, PasskeyRecord record, String reason) {
        return "row " + row + ", credential "
                + record.credentialId().toBase64Url().substring(0, 12) + "…: " + reason;
    }
}
