package dev.latchkey.bench.quarkus;

import io.quarkus.security.webauthn.WebAuthnCredentialRecord;
import io.quarkus.security.webauthn.WebAuthnCredentialRecord.RequiredPersistedData;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.UUID;

/** What has to be stored of a credential. */
@Entity
public class Passkey {
    @Id
    @Column(length = 1400)
    String credentialId;

    byte[] publicKey;
    long publicKeyAlgorithm;
    long counter;
    UUID aaguid;

    @ManyToOne(optional = false)
    Person person;

    Passkey() {}

    Passkey(WebAuthnCredentialRecord credential, Person person) {
        RequiredPersistedData data = credential.getRequiredPersistedData();
        credentialId = data.credentialId();
        publicKey = data.publicKey();
        publicKeyAlgorithm = data.publicKeyAlgorithm();
        counter = data.counter();
        aaguid = data.aaguid();
        this.person = person;
    }

    WebAuthnCredentialRecord toRecord() {
        return WebAuthnCredentialRecord.fromRequiredPersistedData(new RequiredPersistedData(
                person.username, credentialId, aaguid, publicKey, publicKeyAlgorithm, counter));
    }
}
