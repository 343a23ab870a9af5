/** The servlet door: the filter, the login in the container's session, and what a host can plug in there. */
@NullMarked
package dev.latchkey.servlet;

import org.jspecify.annotations.NullMarked;
