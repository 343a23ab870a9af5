@NullMarked
package dev.latchkey.sample.crew;

import org.jspecify.annotations.NullMarked;
