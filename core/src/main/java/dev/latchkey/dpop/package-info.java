/** Proofs of possession (DPoP, RFC 9449): read, checked and made into values. Stores nothing. */
@NullMarked
package dev.latchkey.dpop;

import org.jspecify.annotations.NullMarked;
