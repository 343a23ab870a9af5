package dev.latchkey.warmup;

import dev.latchkey.Latchkey;
import dev.latchkey.config.LatchkeyConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kits that are started one after the other; to be called in a class loader of its own. */
public final class FreshKit {
    private static final String NAME = "latchkey-warm-up";

    private FreshKit() {}

    /** How many threads each start left behind and, after them, how many transactions of the storage each start cost. */
    public static List<Integer> start(boolean... warmUps) throws InterruptedException {
        CountedStorage storage = new CountedStorage();
        List<Integer> figures = new ArrayList<>();
        for (boolean warmUp : warmUps) {
            int before = storage.transactions().size();
            Latchkey latchkey = Latchkey.builder(config(warmUp), storage).build();
            Optional<Thread> thread = thread();
            if (thread.isPresent()) {
                thread.get().join();
            }
            latchkey.close();
            figures.add(thread.isPresent() ? 1 : 0);
            figures.add(storage.transactions().size() - before);
        }
        return figures;
    }

    private static LatchkeyConfig config(boolean warmUp) {
        return LatchkeyConfig.builder()
                .domain("auth.example.com")
                .client("web", client -> client.allowedOrigins("https://auth.example.com"))
                .endpoints(endpoints -> endpoints.warmUp(warmUp))
                .build();
    }

    private static Optional<Thread> thread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each ->
                        each.getName().equals(NAME) && each.getContextClassLoader() == FreshKit.class.getClassLoader())
                .findFirst();
    }
}
