package dev.latchkey.testkit;

/** Bends of the attestation object (W3C Web Authentication Level 3, section 6.5.4); registration only. */
public sealed interface AttestationBend extends BendAt permits Bend {

    /** Another format, for example {@code android-safetynet}; the statement stays as it is. */
    default Bend format(String format) {
        return attestationMember("fmt", Cbor.of(format));
    }

    /** A member of the attestation object, added or replaced: {@code fmt}, {@code attStmt}, {@code authData}, others. */
    default Bend attestationMember(String name, Cbor value) {
        return at(Stage.ATTESTATION_OBJECT, object -> object.with(name, value));
    }

    /** Leaves a member of the attestation object out. */
    default Bend withoutAttestationMember(String name) {
        return at(Stage.ATTESTATION_OBJECT, object -> object.without(name));
    }

    /** A member of the attestation statement, added or replaced, for example {@code alg} or {@code x5c}. */
    default Bend statementMember(String name, Cbor value) {
        return at(Stage.ATTESTATION_STATEMENT, statement -> statement.with(name, value));
    }

    /** Leaves a member of the attestation statement out. */
    default Bend withoutStatementMember(String name) {
        return at(Stage.ATTESTATION_STATEMENT, statement -> statement.without(name));
    }

    /** An extra member of the attestation object that holds arrays within each other, so many levels deep. */
    default Bend nested(int depth) {
        return attestationMember("nested", Cbor.nestedArrays(depth));
    }

    /** Writes the attestation object with indefinite length, which CTAP2's canonical form forbids. */
    default Bend indefiniteLength() {
        return at(Stage.ATTESTATION_OBJECT, CborMap::withIndefiniteLength);
    }

    /** Other bytes in the place of the attestation object, CBOR or not. */
    default Bend attestationObject(Bytes bytes) {
        return at(Stage.ATTESTATION_OBJECT_BYTES, honest -> bytes);
    }
}
