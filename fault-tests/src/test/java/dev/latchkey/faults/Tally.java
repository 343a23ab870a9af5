package dev.latchkey.faults;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** How requests ended. Thread-safe. */
final class Tally {
    private final Map<Integer, Long> byStatus = new ConcurrentSkipListMap<>();
    private final AtomicLong silences = new AtomicLong();
    private final AtomicLong twice = new AtomicLong();

    void answered(int status) {
        byStatus.merge(status, 1L, Long::sum);
    }

    /** The connection was lost, or none was to be had. */
    void silence() {
        silences.incrementAndGet();
    }

    /** Something that succeeds once has succeeded twice. */
    void twice() {
        twice.incrementAndGet();
    }

    long successes() {
        return byStatus.entrySet().stream()
                .filter(each -> each.getKey() < 300)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long answers(int status) {
        return byStatus.getOrDefault(status, 0L);
    }

    long doubles() {
        return twice.get();
    }

    @Override
    public String toString() {
        return "answers by status " + byStatus + ", without an answer " + silences;
    }
}
