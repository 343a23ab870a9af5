/** The Jakarta Authentication module. Loaded only where {@code login.container} is on. No API of the kit. */
@NullMarked
package dev.latchkey.servlet.internal.authentication;

import org.jspecify.annotations.NullMarked;
