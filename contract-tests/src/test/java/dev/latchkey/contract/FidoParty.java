package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.attestation.AttestedAuthenticator;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.config.Realm.UserVerification;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.AttestationAuthority;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.MetadataBlob;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The relying party of the FIDO cases: a realm as it is by default, one that prefers user verification, and one that requires attestation by
 * {@link #maker}: of authenticators without a model the host trusts it, of others metadata says what to think.
 */
record FidoParty(Deployment deployment, AttestationAuthority maker) implements AutoCloseable {
    private static final String LENIENT = "lenient";
    private static final String ATTESTED = "attested";

    static FidoParty start() throws Exception {
        AttestationAuthority maker = AttestationAuthority.create();
        AttestationTrust trust = AttestationTrust.of(Map.of(AttestedAuthenticator.NO_MODEL, Set.of(maker.root())));
        MetadataBlob metadata = new MetadataBlob(Files.createTempDirectory("metadata"), maker);
        return new FidoParty(
                Deployment.startWith(
                        config -> {
                            realms(config);
                            trust(metadata, config);
                        },
                        builder -> builder.attestationTrust(trust)),
                maker);
    }

    static void realms(LatchkeyConfigBuilder config) {
        config.realm("default", realm -> {})
                .realm(LENIENT, realm -> realm.userVerification(UserVerification.PREFERRED))
                .realm(ATTESTED, realm -> realm.attestationRequired(true));
    }

    static void trust(MetadataBlob metadata, LatchkeyConfigBuilder config) {
        config.ceremony(ceremony ->
                ceremony.attestationMetadata(metadata.file(), metadata.rootCertificate(), metadata.revocationLists()));
    }

    ContractClient client() {
        return deployment.web();
    }

    ContractClient lenient() {
        return client().withRealm(LENIENT);
    }

    static SoftwareAuthenticator key(CoseAlgorithm algorithm) {
        return new SoftwareAuthenticator(AuthenticatorModel.securityKey().withAlgorithms(algorithm));
    }

    /** A registration that is bent, of a synced passkey. */
    Answer register(Bend bend) {
        return client().signup(new SoftwareAuthenticator(), somebody(), bend);
    }

    /** A registration that is bent, with self attestation of that algorithm. */
    Answer registerSelf(CoseAlgorithm algorithm, Bend bend) {
        return client().signup(key(algorithm), somebody(), bend);
    }

    /** A registration of a model of metadata, where attestation is required. */
    Answer registerModel(UUID aaguid) {
        return client().withRealm(ATTESTED)
                .signup(
                        key(CoseAlgorithm.ES256),
                        somebody(),
                        maker.packed(aaguid).aaguid(aaguid));
    }

    /** A registration that is bent, where attestation is required. */
    Answer registerAttested(Bend bend) {
        return client().withRealm(ATTESTED).signup(key(CoseAlgorithm.ES256), somebody(), bend);
    }

    /** A sign-in that is bent, of somebody who has signed up as one should. */
    Answer signIn(Bend bend) {
        return signIn(client(), new SoftwareAuthenticator(), bend);
    }

    /** The same, of that client and authenticator. */
    static Answer signIn(ContractClient client, SoftwareAuthenticator authenticator, Bend bend) {
        client.signup(authenticator, somebody()).expect(200);
        return client.login(authenticator, bend);
    }

    static ObjectNode somebody() {
        return profile(UUID.randomUUID() + "@example.com");
    }

    @Override
    public void close() {
        deployment.close();
    }
}
