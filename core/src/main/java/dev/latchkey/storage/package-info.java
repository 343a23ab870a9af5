/** The ports that a storage implements: one unit of work over accounts, passkeys, spent sessions, refresh tokens and keys. */
@NullMarked
package dev.latchkey.storage;

import org.jspecify.annotations.NullMarked;
