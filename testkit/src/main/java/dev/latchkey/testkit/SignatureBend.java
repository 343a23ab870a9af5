package dev.latchkey.testkit;

import java.security.PrivateKey;

/** Bends of the signature: of an assertion, or of a {@code packed} self attestation. */
public sealed interface SignatureBend extends BendAt permits Bend {

    /** A signature with its last bit turned. */
    default Bend flippedSignature() {
        return at(Stage.SIGNATURE, signature -> signature.flipBit(signature.length() * 8 - 1));
    }

    /** A signature of no bytes. */
    default Bend emptySignature() {
        return signature(Bytes.copyOf());
    }

    /** Other bytes in the place of the signature. */
    default Bend signature(Bytes bytes) {
        return at(Stage.SIGNATURE, honest -> bytes);
    }

    /** Signs other data. */
    default Bend signedOver(Bytes message) {
        return at(Stage.SIGNED_DATA, data -> data.withMessage(message));
    }

    /** Signs what an honest answer would hold, so that every other bend breaks the signature. */
    default Bend signedBeforeBending() {
        return at(Stage.SIGNED_DATA, data -> data.withMessage(data.unbent()));
    }

    /** Signs by another key, of whatever {@link CoseAlgorithm}. */
    default Bend signedBy(PrivateKey key) {
        return at(Stage.SIGNING_KEY, honest -> key);
    }
}
