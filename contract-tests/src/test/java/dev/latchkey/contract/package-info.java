/** The HTTP contract, told by tests: through a door, in Jetty, over a real database. */
@NullMarked
package dev.latchkey.contract;

import org.jspecify.annotations.NullMarked;
