package dev.latchkey.warmup;

import dev.latchkey.storage.Storage;
import dev.latchkey.storage.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An empty storage that keeps what its transactions found. Thread-safe. */
final class CountedStorage implements Storage {
    private final List<Object> transactions = new CopyOnWriteArrayList<>();

    List<Object> transactions() {
        return transactions;
    }

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        T result = work.apply(new RehearsalStorage());
        transactions.add(result);
        return result;
    }

    @Override
    public int purgeExpired(Instant now, int atMost) {
        transactions.add("purge");
        return 0;
    }

    @Override
    public void close() {}
}
