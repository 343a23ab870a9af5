package dev.latchkey.jpa;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Objects;
import javax.sql.ConnectionPoolDataSource;

/** A database system, with new and empty databases for tests. Its server starts when it is first asked for, and ends with the JVM. */
interface DatabaseServer {
    /** The folder of its migration, and the name in system property {@code database}. */
    String name();

    /** A new database with the system's own settings. */
    ConnectionPoolDataSource newDatabase();

    /** A new database, whose connections give up soon on a lock that somebody holds. */
    ConnectionPoolDataSource newImpatientDatabase();

    /** A new database, in which the provider knows the numbers that the database gives to new rows. */
    default ConnectionPoolDataSource newDatabaseOfHost() {
        return newDatabase();
    }

    /** A new database, whose transactions are at READ COMMITTED. */
    default ConnectionPoolDataSource newDatabaseAtReadCommitted() {
        return newDatabase();
    }

    /** A new database, whose transactions see what was there when they began, and are refused where that has changed since. */
    ConnectionPoolDataSource newDatabaseWithSnapshots();

    /** The one that the suite runs on. */
    static DatabaseServer current() {
        return of(currentName());
    }

    static String currentName() {
        return Objects.requireNonNullElse(System.getProperty("database"), "h2");
    }

    /** Skips the test where the test dependencies have no server for this machine. */
    static DatabaseServer of(String name) {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        assumeTrue(
                name.equals("h2") || machine.equals("Linux amd64"),
                () -> "The tests on " + name + " have a server for Linux amd64 alone, and this is " + machine);
        return switch (name) {
            case "h2" -> new H2Server();
            case "postgresql" -> PostgresServer.shared();
            case "mariadb" -> MariaServer.shared();
            default -> throw new IllegalArgumentException("database = " + name + ": h2, postgresql or mariadb");
        };
    }
}
