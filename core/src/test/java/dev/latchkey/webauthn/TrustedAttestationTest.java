package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.config.CeremonySettings;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.RealmAttestation;
import dev.latchkey.testkit.Attestation;
import dev.latchkey.testkit.AttestationAuthority;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C WebAuthn Level 3 §7.1, steps 23 and 24, where the realm requires attestation. */
class TrustedAttestationTest {
    private static final UUID MODEL = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final AttestationAuthority MAKER = AttestationAuthority.create();
    private static final AttestationTrust TRUST =
            AttestationTrust.of(Map.of(MODEL, Set.of(MAKER.root()), OTHER, Set.of(MAKER.root())));
    private static final Set<UUID> ANY = Set.of();
    private static final AuthenticatorModel KEY =
            AuthenticatorModel.securityKey().withAlgorithms(CoseAlgorithm.ES256).withAaguid(MODEL);

    @Test
    void modelOfATrustedMakerRegisters() {
        assertThat(register(KEY, MAKER.packed(MODEL), required(ANY, ANY), TRUST).aaguid())
                .isEqualTo(MODEL);
    }

    @Test
    void noneAndSelfAttestationNeverSatisfyAPolicy() {
        assertRefused(
                KEY.withAttestation(Attestation.NONE),
                Bend.none(),
                required(Set.of(MODEL), ANY),
                "without certificates");
        assertRefused(KEY, Bend.none(), required(Set.of(MODEL), ANY), "without certificates");
    }

    @Test
    void listsAdmitAndDenyModels() {
        register(KEY, MAKER.packed(MODEL), required(Set.of(MODEL), Set.of(OTHER)), TRUST);

        assertRefused(KEY, MAKER.packed(MODEL), required(Set.of(OTHER), ANY), "not admitted");
        assertRefused(KEY, MAKER.packed(MODEL), required(ANY, Set.of(MODEL)), "not admitted");
    }

    @Test
    void modelThatItsCertificateDoesNotNameIsRefused() {
        assertRefused(KEY, MAKER.packed(OTHER), required(ANY, ANY), "");
    }

    /** Of {@code packed} statements the engine says so first; of others it does not ask. */
    @Test
    void certificateForAnotherModelIsRefusedWhateverTheFormat() {
        assertThatThrownBy(() -> check("tpm", MAKER.packedCertificates(OTHER), MODEL))
                .hasMessageContaining("is for model " + OTHER + ", not for " + MODEL);
        assertThatCode(() -> check("tpm", MAKER.packedCertificates(MODEL), MODEL))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0410",
                "040f000000000000400080000000000000",
                "041100000000000040008000000000000001",
                "0411000000000000400080000000000000010000",
                "0510000000000000400080000000000000",
                "051000000000000040008000000000000001"
            })
    void certificateWhoseModelIsNot16BytesIsRefused(String extension) {
        List<X509Certificate> certificates = MAKER.packedCertificates(Bytes.fromHex(extension));

        assertThatThrownBy(() -> check("tpm", certificates, MODEL)).hasMessageContaining("model is not 16 bytes");
    }

    @Test
    void packedChainThatContainsItsRootIsRefused() {
        List<X509Certificate> certificates = new ArrayList<>(MAKER.packedCertificates(MODEL));
        certificates.add(MAKER.root());

        assertThatThrownBy(() -> check("packed", certificates, MODEL)).hasMessageContaining("contain a root");
        assertThatCode(() -> check("tpm", certificates, MODEL)).doesNotThrowAnyException();
        assertThatCode(() -> check("packed", List.of(MAKER.root()), MODEL)).doesNotThrowAnyException();
    }

    @Test
    void fidoU2fStatementThatNamesAModelIsRefused() {
        assertThatThrownBy(() -> check("fido-u2f", MAKER.packedCertificates(MODEL), MODEL))
                .hasMessageContaining("proves no model, and this one says " + MODEL);
    }

    @Test
    void makerThatNobodyVouchesForIsRefused() {
        assertThatThrownBy(() -> register(KEY, MAKER.packed(MODEL), required(ANY, ANY), authenticator -> Set.of()))
                .hasMessageContaining("nobody vouches");
        assertRefused(
                KEY, AttestationAuthority.create().packed(MODEL), required(ANY, ANY), "lead to none that is trusted");
    }

    @Test
    void statementThatSignsNoModelDoesNotPassLists() {
        AuthenticatorModel u2f = KEY.withAaguid(new UUID(0, 0));
        AttestationTrust trust = authenticator -> Set.of(MAKER.root());

        register(u2f, MAKER.fidoU2f(), required(ANY, ANY), trust);
        assertThatThrownBy(() -> register(u2f, MAKER.fidoU2f(), required(ANY, Set.of(OTHER)), trust))
                .hasMessageContaining("proves no model");
    }

    @Test
    void forgedModelRegistersOnlyWhereNothingIsRequired() {
        register(KEY, MAKER.packed(MODEL), RealmAttestation.NONE, authenticator -> Set.of());
        register(KEY.withAttestation(Attestation.NONE), Bend.none(), RealmAttestation.NONE, TRUST);
    }

    @Test
    void realmThatRequiresAttestationNeedsSomebodyToTrust() {
        LatchkeyConfig config = LatchkeyConfig.builder()
                .domain("auth.example.com")
                .client("web", client -> client.allowedOrigins("https://auth.example.com"))
                .realm("staff", realm -> realm.attestationRequired(true))
                .build();

        assertThatThrownBy(() -> TrustSources.of(config, List.of(), Clock.systemUTC()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("latchkey.realms.staff.attestation.required = true")
                .hasMessageContaining("latchkey.ceremony.attestation-metadata");
        assertThat(TrustSources.of(config, List.of(TRUST), Clock.systemUTC())).isNotNull();
    }

    private static void assertRefused(AuthenticatorModel model, Bend bend, RealmAttestation demand, String reason) {
        assertThatThrownBy(() -> register(model, bend, demand, TRUST))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining(reason);
    }

    private static void check(String format, List<X509Certificate> certificates, UUID model) {
        TrustedAttestation.check(
                format, certificates, model, new AttestationPolicy(required(ANY, ANY), TRUST, Clock.systemUTC()));
    }

    private static RealmAttestation required(Set<UUID> allowed, Set<UUID> denied) {
        return new RealmAttestation(true, allowed, denied);
    }

    private static VerifiedRegistration register(
            AuthenticatorModel model, Bend bend, RealmAttestation demand, AttestationTrust trust) {
        var answer = new SoftwareAuthenticator(model)
                .create(TestRelyingParty.creationOptions(), TestRelyingParty.ORIGIN, bend);
        return RegistrationVerifier.verify(
                RegistrationAnswer.of(answer),
                TestRelyingParty.USER_HANDLE,
                expectation(),
                new AttestationPolicy(demand, trust, Clock.systemUTC()));
    }

    private static Expectation expectation() {
        Expectation usual = TestRelyingParty.userVerificationRequired();
        var policy = usual.policy();
        return new Expectation(
                usual.challenge(),
                usual.rpId(),
                usual.origins(),
                true,
                new CeremonySettings(
                        policy.timeout(),
                        policy.algorithms(),
                        Set.of("none", "packed", "fido-u2f"),
                        policy.attestationMetadata(),
                        false,
                        Set.of(),
                        true,
                        false,
                        false,
                        20));
    }
}
