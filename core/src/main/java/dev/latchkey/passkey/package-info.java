/** A passkey: a stored credential with its owner. Values only. */
@NullMarked
package dev.latchkey.passkey;

import org.jspecify.annotations.NullMarked;
