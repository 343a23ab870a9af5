package dev.latchkey.sdk;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who has no account yet. */
record Person(String name, String email) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static Person unknown() {
        return new Person("Grace Hopper", "grace." + COUNT.incrementAndGet() + "@example.com");
    }

    /** As {@code passkey.signup} and {@code passkey.register} take it. */
    Map<String, String> profile() {
        return Map.of("email", email, "name", name);
    }
}
