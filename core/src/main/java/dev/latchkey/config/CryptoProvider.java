package dev.latchkey.config;

/** Who verifies and makes signatures, in the Java Cryptography Architecture. */
public enum CryptoProvider {
    /** Whatever the JVM is set up with. */
    JVM,
    /** The Amazon Corretto Crypto Provider. */
    AMAZON_CORRETTO,
    /** Conscrypt. */
    CONSCRYPT
}
