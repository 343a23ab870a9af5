package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.config.CeremonySettings;
import dev.latchkey.config.MetadataFiles;
import dev.latchkey.config.RealmAttestation;
import dev.latchkey.testkit.AttestationAuthority;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.CborMap;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** W3C WebAuthn Level 3 §8.4. */
class AndroidKeyStatementTest {
    private static final AttestationAuthority MAKER = AttestationAuthority.create();
    private static final AttestationTrust TRUST = authenticator -> Set.of(MAKER.root());
    private static final AuthenticatorModel PHONE =
            AuthenticatorModel.securityKey().withAlgorithms(CoseAlgorithm.ES256).withAaguid(new UUID(1, 1));
    private static final CeremonySettings POLICY = new CeremonySettings(
            Duration.ofMinutes(1),
            List.of(-7),
            Set.of("android-key"),
            MetadataFiles.NONE,
            false,
            Set.of(),
            true,
            false,
            false,
            20);

    private static final RealmAttestation REQUIRED = new RealmAttestation(true, Set.of(), Set.of());

    private static final String GENERATED = tlv("bf853e", tlv("02", "00"));
    private static final String IMPORTED = tlv("bf853e", tlv("02", "02"));
    private static final String TO_SIGN = tlv("a1", tlv("31", tlv("02", "02")));
    private static final String TO_VERIFY_AND_SIGN = tlv("a1", tlv("31", tlv("02", "03"), tlv("02", "02")));
    private static final String TO_VERIFY = tlv("a1", tlv("31", tlv("02", "03")));
    private static final String FOR_ALL_APPLICATIONS = tlv("bf8458", "0500");

    @Test
    void keyOfThisCeremonyRegisters() {
        assertThat(register(MAKER.androidKey(), REQUIRED).aaguid()).isEqualTo(PHONE.aaguid());
        register(MAKER.androidKey(), RealmAttestation.NONE);
        register(described("", TO_SIGN + GENERATED), REQUIRED);
        register(described(TO_SIGN + GENERATED, ""), REQUIRED);
        register(described("", TO_VERIFY_AND_SIGN + GENERATED), REQUIRED);
        register(described(tlv("a1", tlv("02", "02")), GENERATED), REQUIRED);
    }

    @Test
    void statementThatLacksAMemberIsRefused() {
        for (String member : List.of("alg", "sig", "x5c")) {
            refused(statement(honest -> honest.without(member)), "without alg, sig or x5c");
        }
        refused(statement(honest -> honest.with("x5c", Cbor.of(List.<Cbor>of()))), "");
    }

    @Test
    void signatureOfAnotherAlgorithmOrByAnotherKeyIsRefused() {
        refused(statement(honest -> honest.with("alg", Cbor.of(-47))), "of algorithm -47");
        refused(
                statement(honest -> honest.with("sig", Cbor.of(MAKER.sign(Bytes.copyOf((byte) 1))))),
                "signature does not verify");
        refused(
                MAKER.androidKey(
                        UnaryOperator.identity(),
                        key -> CoseAlgorithm.ES256.generateKeyPair().getPublic()),
                "");
    }

    @Test
    void certificateOfAnotherCeremonyIsRefused() {
        refused(MAKER.androidKey(hash -> hash.flipBit(0), UnaryOperator.identity()), "made for another ceremony");
    }

    @Test
    void descriptionThatEndsTooEarlyOrIsNoneIsRefused() {
        refused(MAKER.androidKeyDescribed(hash -> Bytes.fromHex(head(hash))), "ends too early");
        refused(MAKER.androidKeyDescribed(hash -> Bytes.fromHex(tlv("04"))), "malformed");
        refused(MAKER.androidKeyDescribed(hash -> Bytes.copyOf()), "malformed");
    }

    @Test
    void keyThatAnyApplicationMayUseIsRefused() {
        refused(described("", TO_SIGN + GENERATED + FOR_ALL_APPLICATIONS), "serves all applications");
        refused(described(FOR_ALL_APPLICATIONS, TO_SIGN + GENERATED), "serves all applications");
    }

    @Test
    void keyThatWasNotMadeThereIsRefused() {
        refused(described("", TO_SIGN + IMPORTED), "was not generated there");
        refused(described(GENERATED, TO_SIGN + IMPORTED), "was not generated there");
    }

    @Test
    void keyThatIsNotForSigningIsRefused() {
        refused(described("", TO_VERIFY + GENERATED), "is not for signing");
    }

    @Test
    void whatIsNotToldIsRefusedOnlyWhereAttestationIsRequired() {
        for (String told : List.of("", TO_SIGN, GENERATED)) {
            register(described("", told), RealmAttestation.NONE);
            assertThatThrownBy(() -> register(described("", told), REQUIRED))
                    .isExactlyInstanceOf(WebAuthnException.class)
                    .hasMessageContaining("does not tell origin and purpose");
        }
    }

    private static Bend statement(UnaryOperator<CborMap> change) {
        return MAKER.androidKey().at(Stage.ATTESTATION_STATEMENT, change);
    }

    private static Bend described(String softwareEnforced, String hardwareEnforced) {
        return MAKER.androidKeyDescribed(
                hash -> Bytes.fromHex(head(hash, tlv("30", softwareEnforced), tlv("30", hardwareEnforced))));
    }

    /** A description up to the lists of authorisations, and those. */
    private static String head(Bytes clientDataHash, String... lists) {
        return tlv(
                "30",
                tlv("02", "012c"),
                tlv("0a", "01"),
                tlv("02", "012c"),
                tlv("0a", "01"),
                tlv("04", HexFormat.of().formatHex(clientDataHash.toArray())),
                tlv("04"),
                String.join("", lists));
    }

    /** DER in hexadecimal, of less than 128 bytes. */
    private static String tlv(String tag, String... contents) {
        String content = String.join("", contents);
        return tag + String.format("%02x", content.length() / 2) + content;
    }

    private static void refused(Bend bend, String reason) {
        for (RealmAttestation demand : List.of(REQUIRED, RealmAttestation.NONE)) {
            assertThatThrownBy(() -> register(bend, demand))
                    .isExactlyInstanceOf(WebAuthnException.class)
                    .hasMessageContaining(reason);
        }
    }

    private static VerifiedRegistration register(Bend bend, RealmAttestation demand) {
        var answer = new SoftwareAuthenticator(PHONE)
                .create(TestRelyingParty.creationOptions(), TestRelyingParty.ORIGIN, bend);
        return RegistrationVerifier.verify(
                RegistrationAnswer.of(answer),
                TestRelyingParty.USER_HANDLE,
                new Expectation(
                        TestRelyingParty.CHALLENGE,
                        TestRelyingParty.RP_ID,
                        Set.of(TestRelyingParty.ORIGIN),
                        true,
                        POLICY),
                new AttestationPolicy(demand, TRUST, Clock.systemUTC()));
    }
}
