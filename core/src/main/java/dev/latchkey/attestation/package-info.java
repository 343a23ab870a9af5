/** Which authenticators are trusted to be what they say: the port that a host implements, and what it is asked about. */
@NullMarked
package dev.latchkey.attestation;

import org.jspecify.annotations.NullMarked;
