/** Not API: how the storage is built. */
@NullMarked
package dev.latchkey.jpa.internal;

import org.jspecify.annotations.NullMarked;
