package dev.latchkey.warmup;

import dev.latchkey.storage.Storage;
import dev.latchkey.storage.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An empty storage that keeps how its transactions ended. Thread-safe. */
final class CountedStorage implements Storage {
    private final List<String> transactions = new CopyOnWriteArrayList<>();

    List<String> transactions() {
        return transactions;
    }

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        boolean committed = false;
        try {
            T result = work.apply(new RehearsalStorage());
            committed = true;
            return result;
        } finally {
            transactions.add(committed ? "committed" : "rolled back");
        }
    }

    @Override
    public int purgeExpired(Instant now, int atMost) {
        transactions.add("purge");
        return 0;
    }

    @Override
    public void close() {}
}
