package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.ALICE;
import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.host.Employee;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.storage.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnavailableTest {
    private final String name = "mem:" + UUID.randomUUID();
    private Server server = start(0);

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void lostDatabaseIsToldSoonAndServesAgainOnceItIsBack() throws SQLException {
        try (Connection keeper = local().getConnection();
                TestDatabase database = new TestDatabase("kit", remote(server.getPort()), "create")) {
            PasskeyStore passkeys = Stores.of(database.storage(), PasskeyStore.class, UnitOfWork::passkeys);
            passkeys.add(Fixtures.passkey(ALICE));
            int port = server.getPort();

            server.stop();
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> passkeys.count(ALICE)).isInstanceOf(StorageUnavailableException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            }

            server = start(port);
            assertThat(passkeys.count(ALICE)).isEqualTo(1);
            assertThat(keeper.isValid(1)).isTrue();
        }
    }

    @Test
    void storageOverAccountsOfTheHostOpensWithoutADatabaseAndJoinsThemOnceItIsThere() throws SQLException {
        try (Connection keeper = local().getConnection();
                TestDatabase database = new TestDatabase("host", remote(server.getPort()), "create")) {
            database.persist(new Employee("eve", "clerk"));
            Passkey passkey = Fixtures.passkey(new AccountRef("members", "eve"));
            int port = server.getPort();

            server.stop();
            PasskeyStore passkeys =
                    Stores.of(database.storage(HostIdTypesTest.EMPLOYEES), PasskeyStore.class, UnitOfWork::passkeys);
            assertThatThrownBy(() -> passkeys.add(passkey)).isInstanceOf(StorageUnavailableException.class);

            server = start(port);
            passkeys.add(passkey);
            database.sent.take();
            assertThat(passkeys.findByCredentialId(passkey.credentialId())).isPresent();
            assertThat(database.sent.take()).hasSize(1);
            assertThat(keeper.isValid(1)).isTrue();
        }
    }

    @Test
    void closedFactoryIsUnavailable() {
        TestDatabase database = new TestDatabase("kit");
        JpaStorage storage = database.storage();
        database.close();

        assertThatThrownBy(() -> storage.purgeExpired(NOW, 10)).isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void tableThatIsDroppedUnderWayIsUnavailable() {
        ConnectionPoolDataSource data = DatabaseServer.current().newDatabase();
        try (TestDatabase database = new TestDatabase("kit", data)) {
            PasskeyStore passkeys = Stores.of(database.storage(), PasskeyStore.class, UnitOfWork::passkeys);
            Sql.run(data, "drop table latchkey_passkey");

            assertThatThrownBy(() -> passkeys.add(Fixtures.passkey(ALICE)))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageContaining("refused");
        }
    }

    private JdbcDataSource local() {
        return dataSource("jdbc:h2:" + name);
    }

    private JdbcDataSource remote(int port) {
        return dataSource("jdbc:h2:tcp://127.0.0.1:" + port + "/" + name);
    }

    private static JdbcDataSource dataSource(String url) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        dataSource.setUser("sa");
        return dataSource;
    }

    private static Server start(int port) {
        try {
            return Server.createTcpServer("-tcpPort", String.valueOf(port)).start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
