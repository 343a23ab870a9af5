/** The JAX-RS door: a feature that a host adds to its own application. */
@NullMarked
package dev.latchkey.jaxrs;

import org.jspecify.annotations.NullMarked;
