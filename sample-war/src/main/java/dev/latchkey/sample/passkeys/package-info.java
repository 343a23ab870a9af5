/** What was added in Java for passkeys: how the kit reads the member table. */
@NullMarked
package dev.latchkey.sample.passkeys;

import org.jspecify.annotations.NullMarked;
