package dev.latchkey.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads of people who join, and come back some days. */
final class Crowd {
    private static final int DAYS = 3;

    private final Cluster cluster;
    private final Tally tally = new Tally();
    private final Queue<Member> members = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;

    Crowd(Cluster cluster) {
        this.cluster = cluster;
    }

    interface Meanwhile {
        void run() throws Exception;
    }

    /** Comes and goes in so many threads, until the other thing is over. */
    void during(int threads, Meanwhile thing) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(this::comeAndGo));
            }
            thing.run();
            open = false;
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            open = false;
            executor.shutdownNow();
        }
    }

    private void comeAndGo() {
        while (open) {
            Member.join(cluster, tally).ifPresent(member -> {
                for (int day = 0; day < DAYS && open; day++) {
                    member.liveOneDay();
                }
                members.add(member);
            });
        }
    }

    Tally tally() {
        return tally;
    }

    Queue<Member> members() {
        return members;
    }
}
