/** Signup, login and enrollment: what happens, in the order in which it happens. */
@NullMarked
package dev.latchkey.ceremony;

import org.jspecify.annotations.NullMarked;
