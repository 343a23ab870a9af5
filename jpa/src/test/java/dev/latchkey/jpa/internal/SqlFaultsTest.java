package dev.latchkey.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFaultsTest {
    @ParameterizedTest
    @CsvSource({"23505,0", "23505,23505", "23000,1062", "23000,1", "23000,2627", "23000,2601"})
    void uniqueKeysOfEveryVendorAreKnown(String state, int code) {
        assertThat(SqlFaults.isUniqueViolation(wrapped(state, code))).isTrue();
        assertThat(SqlFaults.isContention(wrapped(state, code))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"23502,23502", "23503,0", "23000,1048", "23000,1400", "23000,515", "22001,0"})
    void otherConstraintsAreNoConflict(String state, int code) {
        assertThat(SqlFaults.isUniqueViolation(wrapped(state, code))).isFalse();
        assertThat(SqlFaults.isContention(wrapped(state, code))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "40001,0",
        "40P01,0",
        "40001,1213",
        "HY000,1020",
        "55P03,0",
        "HYT00,50200",
        "HY000,1205",
        "S0005,3960",
        "61000,60",
        "72000,8177"
    })
    void lostRacesOfEveryVendorAreKnown(String state, int code) {
        assertThat(SqlFaults.isContention(wrapped(state, code))).isTrue();
        assertThat(SqlFaults.isUniqueViolation(wrapped(state, code))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "53300"})
    void missingConnectionsAreKnown(String state) {
        assertThat(SqlFaults.isConnectionTrouble(wrapped(state, 0))).isTrue();
        assertThat(SqlFaults.isConnectionTrouble(wrapped("42P01", 0))).isFalse();
    }

    private static RuntimeException wrapped(String state, int code) {
        SQLException batch = new BatchUpdateException("batch", new int[0]);
        batch.setNextException(new SQLException("refused", state, code));
        return new PersistenceException(new IllegalStateException(batch));
    }
}
