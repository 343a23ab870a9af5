/** The rehearsal of a sign-up and a sign-in after the start, so that the first person does not wait until the code is loaded. */
@NullMarked
package dev.latchkey.warmup;

import org.jspecify.annotations.NullMarked;
