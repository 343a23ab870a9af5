/** The HTTP contract, told by tests: through the servlet door, in Jetty, over a real database. */
@NullMarked
package dev.latchkey.contract;

import org.jspecify.annotations.NullMarked;
