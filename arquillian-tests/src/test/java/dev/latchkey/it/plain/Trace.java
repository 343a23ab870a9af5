package dev.latchkey.it.plain;

/** Lives as long as the class loader of its application. */
enum Trace {
    LEFT
}
