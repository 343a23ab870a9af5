@NullMarked
package dev.latchkey.jpa;

import org.jspecify.annotations.NullMarked;
