package dev.latchkey.transfer;

import static dev.latchkey.testkit.CoseAlgorithm.EDDSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExporterTest {
    @Test
    void whatIsExportedAndImportedElsewhereIsTheSameAndSignsIn() {
        SoftwareAuthenticator alices = new SoftwareAuthenticator();
        try (Kit kit = new Kit();
                Kit copy = new Kit()) {
            kit.client()
                    .signup(alices, ContractClient.profile("alice@shop.example"))
                    .expect(200);
            Account bob = kit.account("bob@shop.example");
            Device bobs = Device.of(EDDSA);
            AccountKey key = AccountKey.Kind.ID.of(bob.ref().id());
            kit.importAll(PasskeySource.of(Stream.generate(() ->
                            Device.of(EDDSA, bobs.userHandle()).record(key).build())
                    .limit(550)));
            ByteArrayOutputStream lines = new ByteArrayOutputStream();

            assertThat(new Exporter(kit.storage).run("default", lines)).isEqualTo(551);
            Sql.dump(kit.database).stream()
                    .filter(line -> line.startsWith("INSERT INTO \"PUBLIC\".\"LATCHKEY_ACCOUNT\""))
                    .forEach(line -> Sql.run(copy.database, line));
            assertThat(copy.importAll(JsonLines.source(new ByteArrayInputStream(lines.toByteArray()))))
                    .containsExactly("551 imported, 0 unchanged, 0 refused");

            assertThat(all(copy))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                    .isEqualTo(all(kit));
            copy.client().login(alices).expect(200);
        }
    }

    private static List<Passkey> all(Kit kit) {
        return kit.storage.inTransaction(work -> work.passkeys().page("default", Optional.empty(), 2000)).stream()
                .sorted(Comparator.comparing(passkey -> passkey.credentialId().toBase64Url()))
                .toList();
    }
}
