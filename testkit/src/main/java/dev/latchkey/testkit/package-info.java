/** A software authenticator and a client of the HTTP contract, for tests. */
@org.jspecify.annotations.NullMarked
package dev.latchkey.testkit;
