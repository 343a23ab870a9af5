package dev.latchkey.contract;

import dev.latchkey.storage.Storage;
import dev.latchkey.storage.UnitOfWork;
import java.time.Instant;
import java.util.function.Function;

/** A storage that, from some time on, forgets what was written in each transaction: what was recorded can be replayed for ever. */
final class RollingBack implements Storage {
    private final Storage storage;
    private volatile boolean forgetful;

    RollingBack(Storage storage) {
        this.storage = storage;
    }

    void forgetFromNowOn() {
        forgetful = true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        if (!forgetful) {
            return storage.inTransaction(work);
        }
        try {
            return storage.inTransaction(unit -> {
                throw new Forgotten(work.apply(unit));
            });
        } catch (Forgotten forgotten) {
            return (T) forgotten.result;
        }
    }

    @Override
    public int purgeExpired(Instant now, int atMost) {
        return storage.purgeExpired(now, atMost);
    }

    @Override
    public void close() {
        storage.close();
    }

    private static final class Forgotten extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Object result;

        Forgotten(Object result) {
            super("rolled back", null, false, false);
            this.result = result;
        }
    }
}
