package dev.latchkey.jpa.internal;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells by SQLState and vendor code, whatever the persistence provider wrapped around them, why a database refused. */
final class SqlFaults {
    /** Duplicate keys where the SQLState says no more than "constraint": MariaDB, Oracle, SQL Server. */
    private static final Set<Integer> DUPLICATE_KEY_CODES = Set.of(1062, 1586, 1, 2601, 2627);

    /** Lock timeouts, deadlocks and conflicts of snapshots: standard, PostgreSQL, H2, MariaDB, Oracle. */
    private static final Set<String> CONTENTION_STATES = Set.of("40001", "40P01", "55P03", "41000", "61000", "90131");

    /** The same where the SQLState may say nothing: H2, MariaDB and SQL Server, MariaDB, SQL Server, Oracle. */
    private static final Set<Integer> CONTENTION_CODES =
            Set.of(50200, 90131, 1205, 1213, 1020, 3960, 54, 60, 8177, 30006);

    /** PostgreSQL stops, starts, or has no connection left. */
    private static final Set<String> SHUTDOWN_STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private SqlFaults() {}

    /** Whether a unique or primary key refused. */
    static boolean isUniqueViolation(Throwable fault) {
        return matches(fault, SqlFaults::isUniqueViolation)
                || (sqlExceptions(fault).isEmpty()
                        && causes(fault).stream().anyMatch(EntityExistsException.class::isInstance));
    }

    /** Whether the same transaction may well succeed if it is run again at once. */
    static boolean isContention(Throwable fault) {
        return matches(fault, SqlFaults::isContention)
                || causes(fault).stream()
                        .anyMatch(cause ->
                                cause instanceof LockTimeoutException || cause instanceof PessimisticLockException);
    }

    /** Whether there is no connection to be had. */
    static boolean isConnectionTrouble(Throwable fault) {
        return matches(
                fault,
                sql -> state(sql).startsWith("08")
                        || SHUTDOWN_STATES.contains(state(sql))
                        || sql instanceof SQLTransientConnectionException
                        || sql instanceof SQLNonTransientConnectionException
                        || sql instanceof SQLRecoverableException);
    }

    /** What the driver said first. */
    static Optional<SQLException> first(Throwable fault) {
        return sqlExceptions(fault).stream().findFirst();
    }

    /** SQLState and vendor code alone: a driver's message may quote the refused value, say an e-mail address. */
    static SQLException withoutValues(Throwable fault) {
        return sqlExceptions(fault).stream()
                .findFirst()
                .map(sql -> new SQLException(
                        "duplicate key, SQLState " + sql.getSQLState(), sql.getSQLState(), sql.getErrorCode()))
                .orElseGet(() -> new SQLException("duplicate key"));
    }

    private static boolean isUniqueViolation(SQLException sql) {
        return state(sql).equals("23505")
                || (state(sql).startsWith("23") && DUPLICATE_KEY_CODES.contains(sql.getErrorCode()));
    }

    private static boolean isContention(SQLException sql) {
        return CONTENTION_STATES.contains(state(sql))
                || sql instanceof SQLTransactionRollbackException
                || CONTENTION_CODES.contains(sql.getErrorCode());
    }

    private static boolean matches(Throwable fault, Predicate<SQLException> predicate) {
        return sqlExceptions(fault).stream().anyMatch(predicate);
    }

    private static String state(SQLException sql) {
        return Objects.requireNonNullElse(sql.getSQLState(), "");
    }

    private static List<SQLException> sqlExceptions(Throwable fault) {
        List<SQLException> found = new ArrayList<>();
        for (Throwable cause : causes(fault)) {
            if (cause instanceof SQLException sql) {
                for (SQLException next = sql; next != null && !found.contains(next); next = next.getNextException()) {
                    found.add(next);
                }
            }
        }
        return found;
    }

    private static List<Throwable> causes(Throwable fault) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = fault; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
