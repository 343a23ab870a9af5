package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** §3: authn_response, whose missing or malformed members are 400 invalid_request, by name. */
class AuthnResponseTest {
    private static Deployment deployment;
    private static ContractClient web;
    private static SoftwareAuthenticator member;

    private String before = "";

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
        member = new SoftwareAuthenticator();
        deployment.web().signup(member, profile("member@example.com")).expect(200);
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @BeforeEach
    void count() {
        before = deployment.contents();
    }

    @AfterEach
    void nothingWasLeftBehindAndTheNextTryWorks() {
        assertThat(deployment.contents()).isEqualTo(before);
        web.login(member).expect(200);
    }

    static Stream<Arguments> wrongValues() {
        ObjectNode object = Bodies.of("a", "b");
        return Stream.of("id", "rawId", "response/clientDataJSON", "response/authenticatorData", "response/signature")
                .flatMap(pointer -> Stream.of(
                                NullNode.instance,
                                IntNode.valueOf(1),
                                BooleanNode.TRUE,
                                object,
                                TextNode.valueOf("not base64url!"),
                                TextNode.valueOf("AAA="),
                                TextNode.valueOf("AA/+"),
                                TextNode.valueOf("A"),
                                TextNode.valueOf("AAAA\nAAAA"))
                        .map(value -> Arguments.of(pointer, value)));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    @DisplayName("All binary members are unpadded base64url; what is not is named")
    void malformedMemberIsRefusedByName(String member, JsonNode value) {
        Shapes.invalidRequest(login(answer -> parent(answer, member).set(last(member), value)), named(member));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "rawId",
                "type",
                "response",
                "response/clientDataJSON",
                "response/authenticatorData",
                "response/signature"
            })
    @DisplayName("§3: id, rawId, type:\"public-key\", response with clientDataJSON … authenticatorData+signature")
    void missingMemberIsRefusedByName(String member) {
        Shapes.invalidRequest(login(answer -> parent(answer, member).remove(last(member))), named(member));
    }

    @Test
    void signupWithoutAttestationObjectIsRefusedByName() {
        for (String member : List.of("response/attestationObject", "response/clientDataJSON", "id", "rawId")) {
            Bend bend = Bend.none().json(answer -> {
                parent(answer, member).put(last(member), "====");
                return answer;
            });

            Shapes.invalidRequest(
                    web.signup(new SoftwareAuthenticator(), profile("new@example.com"), bend), named(member));
        }
    }

    @Test
    void idAndRawIdAreTheSame() {
        Shapes.invalidRequest(login(answer -> answer.put("rawId", "AAAAAAAAAAAAAAAAAAAAAA")), "authn_response.rawId");
    }

    @Test
    @DisplayName("§3: type:\"public-key\"")
    void otherTypeIsRefusedByName() {
        Shapes.invalidRequest(login(answer -> answer.put("type", "password")), "authn_response.type");
        Shapes.invalidRequest(login(answer -> answer.put("type", 1)), "authn_response.type");
    }

    @Test
    void optionalMemberOfAnotherTypeIsRefusedByName() {
        Shapes.invalidRequest(
                login(answer -> parent(answer, "response/userHandle").put("userHandle", 1)),
                "authn_response.response.userHandle");
    }

    @Test
    @DisplayName("authn_response is required, an object or the text of one")
    void responseThatIsNoObjectIsRefusedByName() {
        Answer challenge = web.passkeyChallenge();
        ObjectNode body = Bodies.of("client_id", "web", "grant_type", ContractClient.WEBAUTHN_GRANT)
                .put("auth_session", challenge.text("auth_session"));

        Shapes.invalidRequest(web.send("POST", "/oauth/token", body), "authn_response");
        for (JsonNode value : List.of(IntNode.valueOf(1), NullNode.instance, TextNode.valueOf("{"), BooleanNode.TRUE)) {
            body.set("authn_response", value);
            Shapes.invalidRequest(web.send("POST", "/oauth/token", body), "authn_response");
        }
        body.putArray("authn_response");
        Shapes.invalidRequest(web.send("POST", "/oauth/token", body), "authn_response");
        Shapes.invalidRequest(web.sendForm("/oauth/token", body.put("authn_response", "[]")), "authn_response");
    }

    private Answer login(Consumer<ObjectNode> change) {
        return web.login(member, Bend.none().json(answer -> {
            change.accept(answer);
            return answer;
        }));
    }

    private static ObjectNode parent(ObjectNode answer, String member) {
        return member.contains("/") ? (ObjectNode) answer.path("response") : answer;
    }

    private static String last(String member) {
        return member.substring(member.indexOf('/') + 1);
    }

    private static String named(String member) {
        return "authn_response." + member.replace('/', '.');
    }
}
