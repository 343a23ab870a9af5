/** What was added in Java for passkeys: how Latchkey reads the member table, and its tables with a foreign key to it. */
@NullMarked
package dev.latchkey.sample.passkeys;

import org.jspecify.annotations.NullMarked;
