/** Immutable configuration, validated as a whole at start-up. */
@org.jspecify.annotations.NullMarked
package dev.latchkey.config;
