/** The adapter by which Jetty learns who signed in with a passkey. */
@NullMarked
package dev.latchkey.servlet.jetty;

import org.jspecify.annotations.NullMarked;
