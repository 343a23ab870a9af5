package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientDataBendTest {

    private static final String HONEST =
            "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                    .formatted(TestOptions.CHALLENGE.base64Url(), TestOptions.ORIGIN);

    static Stream<Arguments> bends() {
        Bend none = Bend.none();
        return Stream.of(
                Arguments.of(none, HONEST),
                Arguments.of(none.type("webauthn.create"), HONEST.replace("webauthn.get", "webauthn.create")),
                Arguments.of(none.challenge("AAAA"), HONEST.replace(TestOptions.CHALLENGE.base64Url(), "AAAA")),
                Arguments.of(none.origin("null"), HONEST.replace(TestOptions.ORIGIN, "null")),
                Arguments.of(none.crossOrigin(true), HONEST.replace("false", "true")),
                Arguments.of(none.topOrigin("https://a.b"), with("\"topOrigin\":\"https://a.b\"")),
                Arguments.of(none.tokenBinding("present"), with("\"tokenBinding\":{\"status\":\"present\"}")),
                Arguments.of(none.clientDataMember("crossOrigin", IntNode.valueOf(7)), HONEST.replace("false", "7")),
                Arguments.of(none.withoutClientDataMember("type"), HONEST.replace("\"type\":\"webauthn.get\",", "")),
                Arguments.of(none.clientDataJson(Bytes.utf8("[")), "["));
    }

    private static String with(String member) {
        return HONEST.replace("}", "," + member + "}");
    }

    @ParameterizedTest
    @MethodSource("bends")
    void bendShowsInTheClientDataAndTheSignatureCoversIt(Bend bend, String expected) {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        JsonNode created = authenticator.create(TestOptions.creation(), TestOptions.ORIGIN);

        AssertionAnswer assertion =
                AssertionAnswer.read(authenticator.get(TestOptions.request(), TestOptions.ORIGIN, bend));

        assertThat(assertion.clientDataJson()).isEqualTo(Bytes.utf8(expected));
        assertThat(assertion.verifies(RegistrationAnswer.read(created).publicKey()))
                .isTrue();
    }
}
