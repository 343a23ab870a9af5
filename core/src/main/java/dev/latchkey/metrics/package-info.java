/** Micrometer meters, for hosts that have Micrometer; nothing else of the kit knows it. */
@NullMarked
package dev.latchkey.metrics;

import org.jspecify.annotations.NullMarked;
