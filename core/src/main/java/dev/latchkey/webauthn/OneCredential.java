package dev.latchkey.webauthn;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import dev.latchkey.passkey.Passkey;
import java.util.Optional;
import java.util.Set;

/** The engine's view of the storage: the one passkey that was looked up before, or none. */
final class OneCredential implements CredentialRepository {
    private static final String OWNER = "owner";

    private final Optional<RegisteredCredential> credential;

    private OneCredential(Optional<RegisteredCredential> credential) {
        this.credential = credential;
    }

    /** Knows no credential: for registrations, where a unique key of the database says whether one is taken. */
    static OneCredential none() {
        return new OneCredential(Optional.empty());
    }

    static OneCredential of(Passkey passkey) {
        return new OneCredential(Optional.of(RegisteredCredential.builder()
                .credentialId(Engine.bytes(passkey.credentialId()))
                .userHandle(Engine.bytes(passkey.userHandle()))
                .publicKeyCose(Engine.bytes(passkey.publicKey()))
                .signatureCount(passkey.signCount())
                .build()));
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return Set.of();
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return credential.map(RegisteredCredential::getUserHandle);
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
        return credential
                .filter(known -> known.getUserHandle().equals(userHandle))
                .map(known -> OWNER);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
        return credential.filter(known -> known.getCredentialId().equals(credentialId)
                && known.getUserHandle().equals(userHandle));
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return credential
                .filter(known -> known.getCredentialId().equals(credentialId))
                .map(Set::of)
                .orElse(Set.of());
    }
}
