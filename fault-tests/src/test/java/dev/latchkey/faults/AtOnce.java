package dev.latchkey.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several things that begin at one moment. */
final class AtOnce {
    private AtOnce() {}

    /** What each returned, in the order of the arguments. */
    @SafeVarargs
    static <T> List<T> run(Callable<T>... things) throws Exception {
        CyclicBarrier start = new CyclicBarrier(things.length);
        ExecutorService threads = Executors.newFixedThreadPool(things.length);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> thing : things) {
                running.add(threads.submit(() -> {
                    start.await();
                    return thing.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
