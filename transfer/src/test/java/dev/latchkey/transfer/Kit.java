package dev.latchkey.transfer;

import dev.latchkey.Latchkey;
import dev.latchkey.account.Account;
import dev.latchkey.account.NewAccount;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.StorageSettings;
import dev.latchkey.jpa.JpaStorageProvider;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.Storage;
import dev.latchkey.testkit.ContractClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/** An application with passkeys over a database of its own, in this process. */
final class Kit implements AutoCloseable {
    static final String RP_ID = "shop.example";
    static final String ORIGIN = "https://shop.example";
    static final Instant NOW = Instant.parse("2026-05-04T10:00:00.123456Z");

    final JdbcDataSource database = new JdbcDataSource();
    final LatchkeyConfig config;
    final Storage storage;
    private final Latchkey latchkey;

    Kit() {
        this(newDatabase());
    }

    private Kit(String url) {
        database.setURL(url);
        config = LatchkeyConfig.builder()
                .domain(RP_ID)
                .client("web", client -> client.allowedOrigins(ORIGIN).myAccount(true))
                .tokens(tokens -> tokens.accessTokenAlgorithm(AccessTokenAlgorithm.HS256))
                .build();
        storage = open(url);
        latchkey = Latchkey.builder(config, storage).build();
    }

    /** One over tables that are there. */
    static Kit over(String url) {
        return new Kit(url);
    }

    private static String newDatabase() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        Sql.script(database, "/dev/latchkey/jpa/migration/h2/V1__latchkey.sql");
        return url;
    }

    private static Storage open(String url) {
        StorageSettings settings = new StorageSettings(
                "latchkey",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("jakarta.persistence.jdbc.url", url));
        return new JpaStorageProvider().open(settings, AccountSettings.OWN, name -> Optional.empty());
    }

    /** A person with an e-mail address. */
    Account account(String email) {
        return accounts(List.of(email)).get(0);
    }

    List<Account> accounts(List<String> emails) {
        return storage.inTransaction(work -> emails.stream()
                .map(email -> work.accounts()
                        .create(new NewAccount(
                                "default",
                                new UserProfile(Map.of(ProfileMember.EMAIL, email)),
                                Map.of(),
                                Optional.empty(),
                                NOW)))
                .toList());
    }

    List<Passkey> passkeys() {
        return storage.inTransaction(work -> work.passkeys().page("default", Optional.empty(), 1000));
    }

    ImportSettings settings() {
        return ImportSettings.of(config);
    }

    /** Imports, and gives the report with the refusals as text after it. */
    List<String> importAll(ImportSettings settings, PasskeySource source) {
        List<String> refusals = new ArrayList<>();
        ImportReport report = new Importer(storage, settings).run(source, refusal -> refusals.add(refusal.toString()));
        List<String> lines = new ArrayList<>(List.of(report.toString()));
        lines.addAll(refusals);
        return lines;
    }

    List<String> importAll(PasskeySource source) {
        return importAll(settings(), source);
    }

    List<String> importAll(PasskeyRecord... rows) {
        return importAll(PasskeySource.of(Stream.of(rows)));
    }

    /** A page of the application. */
    ContractClient client() {
        return ContractClient.of(new InProcess(latchkey), "web").withOrigin(ORIGIN);
    }

    @Override
    public void close() {
        storage.close();
    }
}
