package dev.latchkey.testkit;

/** How an authenticator keeps signature counters (W3C Web Authentication Level 3, section 6.1.1). */
public enum SignatureCounter {
    /** 0 at registration and one more at each assertion, one counter a credential, as security keys do. */
    COUNTING,
    /** Always 0, as synced passkeys do. */
    ZERO,
    /** What {@link SoftwareAuthenticator#setCounter} said last, at first 0, and never advanced. */
    MANUAL
}
