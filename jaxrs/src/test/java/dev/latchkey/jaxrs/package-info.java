/** Tests of the JAX-RS door that need no door behind it; the contract's are in the module {@code contract-tests}. */
@NullMarked
package dev.latchkey.jaxrs;

import org.jspecify.annotations.NullMarked;
