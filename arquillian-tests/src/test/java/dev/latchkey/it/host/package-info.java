/** An application with JAX-RS and JSON of its own. It runs in the servers. */
@NullMarked
package dev.latchkey.it.host;

import org.jspecify.annotations.NullMarked;
