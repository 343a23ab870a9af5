package dev.latchkey.sample.browser;

import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who has no library card yet. */
record Person(String name, String email, String password) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static Person unknown() {
        return new Person("Ada Lovelace", "ada." + COUNT.incrementAndGet() + "@example.com", "correct horse battery");
    }
}
