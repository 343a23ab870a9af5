/** An application that has nothing of Latchkey, with a database and a transaction. It runs in full servers. */
@NullMarked
package dev.latchkey.it.plain;

import org.jspecify.annotations.NullMarked;
