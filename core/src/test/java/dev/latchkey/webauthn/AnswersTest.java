package dev.latchkey.webauthn;

import static dev.latchkey.webauthn.TestRelyingParty.ORIGIN;
import static dev.latchkey.webauthn.TestRelyingParty.creationOptions;
import static dev.latchkey.webauthn.TestRelyingParty.requestOptions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.SoftwareAuthenticator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON form of answers (§5.1.8): what has to be there, what may be left out, and what a fault is called. */
class AnswersTest {
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final ObjectNode registration = authenticator.create(creationOptions(), ORIGIN);
    private final ObjectNode assertion = authenticator.get(requestOptions(), ORIGIN);

    @ParameterizedTest
    @ValueSource(strings = {"id", "rawId", "type", "response"})
    void answerThatLacksAMemberIsMalformed(String member) {
        registration.remove(member);
        assertion.remove(member);

        assertRegistrationMalformed("/" + (member.equals("response") ? "response/clientDataJSON" : member));
        assertAssertionMalformed("/" + (member.equals("response") ? "response/clientDataJSON" : member));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientDataJSON", "attestationObject"})
    void registrationThatLacksAMemberOfTheResponseIsMalformed(String member) {
        registration.withObject("/response").remove(member);

        assertRegistrationMalformed("/response/" + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientDataJSON", "authenticatorData", "signature"})
    void assertionThatLacksAMemberOfTheResponseIsMalformed(String member) {
        assertion.withObject("/response").remove(member);

        assertAssertionMalformed("/response/" + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientDataJSON", "authenticatorData", "signature", "userHandle"})
    void memberOfAnotherTypeIsMalformed(String member) {
        assertion.withObject("/response").set(member, IntNode.valueOf(1));

        assertAssertionMalformed("/response/" + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA====", "AA+/", "A A", "é", "A", "AAAA\n"})
    void textThatIsNotUnpaddedBase64UrlIsMalformed(String text) {
        assertion.withObject("/response").put("signature", text);

        assertAssertionMalformed("/response/signature");
    }

    @Test
    void idOtherThanRawIdIsMalformed() {
        assertion.put("rawId", "AAAA");
        registration.put("rawId", "AAAA");

        assertAssertionMalformed("/rawId");
        assertRegistrationMalformed("/rawId");
    }

    @Test
    void typeOtherThanPublicKeyIsMalformed() {
        assertion.put("type", "password");
        registration.set("type", IntNode.valueOf(1));

        assertAssertionMalformed("/type");
        assertRegistrationMalformed("/type");
    }

    @Test
    void answerThatIsNoObjectIsMalformed() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();

        assertThatThrownBy(() -> AssertionAnswer.of(array)).isExactlyInstanceOf(MalformedAnswerException.class);
        assertThatThrownBy(() -> RegistrationAnswer.of(TextNode.valueOf("{}")))
                .isExactlyInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void responseThatIsNoObjectIsMalformed() {
        assertion.put("response", "text");

        assertAssertionMalformed("/response/clientDataJSON");
    }

    @Test
    void membersThatSomeClientsLeaveOutAreNotMissed() {
        registration.remove("authenticatorAttachment");
        registration.remove("clientExtensionResults");
        registration.withObject("/response").retain("clientDataJSON", "attestationObject");

        RegistrationAnswer answer = RegistrationAnswer.of(registration);

        assertThat(answer.transports()).isEmpty();
        assertThat(answer.discoverable()).isEmpty();
    }

    @Test
    void userHandleThatIsNullIsAbsent() {
        assertion.withObject("/response").set("userHandle", NullNode.getInstance());

        assertThat(AssertionAnswer.of(assertion).userHandle()).isEmpty();
    }

    @Test
    void unknownMembersAreIgnored() {
        assertion.put("unknown", 1).withObject("/response").put("unknown", true);

        assertThat(AssertionAnswer.of(assertion).credentialId().size()).isEqualTo(32);
    }

    @Test
    void transportsAreBoundedInNumberAndLength() {
        ArrayNode transports = registration.withObject("/response").putArray("transports");
        transports.add("usb").add(7).add("x".repeat(33));
        for (int i = 0; i < 20; i++) {
            transports.add("transport-" + i);
        }

        assertThat(RegistrationAnswer.of(registration).transports())
                .hasSize(8)
                .startsWith("usb", "transport-0")
                .allMatch(transport -> transport.length() <= 32);
    }

    @Test
    void clientDataThatIsNoJsonIsAMatterOfTheCeremony() {
        ObjectNode bent =
                authenticator.get(requestOptions(), ORIGIN, Bend.none().clientDataJson(Bytes.utf8("x")));

        assertThatThrownBy(() -> AssertionAnswer.of(bent)).isExactlyInstanceOf(WebAuthnException.class);
    }

    private void assertRegistrationMalformed(String pointer) {
        assertThatThrownBy(() -> RegistrationAnswer.of(registration))
                .isExactlyInstanceOf(MalformedAnswerException.class)
                .extracting(e -> ((MalformedAnswerException) e).pointer())
                .isEqualTo(pointer);
    }

    private void assertAssertionMalformed(String pointer) {
        assertThatThrownBy(() -> AssertionAnswer.of(assertion))
                .isExactlyInstanceOf(MalformedAnswerException.class)
                .extracting(e -> ((MalformedAnswerException) e).pointer())
                .isEqualTo(pointer);
    }
}
