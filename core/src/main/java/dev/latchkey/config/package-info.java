/** Immutable configuration, validated as a whole at start-up. */
@NullMarked
package dev.latchkey.config;

import org.jspecify.annotations.NullMarked;
