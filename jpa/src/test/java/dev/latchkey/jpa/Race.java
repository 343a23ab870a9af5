package dev.latchkey.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The same thing done by many threads at once. */
final class Race {
    static final int THREADS = 32;

    private Race() {}

    /** What each thread returned or threw. */
    static List<Object> run(IntFunction<?> runner) throws InterruptedException {
        return run(THREADS, runner);
    }

    static List<Object> run(int threadCount, IntFunction<?> runner) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(threadCount);
        ExecutorService threads = Executors.newFixedThreadPool(threadCount);
        try {
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int i = 0; i < threadCount; i++) {
                int number = i;
                tasks.add(() -> {
                    start.await();
                    return runner.apply(number);
                });
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> future : threads.invokeAll(tasks)) {
                outcomes.add(outcome(future));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Object outcome(Future<Object> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }
}
