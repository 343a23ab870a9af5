package dev.latchkey.bench.micro;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Yubico's library, as its guide shows it: one relying party for all, the answer parsed from JSON, the request at hand. */
final class YubicoPeer {
    private final RelyingParty relyingParty;
    private final AssertionRequest request;
    private final String answer;

    YubicoPeer(SignInSample sample) {
        answer = sample.answerText();
        relyingParty = RelyingParty.builder()
                .identity(RelyingPartyIdentity.builder()
                        .id(SignInSample.RP_ID)
                        .name(SignInSample.RP_ID)
                        .build())
                .credentialRepository(new OnePasskey(RegisteredCredential.builder()
                        .credentialId(bytes(sample.passkey.credentialId()))
                        .userHandle(bytes(sample.passkey.userHandle()))
                        .publicKeyCose(bytes(sample.passkey.publicKey()))
                        .build()))
                .origins(Set.of(SignInSample.ORIGIN))
                .validateSignatureCounter(false)
                .build();
        request = AssertionRequest.builder()
                .publicKeyCredentialRequestOptions(PublicKeyCredentialRequestOptions.builder()
                        .challenge(bytes(sample.challenge))
                        .rpId(SignInSample.RP_ID)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .build();
    }

    AssertionResult verify() throws IOException, AssertionFailedException {
        return relyingParty.finishAssertion(FinishAssertionOptions.builder()
                .request(request)
                .response(PublicKeyCredential.parseAssertionResponseJson(answer))
                .build());
    }

    private static ByteArray bytes(dev.latchkey.passkey.Bytes bytes) {
        return new ByteArray(bytes.toArray());
    }

    private record OnePasskey(RegisteredCredential credential) implements CredentialRepository {
        @Override
        public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
            return Set.of();
        }

        @Override
        public Optional<ByteArray> getUserHandleForUsername(String username) {
            return Optional.of(credential.getUserHandle());
        }

        @Override
        public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
            return Optional.of("ada");
        }

        @Override
        public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
            return Optional.of(credential);
        }

        @Override
        public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
            return Set.of(credential);
        }
    }
}
