/** What is in the jar, and that nothing on its class path breaks it, nor it them. */
@NullMarked
package dev.latchkey.bundle;

import org.jspecify.annotations.NullMarked;
