package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.PasskeyUse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * What a login costs the database with a thousand users and with a million: its one transaction of three statements, on PostgreSQL, by
 * turns, so that whatever else the machine does slows both. Not in the default run, as it fills a million rows:
 *
 * <pre>
 * mvn -q -pl database-tests -am -Dtest=LoginAtScaleFigure -Dsurefire.failIfNoSpecifiedTests=false test
 * </pre>
 */
@EnabledIfSystemProperty(named = "database", matches = "postgresql")
@EnabledIfSystemProperty(named = "provider", matches = "hibernate")
class LoginAtScaleFigure {
    private static final int WARM_UP = 1000;
    private static final int LOGINS = 4000;

    private final Random random = new Random(1);

    @Test
    void medianLoginOfAMillionUsersIsAtMostAFifthSlowerThanOfAThousand() {
        try (TestDatabase thousand = filled(1_000);
                TestDatabase million = filled(1_000_000)) {
            JpaStorage small = thousand.storage();
            JpaStorage large = million.storage();
            long[] ofSmall = new long[LOGINS];
            long[] ofLarge = new long[LOGINS];
            for (int i = -WARM_UP; i < LOGINS; i++) {
                long nanosOfSmall = login(small, 1_000);
                long nanosOfLarge = login(large, 1_000_000);
                if (i >= 0) {
                    ofSmall[i] = nanosOfSmall;
                    ofLarge[i] = nanosOfLarge;
                }
            }
            double ratio = (double) median(ofLarge) / median(ofSmall);
            System.out.printf(
                    "p50 of a login: %d µs with 1,000 users, %d µs with 1,000,000: ratio %.2f%n",
                    median(ofSmall) / 1000, median(ofLarge) / 1000, ratio);
            assertThat(ratio).isLessThanOrEqualTo(1.2);
        }
    }

    private static TestDatabase filled(int members) {
        PGConnectionPoolDataSource data = PostgresServer.shared().newDatabase();
        TestDatabase database = new TestDatabase("kit", data);
        Sql.run(data, Sql.resource("/members.sql").replace("MEMBERS", String.valueOf(members)));
        return database;
    }

    private long login(JpaStorage storage, int members) {
        int member = 1 + random.nextInt(members);
        Bytes credentialId = Bytes.of(ByteBuffer.allocate(8).putLong(member).array());
        String session = UUID.randomUUID().toString();
        long start = System.nanoTime();
        boolean done = storage.inTransaction(unit -> {
            boolean found = unit.passkeys().findByCredentialId(credentialId).isPresent();
            unit.spentSessions().record(session, NOW);
            PasskeyUse use = new PasskeyUse("dev_" + member, 0, BackupState.ELIGIBLE, NOW);
            return found && unit.passkeys().recordUse(use);
        });
        long nanos = System.nanoTime() - start;
        assertThat(done).isTrue();
        return nanos;
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
