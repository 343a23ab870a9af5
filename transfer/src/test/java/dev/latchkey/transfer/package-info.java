@NullMarked
package dev.latchkey.transfer;

import org.jspecify.annotations.NullMarked;
