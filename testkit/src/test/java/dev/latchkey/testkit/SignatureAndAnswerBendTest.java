package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;

class SignatureAndAnswerBendTest {

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final JsonNode created = authenticator.create(TestOptions.creation(), TestOptions.ORIGIN);
    private final PublicKey key = RegistrationAnswer.read(created).publicKey();

    @Test
    void signatureOfBentAnswerFailsWhereItShould() {
        assertThat(assertion(Bend.none()).verifies(key)).isTrue();
        assertThat(assertion(Bend.none().flippedSignature()).verifies(key)).isFalse();
        assertThat(assertion(Bend.none().emptySignature()).signature().length()).isZero();
        assertThat(assertion(Bend.none().emptySignature()).verifies(key)).isFalse();
    }

    @Test
    void signatureIsOverOtherData() {
        Bytes message = Bytes.utf8("something else");

        AssertionAnswer assertion = assertion(Bend.none().signedOver(message));

        assertThat(assertion.verifies(key)).isFalse();
        assertThat(CoseAlgorithm.EDDSA.verifies(key, message, assertion.signature()))
                .isTrue();
    }

    @Test
    void signatureIsOverWhatWasHonest() {
        AssertionAnswer honest = assertion(Bend.none());

        AssertionAnswer bent = assertion(
                Bend.none().signedBeforeBending().origin("https://evil.example").flag(Flag.UV, false));

        assertThat(bent.verifies(key)).isFalse();
        assertThat(new AssertionAnswer(
                                honest.clientDataJson(),
                                honest.authenticatorData(),
                                bent.signature(),
                                bent.userHandle())
                        .verifies(key))
                .isTrue();
    }

    @Test
    void signatureIsByAnotherKey() {
        KeyPair other = CoseAlgorithm.ES256.generateKeyPair();

        AssertionAnswer assertion = assertion(Bend.none().signedBy(other.getPrivate()));

        assertThat(assertion.verifies(key)).isFalse();
        assertThat(assertion.verifies(other.getPublic())).isTrue();
    }

    @Test
    void idsAreOthers() {
        Bytes unknown = Bytes.utf8("unknown");

        assertThat(answer(Bend.none().id(unknown)).path("id").asText()).isEqualTo(unknown.base64Url());
        assertThat(answer(Bend.none().id(unknown)).path("rawId").asText()).isEqualTo(unknown.base64Url());
        assertThat(answer(Bend.none().rawId(unknown)).path("id")).isEqualTo(created.path("id"));
        assertThat(answer(Bend.none().rawId(unknown)).path("rawId").asText()).isEqualTo(unknown.base64Url());
    }

    @Test
    void typeIsAnother() {
        assertThat(answer(Bend.none().credentialType("password")).path("type").asText())
                .isEqualTo("password");
    }

    @Test
    void userHandleIsAbsentEmptyOrForeign() {
        Bytes foreign = Bytes.utf8("user-2");

        assertThat(assertion(Bend.none().withoutUserHandle()).userHandle()).isEmpty();
        assertThat(assertion(Bend.none().userHandle(Bytes.copyOf())).userHandle())
                .contains(Bytes.copyOf());
        assertThat(assertion(Bend.none().userHandle(foreign)).userHandle()).contains(foreign);
    }

    @Test
    void anythingIsChangedInTheFinishedAnswer() {
        ObjectNode answer = answer(Bend.none().json(a -> a.put("extra", 1)).response(r -> r.put("more", 2)));

        assertThat(answer.path("extra").asInt()).isEqualTo(1);
        assertThat(answer.at("/response/more").asInt()).isEqualTo(2);
    }

    @Test
    void bendIsKeptWhenAnotherStartsFromIt() {
        Bend first = Bend.none().userHandle(Bytes.utf8("one"));
        Bend second = first.userHandle(Bytes.utf8("two"));

        assertThat(assertion(first).userHandle()).contains(Bytes.utf8("one"));
        assertThat(assertion(second).userHandle()).contains(Bytes.utf8("two"));
    }

    private ObjectNode answer(Bend bend) {
        return authenticator.get(TestOptions.request(), TestOptions.ORIGIN, bend);
    }

    private AssertionAnswer assertion(Bend bend) {
        return AssertionAnswer.read(answer(bend));
    }
}
