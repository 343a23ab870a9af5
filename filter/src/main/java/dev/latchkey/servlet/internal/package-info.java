/** What the login in the container needs of the Servlet API alone. No API of the kit. */
@NullMarked
package dev.latchkey.servlet.internal;

import org.jspecify.annotations.NullMarked;
