@NullMarked
package dev.latchkey.jpa.host;

import org.jspecify.annotations.NullMarked;
