package dev.latchkey.testkit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What kind of authenticator a {@link SoftwareAuthenticator} is. Immutable and thread-safe: each {@code with…} gives
 * a new model.
 *
 * @param algorithms the algorithms that it supports; the relying party's order decides among them
 * @param attestation the attestation at registration
 * @param signatureCounter how it counts
 * @param flags those of UP, UV, BE and BS that its answers set, whatever the options ask for
 * @param aaguid the model's id
 * @param transports how it is reached, for example {@code internal}, {@code hybrid}, {@code usb}
 * @param attachment {@code platform} or {@code cross-platform}
 * @param credentialIdLength the length of new credential ids in bytes, 1 to 65535; relying parties owe service up to
 *     1023
 */
public record AuthenticatorModel(
        List<CoseAlgorithm> algorithms,
        Attestation attestation,
        SignatureCounter signatureCounter,
        Set<Flag> flags,
        UUID aaguid,
        List<String> transports,
        String attachment,
        int credentialIdLength) {

    private static final Set<Flag> CONFIGURABLE = Set.copyOf(EnumSet.of(Flag.UP, Flag.UV, Flag.BE, Flag.BS));

    /** Copies the collections and checks the values. */
    public AuthenticatorModel {
        algorithms = List.copyOf(algorithms);
        flags = Set.copyOf(flags);
        transports = List.copyOf(transports);
        if (algorithms.isEmpty()) {
            throw new IllegalArgumentException("an authenticator needs an algorithm");
        }
        if (!CONFIGURABLE.containsAll(flags)) {
            throw new IllegalArgumentException("a model has the flags UP, UV, BE and BS, not " + flags);
        }
        if (credentialIdLength < 1 || credentialIdLength > 0xffff) {
            throw new IllegalArgumentException("no credential id has a length of " + credentialIdLength + " bytes");
        }
    }

    /** A synced passkey provider: all algorithms, UP, UV, BE and BS, counter always 0, 32-byte ids, no attestation. */
    public static AuthenticatorModel syncedPasskeys() {
        return new AuthenticatorModel(
                List.of(CoseAlgorithm.values()),
                Attestation.NONE,
                SignatureCounter.ZERO,
                CONFIGURABLE,
                new UUID(0, 0),
                List.of("internal", "hybrid"),
                "platform",
                32);
    }

    /** A security key: all algorithms, UP and UV, never backed up, counting, 32-byte ids, packed self attestation. */
    public static AuthenticatorModel securityKey() {
        return syncedPasskeys()
                .withAttestation(Attestation.PACKED_SELF)
                .withSignatureCounter(SignatureCounter.COUNTING)
                .withFlag(Flag.BE, false)
                .withFlag(Flag.BS, false)
                .withTransports("usb", "nfc")
                .withAttachment("cross-platform");
    }

    /** The same with other algorithms. */
    public AuthenticatorModel withAlgorithms(CoseAlgorithm... other) {
        return new AuthenticatorModel(
                List.of(other),
                attestation,
                signatureCounter,
                flags,
                aaguid,
                transports,
                attachment,
                credentialIdLength);
    }

    /** The same with another attestation. */
    public AuthenticatorModel withAttestation(Attestation other) {
        return new AuthenticatorModel(
                algorithms, other, signatureCounter, flags, aaguid, transports, attachment, credentialIdLength);
    }

    /** The same with another way of counting. */
    public AuthenticatorModel withSignatureCounter(SignatureCounter other) {
        return new AuthenticatorModel(
                algorithms, attestation, other, flags, aaguid, transports, attachment, credentialIdLength);
    }

    /** The same with one of UP, UV, BE and BS set or cleared. */
    public AuthenticatorModel withFlag(Flag flag, boolean set) {
        return new AuthenticatorModel(
                algorithms,
                attestation,
                signatureCounter,
                Flag.change(flags, flag, set),
                aaguid,
                transports,
                attachment,
                credentialIdLength);
    }

    /** The same with another aaguid. */
    public AuthenticatorModel withAaguid(UUID other) {
        return new AuthenticatorModel(
                algorithms, attestation, signatureCounter, flags, other, transports, attachment, credentialIdLength);
    }

    /** The same with other transports. */
    public AuthenticatorModel withTransports(String... other) {
        return new AuthenticatorModel(
                algorithms,
                attestation,
                signatureCounter,
                flags,
                aaguid,
                List.of(other),
                attachment,
                credentialIdLength);
    }

    /** The same with another attachment. */
    public AuthenticatorModel withAttachment(String other) {
        return new AuthenticatorModel(
                algorithms, attestation, signatureCounter, flags, aaguid, transports, other, credentialIdLength);
    }

    /** The same with new credential ids of another length in bytes. */
    public AuthenticatorModel withCredentialIdLength(int other) {
        return new AuthenticatorModel(
                algorithms, attestation, signatureCounter, flags, aaguid, transports, attachment, other);
    }
}
