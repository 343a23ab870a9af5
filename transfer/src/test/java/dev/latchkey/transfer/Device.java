package dev.latchkey.transfer;

import dev.latchkey.passkey.Bytes;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.CoseKey;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.SoftwareCredential;
import java.security.SecureRandom;

/**
 * A person's authenticator with one passkey, which it got elsewhere.
 *
 * @param credential what it holds
 * @param authenticator the authenticator
 */
record Device(SoftwareCredential credential, SoftwareAuthenticator authenticator) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Device of(CoseAlgorithm algorithm) {
        return of(algorithm, random(64));
    }

    /** A passkey for a user handle. */
    static Device of(CoseAlgorithm algorithm, Bytes userHandle) {
        SoftwareCredential credential =
                SoftwareCredential.of(theirs(random(32)), Kit.RP_ID, theirs(userHandle), algorithm.generateKeyPair());
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys(), RANDOM);
        authenticator.add(credential);
        return new Device(credential, authenticator);
    }

    Bytes credentialId() {
        return Bytes.of(credential.id().toArray());
    }

    Bytes userHandle() {
        return Bytes.of(credential.userHandle().toArray());
    }

    Bytes publicKey() {
        return Bytes.of(
                CoseKey.encode(credential.keyPair().getPublic()).encode().toArray());
    }

    /** What the other software knows of it, with the least that is needed. */
    PasskeyRecordBuilder record(AccountKey account) {
        return PasskeyRecord.of(account, credentialId(), userHandle(), publicKey())
                .backup(true, true);
    }

    static Bytes random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Bytes.of(random);
    }

    private static dev.latchkey.testkit.Bytes theirs(Bytes bytes) {
        return dev.latchkey.testkit.Bytes.copyOf(bytes.toArray());
    }
}
