package dev.latchkey.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.http.Reply;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Bad requests, made of good ones, get an answer of the contract, soon, and leave nothing behind. {@code -Pfuzz} sends a million of them;
 * {@code -Dfuzz.inputs} and {@code -Dfuzz.seed} choose how many and which.
 */
@EnabledIfSystemProperty(named = "door", matches = "Filter", disabledReason = "No door is used.")
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final int WARM_UP = 2_000;
    private static final long MAX_NANOS = 50_000_000;
    private static final long MAX_GROWTH = 16L << 20;
    private static final Set<Integer> STATUSES = Set.of(200, 201, 202, 204, 400, 401, 403, 404, 405, 409, 413, 415);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Logger LOG = Logger.getLogger("dev.latchkey");
    private static final FaultLog FAULTS = new FaultLog();
    private static FuzzDeployment deployment;

    @BeforeAll
    static void start() {
        LOG.setUseParentHandlers(false);
        LOG.addHandler(FAULTS);
        LOG.setLevel(Level.INFO);
        deployment = new FuzzDeployment();
    }

    @AfterAll
    static void stop() {
        deployment.close();
        LOG.removeHandler(FAULTS);
        LOG.setLevel(Level.OFF);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void recordedRequestsAreGoodEachTime() {
        assertThat(deployment.recorded()).hasSizeGreaterThan(20);
        for (int round = 0; round < 2; round++) {
            deployment.recorded().forEach((request, status) -> assertThat(
                            deployment.handle(request).status())
                    .as(request.toString())
                    .isEqualTo(status));
        }
    }

    @Test
    void badRequestsGetAnAnswerOfTheContractSoonAndLeaveNothingBehind() {
        System.out.println("fuzz.seed=" + SEED + " fuzz.inputs=" + INPUTS);
        List<FuzzRequest> good = List.copyOf(deployment.recorded().keySet());
        Random random = new Random(SEED);
        FuzzMutator mutator = new FuzzMutator(random);
        int[] statuses = new int[600];
        for (int i = 0; i < WARM_UP; i++) {
            deployment.handle(mutator.mutate(good.get(random.nextInt(good.size()))));
        }
        long before = usedHeap();
        long start = System.nanoTime();
        long slowest = 0;
        for (int i = 0; i < INPUTS; i++) {
            FuzzRequest bad = mutator.mutate(good.get(random.nextInt(good.size())));
            long cpu = THREADS.getCurrentThreadCpuTime();
            Reply reply = deployment.handle(bad);
            cpu = THREADS.getCurrentThreadCpuTime() - cpu;
            if (cpu > MAX_NANOS) {
                cpu = Math.min(cpu, again(bad));
            }
            slowest = Math.max(slowest, cpu);
            statuses[Math.min(reply.status(), 599)]++;
            String input = FAULTS.found == null && cpu <= MAX_NANOS && fits(reply) ? "" : bad.toString();
            if (!input.isEmpty()) {
                assertThat(input).as(fault(i, reply, cpu)).isEmpty();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long growth = usedHeap() - before;
        System.out.printf(
                Locale.ROOT,
                "%d inputs in %.1f s, slowest %.1f ms of CPU, heap %.1f MiB before and %.1f MiB after; %s%n",
                INPUTS,
                seconds,
                slowest / 1e6,
                before / 1048576.0,
                (before + growth) / 1048576.0,
                counts(statuses));

        assertThat(growth).as("bytes that the heap has grown").isLessThan(MAX_GROWTH);
        assertThat(statuses[200]).as("faults that were none").isPositive();
        assertThat(statuses[400]).isGreaterThan(INPUTS / 10);
    }

    private static String fault(int i, Reply reply, long cpu) {
        return "input " + i + " of seed " + SEED + ": status " + reply.status() + ", " + cpu / 1000 + " µs of CPU, "
                + new String(reply.body().toArray(), UTF_8) + ", log: " + FAULTS.found;
    }

    /** The least time of a few tries: a pause of the collector or of the compiler is not the request's. */
    private static long again(FuzzRequest bad) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long cpu = THREADS.getCurrentThreadCpuTime();
            deployment.handle(bad);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - cpu);
        }
        return least;
    }

    private static boolean fits(Reply reply) {
        if (!STATUSES.contains(reply.status())) {
            return false;
        }
        for (String header : reply.headers().values()) {
            if (header.chars().anyMatch(character -> character < ' ' || character > '~')) {
                return false;
            }
        }
        return reply.status() < 400 || isError(reply);
    }

    private static boolean isError(Reply reply) {
        byte[] body = reply.body().toArray();
        String text = new String(body, UTF_8);
        if (text.contains("Exception") || text.contains("\tat ") || text.contains("dev.latchkey.")) {
            return false;
        }
        try {
            JsonNode json = MAPPER.readTree(body);
            return json.has("error")
                    ? json.path("error").isTextual()
                            && json.path("error_description").isTextual()
                    : json.path("type").isTextual()
                            && json.path("status").intValue() == reply.status()
                            && json.path("title").isTextual()
                            && json.path("detail").isTextual();
        } catch (IOException e) {
            return false;
        }
    }

    private static String counts(int[] statuses) {
        StringBuilder text = new StringBuilder();
        for (int status = 0; status < statuses.length; status++) {
            if (statuses[status] > 0) {
                text.append(status).append(": ").append(statuses[status]).append(' ');
            }
        }
        return text.toString().strip();
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** Looks for stack traces and broken lines among what the kit logs. */
    private static final class FaultLog extends Handler {
        private volatile @Nullable String found;

        @Override
        public void publish(LogRecord entry) {
            String line = entry.getMessage();
            boolean broken = line.startsWith("event=") && line.chars().anyMatch(character -> character < ' ');
            if (entry.getThrown() != null || broken || entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                found = line + " " + entry.getThrown();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
