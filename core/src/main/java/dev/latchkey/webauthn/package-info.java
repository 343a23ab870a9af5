/**
 * Registration and authentication ceremonies of W3C Web Authentication Level 3, §7.1 and §7.2: options out, verified results in. The only
 * package that sees the engine that verifies signatures and attestation.
 */
@NullMarked
package dev.latchkey.webauthn;

import org.jspecify.annotations.NullMarked;
