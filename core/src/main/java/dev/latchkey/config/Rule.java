package dev.latchkey.config;

/** One thing that a configuration has to hold to. */
@FunctionalInterface
interface Rule {

    /** Adds what is wrong, each fault with its key, value and remedy. */
    void check(LatchkeyConfig config, Findings findings);
}
