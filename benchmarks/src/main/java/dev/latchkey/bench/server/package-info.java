/** The server of the whole requests: Latchkey's filter in Jetty, over JPA. */
@NullMarked
package dev.latchkey.bench.server;

import org.jspecify.annotations.NullMarked;
