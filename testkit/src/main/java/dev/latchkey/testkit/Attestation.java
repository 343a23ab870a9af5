package dev.latchkey.testkit;

/** The attestation that an authenticator gives at registration (W3C Web Authentication Level 3, section 8). */
public enum Attestation {
    /** Format {@code none}: an empty statement. */
    NONE,
    /** Format {@code packed} with self attestation: signed by the new credential's own key. */
    PACKED_SELF
}
