/** Arquillian's way to a real server: unpacked, configured for one run, and started as a process of its own. */
@NullMarked
package dev.latchkey.it.server;

import org.jspecify.annotations.NullMarked;
