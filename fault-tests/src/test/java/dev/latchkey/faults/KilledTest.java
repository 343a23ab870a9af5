package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes and their database are killed in the middle of sign-ups, sign-ins, refreshes and changes of passkeys. */
class KilledTest {
    private static final int KILLS = Integer.getInteger("faults.kills", 2);

    @Test
    void whatWasConfirmedIsThereWhatWasNotIsWholeAndNothingCountsTwice(@TempDir Path directory) throws Exception {
        try (Cluster cluster = new Cluster(directory)) {
            Crowd crowd = new Crowd(cluster);

            crowd.during(4, () -> {
                for (int kill = 0; kill < KILLS; kill++) {
                    await(crowd, crowd.tally().successes() + 40);
                    if (kill % 2 == 0) {
                        cluster.killNode(kill / 2 % 2);
                    } else {
                        cluster.killDatabase();
                    }
                }
                await(crowd, crowd.tally().successes() + 200);
            });

            System.out.println(KILLS + " kills, " + crowd.members().size() + " members, " + crowd.tally());
            assertThat(crowd.tally().answers(500)).isZero();
            assertThat(crowd.tally().doubles()).isZero();
            assertThat(crowd.members()).isNotEmpty().allSatisfy(member -> assertThat(member.complaints())
                    .isEmpty());
            assertThat(cluster.database()
                            .number("select count(*) from latchkey_refresh_token where revoked_at_micros is not null"))
                    .isPositive();
            for (Audit question : Audit.values()) {
                assertThat(cluster.database().number(question.sql()))
                        .as(question.name())
                        .isZero();
            }
        }
    }

    private static void await(Crowd crowd, long successes) throws InterruptedException {
        while (crowd.tally().successes() < successes) {
            Thread.sleep(10);
        }
    }
}
