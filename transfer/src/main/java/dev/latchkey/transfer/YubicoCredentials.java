package dev.latchkey.transfer;

import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.AuthenticatorTransport;
import dev.latchkey.passkey.Bytes;
import java.util.Optional;

/**
 * Credentials of Yubico's {@code java-webauthn-server}. They hold the user handle, but not whose it is. The only class of this module that
 * sees that library. Thread-safe.
 */
public final class YubicoCredentials {
    private YubicoCredentials() {}

    /**
     * What a credential says.
     *
     * @param account whose it is
     * @throws IllegalArgumentException if it is backed up and cannot be
     */
    @SuppressWarnings("deprecation") // the backup flags are marked so for being experimental
    public static PasskeyRecord of(AccountKey account, RegisteredCredential credential) {
        PasskeyRecordBuilder passkey = PasskeyRecord.of(
                        account,
                        Bytes.of(credential.getCredentialId().getBytes()),
                        Bytes.of(credential.getUserHandle().getBytes()),
                        Bytes.of(credential.getPublicKeyCose().getBytes()))
                .signCount(credential.getSignatureCount());
        credential
                .getTransports()
                .ifPresent(transports -> passkey.transports(
                        transports.stream().map(AuthenticatorTransport::getId).toList()));
        Optional<Boolean> eligible = credential.isBackupEligible();
        eligible.ifPresent(flag -> passkey.backup(flag, credential.isBackedUp().orElse(false)));
        return passkey.build();
    }
}
