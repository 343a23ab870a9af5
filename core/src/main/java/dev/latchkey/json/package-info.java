/** The one shared, bounded JSON reader and writer. */
@NullMarked
package dev.latchkey.json;

import org.jspecify.annotations.NullMarked;
