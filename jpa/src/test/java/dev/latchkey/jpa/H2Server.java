package dev.latchkey.jpa;

import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in memory. */
final class H2Server implements DatabaseServer {
    @Override
    public String name() {
        return "h2";
    }

    @Override
    public JdbcDataSource newDatabase() {
        return newDatabase("");
    }

    @Override
    public JdbcDataSource newImpatientDatabase() {
        return newDatabase(";LOCK_TIMEOUT=30");
    }

    @Override
    public JdbcDataSource newDatabaseOfHost() {
        return newDatabase(Provider.current() == Provider.ECLIPSELINK ? ";MODE=LEGACY" : "");
    }

    @Override
    public JdbcDataSource newDatabaseWithSnapshots() {
        return newDatabase(";INIT=SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
    }

    private static JdbcDataSource newDatabase(String settings) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings);
        return dataSource;
    }
}
