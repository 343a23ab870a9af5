/** Sealing and signing keys, newest first, older ones still good for opening and verifying. */
@NullMarked
package dev.latchkey.keys;

import org.jspecify.annotations.NullMarked;
