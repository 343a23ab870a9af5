package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttestationBendTest {

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator(AuthenticatorModel.securityKey());

    @Test
    void formatIsAnother() {
        RegistrationAnswer registration = registration(Bend.none().format("android-safetynet"));

        assertThat(registration.format()).isEqualTo("android-safetynet");
        assertThat(registration.selfAttestationVerifies()).isFalse();
    }

    @Test
    void membersComeAndGo() {
        JsonNode object = registration(Bend.none()
                        .attestationMember("extra", Cbor.of(List.of(Cbor.of(1), Cbor.of("two"))))
                        .withoutAttestationMember("fmt")
                        .statementMember("alg", Cbor.of(-65535))
                        .withoutStatementMember("sig"))
                .attestationObject();

        assertThat(object.at("/extra/1").asText()).isEqualTo("two");
        assertThat(object.has("fmt")).isFalse();
        assertThat(object.at("/attStmt/alg").asInt()).isEqualTo(-65535);
        assertThat(object.at("/attStmt").has("sig")).isFalse();
    }

    @Test
    void nestingIsAsDeepAsAsked() {
        JsonNode nested =
                registration(Bend.none().nested(100)).attestationObject().path("nested");

        int depth = 0;
        for (JsonNode each = nested; each.isArray(); each = each.path(0)) {
            depth++;
        }
        assertThat(depth).isEqualTo(100);
    }

    @Test
    void indefiniteLengthHasTheSameMembers() {
        Bend bend = Bend.none().indefiniteLength();
        JsonNode answer = authenticator.create(TestOptions.creation(), TestOptions.ORIGIN, bend);

        assertThat(Bytes.fromBase64Url(answer.at("/response/attestationObject").asText())
                        .toArray())
                .startsWith(0xbf)
                .endsWith(0xff);
        assertThat(RegistrationAnswer.read(answer).selfAttestationVerifies()).isTrue();
    }

    @Test
    void anyBytesStandInItsPlace() {
        Bend bend = Bend.none().attestationObject(Bytes.fromHex("ff00"));
        JsonNode answer = authenticator.create(TestOptions.creation(), TestOptions.ORIGIN, bend);

        assertThat(answer.at("/response/attestationObject").asText()).isEqualTo("_wA");
    }

    private RegistrationAnswer registration(Bend bend) {
        return RegistrationAnswer.read(authenticator.create(TestOptions.creation(), TestOptions.ORIGIN, bend));
    }
}
