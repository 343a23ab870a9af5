package dev.latchkey.transfer;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import dev.latchkey.passkey.Bytes;
import java.util.Optional;

/**
 * Credential records of webauthn4j. They name no owner and no user handle, which the application keeps beside them. The only class that
 * sees that library, which the application has to have. Thread-safe.
 */
public final class WebAuthn4jRecords {
    private static final ObjectConverter CONVERTER = new ObjectConverter();

    private WebAuthn4jRecords() {}

    /**
     * What a record says.
     *
     * @param account whose it is
     * @param userHandle that was given to the authenticator as {@code user.id}
     * @throws IllegalArgumentException if it is backed up and cannot be
     */
    public static PasskeyRecord of(AccountKey account, Bytes userHandle, CredentialRecord record) {
        AttestedCredentialData data = record.getAttestedCredentialData();
        PasskeyRecordBuilder passkey = PasskeyRecord.of(
                        account,
                        Bytes.of(data.getCredentialId()),
                        userHandle,
                        Bytes.of(CONVERTER.getCborConverter().writeValueAsBytes(data.getCOSEKey())))
                .signCount(record.getCounter());
        Optional.ofNullable(data.getAaguid().getValue()).ifPresent(passkey::aaguid);
        Optional.ofNullable(record.getTransports())
                .ifPresent(transports -> passkey.transports(transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .toList()));
        Boolean eligible = record.isBackupEligible();
        if (eligible != null) {
            passkey.backup(eligible, Boolean.TRUE.equals(record.isBackedUp()));
        }
        return passkey.build();
    }
}
