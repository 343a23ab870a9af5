/** Whole requests over HTTP: a driver, and the servers that it drives. */
@NullMarked
package dev.latchkey.bench.load;

import org.jspecify.annotations.NullMarked;
