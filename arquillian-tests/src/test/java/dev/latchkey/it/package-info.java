/** Whole ceremonies in applications that real servers run. */
@NullMarked
package dev.latchkey.it;

import org.jspecify.annotations.NullMarked;
