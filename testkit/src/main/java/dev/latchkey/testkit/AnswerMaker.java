package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PrivateKey;
import java.util.Optional;
import java.util.Set;

/** Makes one answer, and applies one bend at every stage of it. */
final class AnswerMaker {

    private final AuthenticatorModel model;
    private final String origin;
    private final Bend bend;

    AnswerMaker(AuthenticatorModel model, String origin, Bend bend) {
        this.model = model;
        this.origin = origin;
        this.bend = bend;
    }

    ObjectNode create(CreationOptions options, SoftwareCredential credential) {
        Bytes clientData = clientData("webauthn.create", options.challenge(), bend);
        Bytes data = authenticatorData(created(credential, bend), bend);
        Bytes honest = authenticatorData(created(credential, Bend.none()), Bend.none());
        Bytes honestClientData = clientData("webauthn.create", options.challenge(), Bend.none());
        SignedData toSign = new SignedData(data.plus(clientData.sha256()), honest.plus(honestClientData.sha256()));

        ObjectNode response = Json.object()
                .put("clientDataJSON", clientData.base64Url())
                .put(
                        "attestationObject",
                        attestationObject(credential, data, toSign).base64Url())
                .put("authenticatorData", data.base64Url())
                .put(
                        "publicKey",
                        Bytes.copyOf(credential.keyPair().getPublic().getEncoded())
                                .base64Url())
                .put("publicKeyAlgorithm", credential.algorithm().id());
        model.transports().forEach(response.withArray("/transports")::add);
        ObjectNode extensionResults = Json.object();
        if (options.credProps()) {
            extensionResults.putObject("credProps").put("rk", credential.discoverable());
        }
        return answer(credential, response, extensionResults);
    }

    ObjectNode get(RequestOptions options, SoftwareCredential credential) {
        Bytes clientData = clientData("webauthn.get", options.challenge(), bend);
        Bytes data = authenticatorData(plain(credential), bend);
        Bytes honest = authenticatorData(plain(credential), Bend.none());
        Bytes honestClientData = clientData("webauthn.get", options.challenge(), Bend.none());
        SignedData toSign = new SignedData(data.plus(clientData.sha256()), honest.plus(honestClientData.sha256()));

        ObjectNode response = Json.object()
                .put("clientDataJSON", clientData.base64Url())
                .put("authenticatorData", data.base64Url())
                .put("signature", sign(credential, toSign).base64Url());
        if (credential.discoverable()) {
            response.put("userHandle", credential.userHandle().base64Url());
        }
        return answer(credential, response, Json.object());
    }

    private Bytes clientData(String type, Bytes challenge, Bend changes) {
        ObjectNode members = Json.object()
                .put("type", type)
                .put("challenge", challenge.base64Url())
                .put("origin", origin)
                .put("crossOrigin", false);
        return changes.apply(Stage.CLIENT_DATA_JSON, Json.write(changes.apply(Stage.CLIENT_DATA, members)));
    }

    private AuthenticatorData plain(SoftwareCredential credential) {
        Bytes rpIdHash = Bytes.utf8(credential.rpId()).sha256();
        return new AuthenticatorData(
                rpIdHash, Set.copyOf(model.flags()), credential.counter(), Optional.empty(), Optional.empty());
    }

    private AuthenticatorData created(SoftwareCredential credential, Bend changes) {
        CborMap key = CoseKey.encode(credential.keyPair().getPublic());
        AttestedCredentialData attested = new AttestedCredentialData(
                model.aaguid(),
                credential.id(),
                credential.id().length(),
                changes.apply(Stage.CREDENTIAL_PUBLIC_KEY, key));
        return plain(credential).withFlag(Flag.AT, true).withAttestedCredentialData(Optional.of(attested));
    }

    private static Bytes authenticatorData(AuthenticatorData data, Bend changes) {
        return changes.apply(
                Stage.AUTHENTICATOR_DATA_BYTES,
                changes.apply(Stage.AUTHENTICATOR_DATA, data).encode());
    }

    private Bytes attestationObject(SoftwareCredential credential, Bytes authenticatorData, SignedData toSign) {
        CborMap statement = CborMap.empty();
        if (model.attestation() == Attestation.PACKED_SELF) {
            statement = statement
                    .with("alg", Cbor.of(credential.algorithm().id()))
                    .with("sig", Cbor.of(sign(credential, toSign)));
        }
        CborMap object = CborMap.empty()
                .with("fmt", Cbor.of(model.attestation() == Attestation.NONE ? "none" : "packed"))
                .with("attStmt", bend.apply(Stage.ATTESTATION_STATEMENT, statement))
                .with("authData", Cbor.of(authenticatorData));
        return bend.apply(
                Stage.ATTESTATION_OBJECT_BYTES,
                bend.apply(Stage.ATTESTATION_OBJECT, object).encode());
    }

    private Bytes sign(SoftwareCredential credential, SignedData toSign) {
        PrivateKey key = bend.apply(Stage.SIGNING_KEY, credential.keyPair().getPrivate());
        Bytes message = bend.apply(Stage.SIGNED_DATA, toSign).message();
        return bend.apply(Stage.SIGNATURE, CoseAlgorithm.of(key).sign(key, message));
    }

    private ObjectNode answer(SoftwareCredential credential, ObjectNode response, ObjectNode extensionResults) {
        ObjectNode answer = Json.object()
                .put("id", credential.id().base64Url())
                .put("rawId", credential.id().base64Url())
                .put("type", "public-key");
        answer.set("response", response);
        answer.put("authenticatorAttachment", model.attachment());
        answer.set("clientExtensionResults", extensionResults);
        return bend.apply(Stage.ANSWER, answer);
    }
}
