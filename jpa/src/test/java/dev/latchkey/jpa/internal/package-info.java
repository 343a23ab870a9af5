@NullMarked
package dev.latchkey.jpa.internal;

import org.jspecify.annotations.NullMarked;
