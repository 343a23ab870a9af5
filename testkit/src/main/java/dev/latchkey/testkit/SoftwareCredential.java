package dev.latchkey.testkit;

import java.security.KeyPair;

/**
 * A credential of a {@link SoftwareAuthenticator}, as it was at the time of asking. It holds a private key: for tests only.
 *
 * @param id the credential id
 * @param rpId the relying party that it serves
 * @param userHandle the relying party's id of the account
 * @param userName the account's name for a person to see
 * @param keyPair the key pair; its kind says the algorithm
 * @param discoverable whether it answers when the relying party names no credential
 * @param counter the signature counter of the last answer
 */
public record SoftwareCredential(
        Bytes id, String rpId, Bytes userHandle, String userName, KeyPair keyPair, boolean discoverable, long counter) {

    /** A discoverable credential made elsewhere, for {@link SoftwareAuthenticator#add}; its counter is 0. */
    public static SoftwareCredential of(Bytes id, String rpId, Bytes userHandle, KeyPair keyPair) {
        return new SoftwareCredential(id, rpId, userHandle, "", keyPair, true, 0);
    }

    /** The algorithm that the key pair is for. */
    public CoseAlgorithm algorithm() {
        return CoseAlgorithm.of(keyPair.getPublic());
    }

    /** The same credential with another counter. */
    public SoftwareCredential withCounter(long other) {
        return new SoftwareCredential(id, rpId, userHandle, userName, keyPair, discoverable, other);
    }
}
