package dev.latchkey.contract;

import dev.latchkey.testkit.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who ask at the same moment. */
final class Crowd implements AutoCloseable {
    private final int size;
    private final ExecutorService threads;

    Crowd(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /** The answers to one request that each of them sends. */
    List<Answer> allSend(Callable<Answer> request) throws Exception {
        return send(Collections.nCopies(size, request));
    }

    /** The answers to a request of each, in that order. */
    List<Answer> send(List<Callable<Answer>> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        List<Future<Answer>> running = new ArrayList<>();
        for (Callable<Answer> request : requests) {
            running.add(threads.submit(() -> {
                start.await();
                return request.call();
            }));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> future : running) {
            answers.add(future.get());
        }
        return answers;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
