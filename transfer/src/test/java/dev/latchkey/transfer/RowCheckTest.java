package dev.latchkey.transfer;

import static dev.latchkey.testkit.CoseAlgorithm.EDDSA;
import static dev.latchkey.transfer.AccountKey.Kind.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.testkit.CoseAlgorithm;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which rows are sound, before anything is looked up or stored. */
class RowCheckTest {
    private static final AccountKey ALICE = EMAIL.of("alice@shop.example");

    private final Kit kit = new Kit();
    private final Device device = Device.of(EDDSA);

    RowCheckTest() {
        kit.account("alice@shop.example");
    }

    @AfterEach
    void closeKit() {
        kit.close();
    }

    @Test
    void malformedAndOversizedRowsAreRefusedOneByOne() {
        Bytes id = device.credentialId();
        Bytes handle = device.userHandle();
        Bytes key = device.publicKey();
        List<PasskeyRecord> bad = List.of(
                raw(Device.random(15), handle, key).build(),
                raw(Device.random(1024), handle, key).build(),
                raw(id, Bytes.of(new byte[0]), key).build(),
                raw(id, Device.random(65), key).build(),
                raw(id, handle, Bytes.of(new byte[0])).build(),
                raw(id, handle, Device.random(2001)).build(),
                raw(id, handle, Bytes.of(new byte[] {(byte) 0xa0})).build(),
                raw(id, handle, Bytes.of(Arrays.copyOf(key.toArray(), key.size() + 1)))
                        .build(),
                raw(id, handle, offCurve()).build(),
                device.record(ALICE).signCount(-1).build(),
                device.record(ALICE).signCount(1L << 32).build(),
                device.record(ALICE).name("").build(),
                device.record(ALICE).name("n".repeat(101)).build(),
                device.record(ALICE).name("line\nfeed").build(),
                device.record(ALICE).name("\ud800").build(),
                device.record(ALICE).userAgent("u".repeat(513)).build(),
                device.record(ALICE).transports(Collections.nCopies(9, "usb")).build(),
                device.record(ALICE).transports(List.of("us b")).build(),
                device.record(ALICE).createdAt(Instant.EPOCH.minusNanos(1)).build(),
                device.record(ALICE).lastUsedAt(Instant.MAX).build(),
                device.record(EMAIL.of("")).build());
        List<String> before = Sql.dump(kit.database);

        List<String> report = kit.importAll(bad.toArray(PasskeyRecord[]::new));

        assertThat(report.get(0)).isEqualTo("0 imported, 0 unchanged, " + bad.size() + " refused");
        assertThat(report.subList(1, report.size()))
                .allSatisfy(line -> assertThat(line).matches("row \\d+, credential [^ ]+: malformed: .+"));
        assertThat(Sql.dump(kit.database)).isEqualTo(before);
    }

    @Test
    void greatestSizesAreAccepted() {
        PasskeyRecord record = PasskeyRecord.of(ALICE, Device.random(1023), Device.random(64), rsaKey())
                .backup(false, false)
                .name("n".repeat(100))
                .userAgent("u".repeat(512))
                .transports(Collections.nCopies(8, "t".repeat(25)))
                .build();

        assertThat(kit.importAll(record)).containsExactly("1 imported, 0 unchanged, 0 refused");
        assertThat(kit.passkeys().get(0).transports()).hasSize(8);
    }

    @Test
    void realmOrRpIdThatTheApplicationLacksIsRefused() {
        PasskeyRecord realm = device.record(ALICE).realm("staff").build();
        PasskeyRecord rpId = device.record(ALICE).rpId("other.example").build();

        assertThat(kit.importAll(realm, rpId))
                .satisfiesExactly(
                        counts -> assertThat(counts).isEqualTo("0 imported, 0 unchanged, 2 refused"),
                        line -> assertThat(line)
                                .startsWith("row 1, ")
                                .endsWith(": the configuration has no such realm"),
                        line -> assertThat(line)
                                .startsWith("row 2, ")
                                .endsWith(
                                        ": no configured domain has its rp id, or it names none and there are several"));
    }

    @Test
    void unknownBackupEligibilityIsRefusedUnlessToldWhatToAssume() {
        PasskeyRecord unknown = PasskeyRecord.of(ALICE, device.credentialId(), device.userHandle(), device.publicKey())
                .build();

        assertThat(kit.importAll(unknown).get(1)).contains("backup eligibility is not recorded");
        assertThat(kit.importAll(
                        kit.settings().withAssumedBackup(BackupState.ELIGIBLE), PasskeySource.of(Stream.of(unknown))))
                .containsExactly("1 imported, 0 unchanged, 0 refused");
        kit.client().login(device.authenticator()).expect(200);
    }

    private static PasskeyRecordBuilder raw(Bytes id, Bytes handle, Bytes key) {
        return PasskeyRecord.of(ALICE, id, handle, key).backup(true, true);
    }

    private static Bytes offCurve() {
        byte[] key = Device.of(CoseAlgorithm.ES256).publicKey().toArray();
        key[key.length - 1] ^= 1;
        return Bytes.of(key);
    }

    private static Bytes rsaKey() {
        return Device.of(CoseAlgorithm.RS256).publicKey();
    }
}
