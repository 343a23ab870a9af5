package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.config.Realm.Presence;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.text.ParseException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** §1: user_profile is a required object of known members, and user_metadata at most 10 string members. */
class UserProfileTest {
    private static final String NOBODY = "0 accounts, 0 handles, 0 passkeys, 0 spent, 0 refresh tokens";
    private static Deployment deployment;
    private static ContractClient web;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start(config -> config.realm("default", realm -> realm.email(Presence.REQUIRED)
                .phoneNumber(Presence.OPTIONAL)
                .username(Presence.OPTIONAL)));
        web = deployment.web();
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @AfterEach
    void nothingWasLeftBehind() {
        assertThat(deployment.contents()).isEqualTo(NOBODY);
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("email", "x".repeat(64) + "@" + "e".repeat(255)),
                Arguments.of("phone_number", "+14155550123"),
                Arguments.of("phone_number", "+123456789012345"),
                Arguments.of("username", "u".repeat(128)),
                Arguments.of("name", "n".repeat(300)),
                Arguments.of("name", "\u5c71\u7530 \ud83d\ude80"),
                Arguments.of("nickname", "n".repeat(300)),
                Arguments.of("given_name", "g".repeat(150)),
                Arguments.of("family_name", "f".repeat(150)),
                Arguments.of("picture", "https://img.example.com/a.png?size=1#top"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    @DisplayName("§1: phone_number (E.164), username, name, nickname (1–300), given_name, family_name (1–150), picture "
            + "(URL)")
    void memberWithinItsRuleIsAccepted(String member, String value) {
        web.passkeyRegister(profile("a@example.com").put(member, value)).expect(200);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("email", "nobody"),
                Arguments.of("email", "@example.com"),
                Arguments.of("email", "a@"),
                Arguments.of("email", "a b@example.com"),
                Arguments.of("email", "a@b@example.com"),
                Arguments.of("email", "x".repeat(65) + "@example.com"),
                Arguments.of("email", "a@" + "e".repeat(319)),
                Arguments.of("email", "a\u0000@example.com"),
                Arguments.of("email", "a@example.com\r\nBcc: b@example.com"),
                Arguments.of("phone_number", "0415555"),
                Arguments.of("phone_number", "+0415555"),
                Arguments.of("phone_number", "14155550123"),
                Arguments.of("phone_number", "+1 415 5550123"),
                Arguments.of("phone_number", "+1234567890123456"),
                Arguments.of("phone_number", "+\u0661\u0662\u0663"),
                Arguments.of("username", "u".repeat(129)),
                Arguments.of("username", "has blank"),
                Arguments.of("username", "looks@like.mail"),
                Arguments.of("name", ""),
                Arguments.of("name", "   "),
                Arguments.of("name", "n".repeat(301)),
                Arguments.of("name", "two\nlines"),
                Arguments.of("nickname", ""),
                Arguments.of("nickname", "n".repeat(301)),
                Arguments.of("given_name", ""),
                Arguments.of("given_name", "g".repeat(151)),
                Arguments.of("family_name", ""),
                Arguments.of("family_name", "f".repeat(151)),
                Arguments.of("picture", ""),
                Arguments.of("picture", "a.png"),
                Arguments.of("picture", "javascript:alert(1)"),
                Arguments.of("picture", "data:image/png;base64,AAAA"),
                Arguments.of("picture", "https://"),
                Arguments.of("picture", "https://img.example.com/" + "p".repeat(2048)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void memberBeyondItsRuleIsRefused(String member, String value) {
        Answer answer = web.passkeyRegister(profile("a@example.com").put(member, value));

        Shapes.oauthError(answer, 400, "invalid_request");
        web.passkeyRegister(profile("a@example.com")).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"email", "phone_number", "username", "name", "nickname", "given_name", "family_name", "picture"})
    void memberOfAnotherTypeIsRefusedByName(String member) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode().add("a");
        for (JsonNode value :
                new JsonNode[] {IntNode.valueOf(1), BooleanNode.TRUE, NullNode.instance, array, Bodies.of("a", "b")}) {
            ObjectNode profile = profile("a@example.com");
            profile.set(member, value);

            Shapes.invalidRequest(web.passkeyRegister(profile), "user_profile." + member);
        }
    }

    @Test
    @DisplayName("§1: An unknown member is a 400 — §3: unknown profile member")
    void unknownMemberIsRefusedByName() {
        Shapes.invalidRequest(
                web.passkeyRegister(profile("a@example.com").put("email_verified", "true")),
                "user_profile.email_verified");
        Shapes.invalidRequest(
                web.passkeyRegister(profile("a@example.com").put("Email", "b@example.com")), "user_profile.Email");
    }

    @Test
    @DisplayName("§1: required object")
    void profileThatIsNoObjectIsRefused() {
        Shapes.invalidRequest(register(Bodies.of("client_id", "web")), "user_profile");
        Shapes.invalidRequest(register(Bodies.of("client_id", "web", "user_profile", "ann")), "user_profile");
        Shapes.invalidRequest(register(Bodies.of("client_id", "web").put("user_profile", 1)), "user_profile");
        ObjectNode list = Bodies.of("client_id", "web");
        list.putArray("user_profile").add("email");
        Shapes.invalidRequest(register(list), "user_profile");
        Shapes.invalidRequest(register(Bodies.of("client_id", "web").putNull("user_profile")), "user_profile");
        Shapes.invalidRequest(web.passkeyRegister(Bodies.of()), "email");
    }

    static Stream<JsonNode> badMetadata() {
        ObjectNode eleven = Bodies.of();
        for (int i = 0; i < 11; i++) {
            eleven.put("key" + i, "value");
        }
        ObjectNode nested = Bodies.of();
        nested.putObject("a").put("b", "c");
        return Stream.of(
                eleven,
                nested,
                Bodies.of().put("number", 1),
                Bodies.of().put("flag", true),
                Bodies.of().putNull("nothing"),
                JsonNodeFactory.instance.arrayNode().add("a"),
                IntNode.valueOf(3),
                Bodies.of("long", "x".repeat(501)),
                Bodies.of("k".repeat(101), "long name"),
                escapes());
    }

    /** Ten members within their lengths whose JSON is longer than storage keeps. */
    private static ObjectNode escapes() {
        ObjectNode escapes = Bodies.of();
        for (int i = 0; i < 10; i++) {
            escapes.put("key" + i, "\"".repeat(500));
        }
        return escapes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"client_id\":\"web\",\"user_profile\":{\"email\":\"a\\ud800@example.com\"}}",
                "{\"client_id\":\"web\",\"user_profile\":{\"email\":\"a@example.com\",\"name\":\"half a rocket \\ud83d\"}}",
                "{\"client_id\":\"web\",\"user_profile\":{\"email\":\"a@example.com\"},\"user_metadata\":{\"\\udc00\":\"\"}}"
            })
    void halfASurrogatePairIsRefused(String body) {
        Map<String, String> json = Map.of("Content-Type", "application/json");

        Shapes.oauthError(web.send("POST", "/passkey/register", json, Bytes.utf8(body)), 400, "invalid_request");
        web.send("POST", "/passkey/register", json, Bytes.utf8(body.replaceAll("\\\\u....", "x")))
                .expect(200);
    }

    @ParameterizedTest
    @MethodSource("badMetadata")
    @DisplayName("§1: at most 10 string members")
    void metadataBeyondItsLimitsIsRefused(JsonNode metadata) {
        ObjectNode body = Bodies.of("client_id", "web");
        body.set("user_profile", profile("a@example.com"));
        body.set("user_metadata", metadata);

        Shapes.oauthError(register(body), 400, "invalid_request");
    }

    @Test
    @DisplayName("§1: user_metadata | optional, top level, at most 10 string members")
    void longestProfileWithTenMetadataMembersSignsUpAndIsKept() throws Exception {
        try (Deployment own = Deployment.start(config -> config.realm("default", realm -> realm.email(Presence.REQUIRED)
                .phoneNumber(Presence.REQUIRED)
                .username(Presence.REQUIRED)))) {
            signUpTheLongest(own.web());
            assertThat(own.database().query(Integer.class, "select length(user_metadata) from latchkey_account"))
                    .isGreaterThan(5000);
        }
    }

    private static void signUpTheLongest(ContractClient client) throws ParseException {
        Map<String, String> members = Map.of(
                "email", "x".repeat(64) + "@" + "e".repeat(255),
                "phone_number", "+123456789012345",
                "username", "\u5c71".repeat(128),
                "name", "\u5c71".repeat(300),
                "nickname", "\u5c71".repeat(300),
                "given_name", "\u5c71".repeat(150),
                "family_name", "\u5c71".repeat(150),
                "picture", "https://img.example.com/" + "p".repeat(2024));
        ObjectNode profile = Bodies.of();
        members.forEach(profile::put);
        ObjectNode body = Bodies.of("client_id", "web");
        ObjectNode metadata = body.putObject("user_metadata");
        for (int i = 0; i < 10; i++) {
            metadata.put(i + "k".repeat(99), "v".repeat(500));
        }
        body.set("user_profile", profile);
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        Answer challenge = client.send("POST", "/passkey/register", body).expect(200);
        Answer tokens = client.withScope("openid profile email phone")
                .token(challenge.text("auth_session"), client.create(authenticator, challenge, Bend.none()))
                .expect(200);

        var claims = SignedJWT.parse(tokens.text("id_token")).getJWTClaimsSet();
        members.forEach(
                (name, value) -> assertThat(claims.getClaim(name.equals("username") ? "preferred_username" : name))
                        .isEqualTo(value));
    }

    private Answer register(ObjectNode body) {
        return web.send("POST", "/passkey/register", body);
    }
}
