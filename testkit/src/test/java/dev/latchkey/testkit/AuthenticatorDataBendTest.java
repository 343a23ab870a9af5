package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthenticatorDataBendTest {

    private static final AuthenticatorModel MODEL =
            AuthenticatorModel.securityKey().withAlgorithms(CoseAlgorithm.ES256);

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator(MODEL);
    private final JsonNode created = authenticator.create(TestOptions.creation(), TestOptions.ORIGIN);

    @Test
    void rpIdHashIsThatOfTheOtherRpId() {
        assertThat(assertion(Bend.none().rpId("evil.example")).rpIdHash())
                .isEqualTo(Bytes.utf8("evil.example").sha256());
        Bytes zeros = Bytes.copyOf(new byte[32]);
        assertThat(assertion(Bend.none().rpIdHash(zeros)).rpIdHash()).isEqualTo(zeros);
    }

    @ParameterizedTest
    @EnumSource(Flag.class)
    void flagIsTurned(Flag flag) {
        boolean set = !assertionBytesHave(flag, Bend.none());

        assertThat(assertionBytesHave(flag, Bend.none().flag(flag, set))).isEqualTo(set);
    }

    @Test
    void counterIsAnother() {
        assertThat(assertion(Bend.none().counter(4_294_967_295L)).signCount()).isEqualTo(4_294_967_295L);
        assertThat(assertion(Bend.none()).signCount()).isEqualTo(2);
    }

    @Test
    void extensionsFollowWithTheirFlag() {
        CborMap extensions = CborMap.empty().with("credProtect", Cbor.of(2));

        AuthenticatorData data = assertion(Bend.none().extensions(extensions));

        assertThat(data.flags()).contains(Flag.ED);
        assertThat(data.extensions().map(Cbor::encode)).contains(extensions.encode());
    }

    @Test
    void attestedCredentialDataIsAnother() {
        UUID aaguid = new UUID(1, 2);
        Bytes id = Bytes.utf8("another id");

        AttestedCredentialData data =
                registration(Bend.none().aaguid(aaguid).credentialId(id)).credential();

        assertThat(data.aaguid()).isEqualTo(aaguid);
        assertThat(data.credentialId()).isEqualTo(id);
        assertThat(data.credentialIdLength()).isEqualTo(10);
    }

    @Test
    void credentialIdLengthLies() {
        Bytes data = registration(Bend.none().credentialIdLength(0xfffe)).authenticatorData();

        assertThat(data.slice(53, 55)).isEqualTo(Bytes.fromHex("fffe"));
        assertThatIllegalArgumentException().isThrownBy(() -> AuthenticatorData.decode(data));
    }

    @Test
    void attestedCredentialDataIsMissing() {
        Bytes data = registration(Bend.none().withoutAttestedCredentialData()).authenticatorData();

        assertThat(data.length()).isEqualTo(37);
        assertThat(Flag.decode(data.toArray()[32])).contains(Flag.AT);
    }

    @Test
    void coseKeyHasOtherMembers() throws IOException {
        JsonNode key = coseKey(Bend.none().coseAlgorithm(-35).coseKeyType(3).withoutCoseMember(CoseKey.CRV));

        assertThat(key.path("3").asInt()).isEqualTo(-35);
        assertThat(key.path("1").asInt()).isEqualTo(3);
        assertThat(key.has("-1")).isFalse();
        assertThat(coseKey(Bend.none()).path("-1").asInt()).isEqualTo(1);
    }

    @Test
    void pointOffCurveIsOff() throws IOException {
        JsonNode key = coseKey(Bend.none().pointOffCurve());

        assertThat(key.path("-2").binaryValue()).hasSize(32).endsWith(1);
        assertThat(key.path("-3").binaryValue()).hasSize(32).endsWith(1);
    }

    @Test
    void bytesAreAddedOrCutOff() {
        Bytes extra = Bytes.utf8("extra");

        assertThat(assertionBytes(Bend.none().trailing(extra)).slice(37, 42)).isEqualTo(extra);
        assertThat(assertionBytes(Bend.none().truncatedTo(36)).length()).isEqualTo(36);
    }

    @Test
    void signaturesCoverBentData() {
        Bend bend = Bend.none().rpId("evil.example").flag(Flag.RFU1, true).trailing(Bytes.utf8("extra"));

        AssertionAnswer assertion =
                AssertionAnswer.read(authenticator.get(TestOptions.request(), TestOptions.ORIGIN, bend));

        assertThat(assertion.verifies(RegistrationAnswer.read(created).publicKey()))
                .isTrue();
        assertThat(registration(Bend.none().counter(9).type("x")).selfAttestationVerifies())
                .isTrue();
    }

    private RegistrationAnswer registration(Bend bend) {
        return RegistrationAnswer.read(authenticator.create(TestOptions.creation(), TestOptions.ORIGIN, bend));
    }

    private JsonNode coseKey(Bend bend) throws IOException {
        return Json.readCbor(
                registration(bend).credential().credentialPublicKey().encode());
    }

    private Bytes assertionBytes(Bend bend) {
        return AssertionAnswer.read(authenticator.get(TestOptions.request(), TestOptions.ORIGIN, bend))
                .authenticatorData();
    }

    private boolean assertionBytesHave(Flag flag, Bend bend) {
        return Flag.decode(assertionBytes(bend).toArray()[32]).contains(flag);
    }

    private AuthenticatorData assertion(Bend bend) {
        return AuthenticatorData.decode(assertionBytes(bend));
    }
}
