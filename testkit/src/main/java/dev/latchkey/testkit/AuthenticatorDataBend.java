package dev.latchkey.testkit;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Bends of the authenticator data and the COSE key in it (W3C Web Authentication Level 3, sections 6.1 and 6.5.1). */
public sealed interface AuthenticatorDataBend extends BendAt permits Bend {

    /** The hash of another rpId. */
    default Bend rpId(String rpId) {
        return rpIdHash(Bytes.utf8(rpId).sha256());
    }

    /** Other bytes in the place of the hash of the rpId. */
    default Bend rpIdHash(Bytes rpIdHash) {
        return at(Stage.AUTHENTICATOR_DATA, data -> data.withRpIdHash(rpIdHash));
    }

    /** Sets or clears a flag; what the AT and ED flags announce stays as it is. */
    default Bend flag(Flag flag, boolean set) {
        return at(Stage.AUTHENTICATOR_DATA, data -> data.withFlag(flag, set));
    }

    /** Another signature counter, 0 to 2<sup>32</sup>-1, in this answer only. */
    default Bend counter(long counter) {
        return at(Stage.AUTHENTICATOR_DATA, data -> data.withSignCount(counter));
    }

    /** Another aaguid; registration only. */
    default Bend aaguid(UUID aaguid) {
        return attestedCredentialData(data -> data.withAaguid(aaguid));
    }

    /** Another credential id than the answer's {@code id}; registration only. */
    default Bend credentialId(Bytes credentialId) {
        return attestedCredentialData(data -> data.withCredentialId(credentialId));
    }

    /** A lie about the length of the credential id, in bytes; registration only. */
    default Bend credentialIdLength(int length) {
        return attestedCredentialData(data -> data.withCredentialIdLength(length));
    }

    /** Any change of the attested credential data; registration only. */
    default Bend attestedCredentialData(UnaryOperator<AttestedCredentialData> change) {
        return at(
                Stage.AUTHENTICATOR_DATA,
                data -> data.withAttestedCredentialData(
                        data.attestedCredentialData().map(change)));
    }

    /** Leaves the attested credential data out, and keeps the AT flag; registration only. */
    default Bend withoutAttestedCredentialData() {
        return at(Stage.AUTHENTICATOR_DATA, data -> data.withAttestedCredentialData(Optional.empty()));
    }

    /** Extension outputs, with the ED flag. */
    default Bend extensions(Cbor extensions) {
        return at(
                Stage.AUTHENTICATOR_DATA, data -> data.withFlag(Flag.ED, true).withExtensions(Optional.of(extensions)));
    }

    /** Another algorithm in the COSE key, for example one that was not offered; registration only. */
    default Bend coseAlgorithm(long algorithm) {
        return coseMember(CoseKey.ALG, Cbor.of(algorithm));
    }

    /** Another key type in the COSE key; registration only. */
    default Bend coseKeyType(long keyType) {
        return coseMember(CoseKey.KTY, Cbor.of(keyType));
    }

    /** A member of the COSE key, added or replaced; labels are those of {@link CoseKey}; registration only. */
    default Bend coseMember(long label, Cbor value) {
        return at(Stage.CREDENTIAL_PUBLIC_KEY, key -> key.with(label, value));
    }

    /** Leaves a member of the COSE key out; registration only. */
    default Bend withoutCoseMember(long label) {
        return at(Stage.CREDENTIAL_PUBLIC_KEY, key -> key.without(label));
    }

    /** A point that is not on the curve P-256; registration of ES256 only. */
    default Bend pointOffCurve() {
        Bytes one = Bytes.copyOf(new byte[31]).plus(Bytes.copyOf((byte) 1));
        return coseMember(CoseKey.X, Cbor.of(one)).coseMember(CoseKey.Y, Cbor.of(one));
    }

    /** Bytes after the end. */
    default Bend trailing(Bytes bytes) {
        return at(Stage.AUTHENTICATOR_DATA_BYTES, data -> data.plus(bytes));
    }

    /** Only the first bytes. */
    default Bend truncatedTo(int length) {
        return at(Stage.AUTHENTICATOR_DATA_BYTES, data -> data.slice(0, length));
    }
}
