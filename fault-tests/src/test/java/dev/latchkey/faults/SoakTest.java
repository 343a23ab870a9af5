package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Load for a while leaves neither memory nor threads behind. */
class SoakTest {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("soak.seconds", 5));
    private static final long MORE_HEAP = 8L << 20;
    private static final int MORE_THREADS = 8;

    @Test
    void loadLeavesNeitherMemoryNorThreadsBehind(@TempDir Path directory) throws Exception {
        try (Cluster cluster = new Cluster(directory)) {
            Crowd crowd = new Crowd(cluster);
            crowd.during(4, () -> {
                Thread.sleep(LENGTH.toMillis() / 5);
                List<Figures> before = figures(cluster);
                Thread.sleep(LENGTH.toMillis() * 4 / 5);
                List<Figures> after = figures(cluster);

                System.out.println(LENGTH + ", " + crowd.members().size() + " members, " + crowd.tally() + ", " + before
                        + " then " + after);
                for (int node = 0; node < after.size(); node++) {
                    assertThat(after.get(node).heap())
                            .isLessThan(before.get(node).heap() + MORE_HEAP);
                    assertThat(after.get(node).threads())
                            .isLessThan(before.get(node).threads() + MORE_THREADS);
                }
            });
            assertThat(crowd.tally().answers(500) + crowd.tally().answers(503)).isZero();
            assertThat(crowd.tally().doubles()).isZero();
        }
    }

    /**
     * What a node says of itself.
     *
     * @param heap bytes after a collection
     * @param threads number of them
     */
    private record Figures(long heap, int threads) {}

    private static List<Figures> figures(Cluster cluster) {
        return cluster.nodes().stream()
                .map(node -> node.ask("figures").split(" ", -1))
                .map(words -> new Figures(Long.parseLong(words[0]), Integer.parseInt(words[1])))
                .toList();
    }
}
