/** {@link dev.latchkey.Latchkey}: passkeys for an application, built once. */
@NullMarked
package dev.latchkey;

import org.jspecify.annotations.NullMarked;
