/** The storage over Jakarta Persistence 3.1. */
@NullMarked
package dev.latchkey.jpa;

import org.jspecify.annotations.NullMarked;
