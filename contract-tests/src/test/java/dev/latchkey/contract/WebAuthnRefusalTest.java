package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.CoseKey;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** §3: "A WebAuthn failure tells the client one fixed sentence", whatever was wrong (W3C WebAuthn Level 3 §7.1 and §7.2). */
class WebAuthnRefusalTest {
    private static final Bytes JUNK = Bytes.copyOf(new byte[] {1, 2, 3});
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

    /** What both ceremonies refuse. */
    private static Map<String, Bend> common() {
        Bend honest = Bend.none();
        Map<String, Bend> bends = new LinkedHashMap<>();
        bends.put("another challenge", honest.challenge("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        bends.put("an empty challenge", honest.challenge(""));
        bends.put("a challenge that is a number", honest.clientDataMember("challenge", IntNode.valueOf(1)));
        bends.put("no challenge", honest.withoutClientDataMember("challenge"));
        bends.put("another type", honest.type("payment.get"));
        bends.put("no type", honest.withoutClientDataMember("type"));
        bends.put("an origin of nobody", honest.origin("https://evil.example"));
        bends.put("an origin of another client", honest.origin(Deployment.OTHER_ORIGIN));
        bends.put("an origin with a slash", honest.origin(Deployment.ORIGIN + "/"));
        bends.put("an origin in capitals", honest.origin("HTTP://LOCALHOST:3000"));
        bends.put("an origin of another scheme", honest.origin("https://localhost:3000"));
        bends.put("an origin of another port", honest.origin("http://localhost:30000"));
        bends.put("an origin below", honest.origin("http://a.localhost:3000"));
        bends.put("the origin null", honest.origin("null"));
        bends.put("no origin", honest.withoutClientDataMember("origin"));
        bends.put("crossOrigin true", honest.crossOrigin(true));
        bends.put("crossOrigin that is no boolean", honest.clientDataMember("crossOrigin", TextNode.valueOf("false")));
        bends.put("a topOrigin", honest.topOrigin(Deployment.ORIGIN));
        bends.put("crossOrigin and topOrigin", honest.crossOrigin(true).topOrigin("https://evil.example"));
        bends.put("token binding", honest.tokenBinding("present"));
        bends.put("client data that is no JSON", honest.clientDataJson(JUNK));
        bends.put("client data that is a list", honest.clientDataJson(Bytes.utf8("[]")));
        bends.put("client data that is empty", honest.clientDataJson(Bytes.copyOf()));
        bends.put("client data nested deeply", honest.clientDataJson(Bytes.utf8("[".repeat(5000))));
        bends.put("the hash of another rpId", honest.rpId("evil.example"));
        bends.put("no user present", honest.flag(Flag.UP, false));
        bends.put("no user verified", honest.flag(Flag.UV, false));
        bends.put("backed up without being eligible", honest.flag(Flag.BE, false));
        bends.put("authenticator data cut to 36 bytes", honest.truncatedTo(36));
        bends.put("no authenticator data", honest.truncatedTo(0));
        bends.put("bytes after the authenticator data", honest.trailing(JUNK));
        bends.put("announced extensions that are missing", honest.flag(Flag.ED, true));
        bends.put("extensions that are no map", honest.extensions(Cbor.of(1)));
        bends.put("extensions of another map twice", honest.extensions(Cbor.raw(Bytes.fromHex("a0a0"))));
        return bends;
    }

    static Stream<Arguments> creations() {
        Bend honest = Bend.none();
        Map<String, Bend> bends = common();
        bends.put("the other ceremony's type", honest.type("webauthn.get"));
        bends.put("no attested credential data", honest.flag(Flag.AT, false));
        bends.put("announced credential data that is missing", honest.withoutAttestedCredentialData());
        bends.put("another credential id than it attests", honest.credentialId(Bytes.copyOf(new byte[32])));
        bends.put("a lie about the length of the id", honest.credentialIdLength(1000));
        bends.put("an id of no bytes", honest.credentialIdLength(0));
        bends.put("an algorithm that was not offered", honest.coseAlgorithm(-47));
        bends.put("an algorithm of another key", honest.coseAlgorithm(-257));
        bends.put("another key type", honest.coseKeyType(4));
        bends.put("no key type", honest.withoutCoseMember(CoseKey.KTY));
        bends.put("no algorithm", honest.withoutCoseMember(CoseKey.ALG));
        bends.put("no curve", honest.withoutCoseMember(CoseKey.CRV));
        bends.put("no point", honest.withoutCoseMember(CoseKey.X));
        bends.put("a point that is a number", honest.coseMember(CoseKey.X, Cbor.of(1)));
        bends.put("a point cut short", honest.coseMember(CoseKey.X, Cbor.of(JUNK)));
        bends.put("an unknown format", honest.format("unknown"));
        bends.put("the format that was shut down", honest.format("android-safetynet"));
        bends.put("a packed statement without signature", honest.format("packed"));
        bends.put("a tpm statement that is empty", honest.format("tpm"));
        bends.put("an apple statement that is empty", honest.format("apple"));
        bends.put("a fido-u2f statement that is empty", honest.format("fido-u2f"));
        bends.put("format none with a statement", honest.statementMember("sig", Cbor.of(JUNK)));
        bends.put("a format that is a number", honest.attestationMember("fmt", Cbor.of(1)));
        bends.put("no format", honest.withoutAttestationMember("fmt"));
        bends.put("no statement", honest.withoutAttestationMember("attStmt"));
        bends.put("a statement that is a number", honest.attestationMember("attStmt", Cbor.of(1)));
        bends.put("no authData", honest.withoutAttestationMember("authData"));
        bends.put("authData that is a text", honest.attestationMember("authData", Cbor.of("text")));
        bends.put("authData that is empty", honest.attestationMember("authData", Cbor.of(Bytes.copyOf())));
        bends.put("an attestation nested 13 deep", honest.nested(13));
        bends.put("an attestation nested 5000 deep", honest.nested(5000));
        bends.put("an attestation of indefinite length", honest.indefiniteLength());
        bends.put("an attestation that is no CBOR", honest.attestationObject(Bytes.fromHex("ff")));
        bends.put("an attestation of no bytes", honest.attestationObject(Bytes.copyOf()));
        bends.put("an attestation that is a number", honest.attestationObject(Bytes.fromHex("01")));
        bends.put("an attestation that claims 2 GiB", honest.attestationObject(Bytes.fromHex("5a7fffffff")));
        bends.put(
                "an attestation that claims 2^64 items", honest.attestationObject(Bytes.fromHex("9bffffffffffffffff")));
        bends.put("a credential that is not discoverable", honest.json(WebAuthnRefusalTest::notDiscoverable));
        return arguments(bends);
    }

    @ParameterizedTest(name = "signup with {0}")
    @MethodSource("creations")
    @DisplayName("§3: WebAuthn verification failed … A WebAuthn failure tells the client one fixed sentence")
    void bentSignupIsRefusedWithTheOneSentence(String what, Bend bend) {
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        Answer challenge =
                web.passkeyRegister(profile(UUID.randomUUID() + "@example.com")).expect(200);

        assertRefused(web.token(challenge.text("auth_session"), web.create(device, challenge, bend)));
    }

    @ParameterizedTest(name = "enrollment with {0}")
    @MethodSource("creations")
    @DisplayName("§3: A WebAuthn failure tells the client one fixed sentence")
    void bentEnrollmentIsRefusedWithTheOneSentence(String what, Bend bend) {
        ContractClient caller = web.withBearer(token());
        before = deployment.contents();

        Answer refused = caller.myAccount().enroll(new SoftwareAuthenticator(), bend);

        Shapes.problem(refused, 400);
        assertThat(refused.text("detail")).isEqualTo(Shapes.NOT_VERIFIED);
        assertThat(deployment.contents()).isEqualTo(before);
    }

    static Stream<Arguments> selfAttestations() {
        Bend honest = Bend.none();
        return arguments(Map.of(
                "a turned signature", honest.flippedSignature(),
                "an empty signature", honest.emptySignature(),
                "another key's signature",
                        honest.signedBy(CoseAlgorithm.ES256.generateKeyPair().getPrivate()),
                "a signature over other data", honest.signedOver(JUNK),
                "another algorithm", honest.statementMember("alg", Cbor.of(-257)),
                "no algorithm", honest.withoutStatementMember("alg"),
                "no signature", honest.withoutStatementMember("sig"),
                "an empty chain", honest.statementMember("x5c", Cbor.of(List.of())),
                "a chain that is none", honest.statementMember("x5c", Cbor.of(List.of(Cbor.of(JUNK)))),
                "changed after signing", honest.signedBeforeBending().counter(7)));
    }

    @ParameterizedTest(name = "self attestation with {0}")
    @MethodSource("selfAttestations")
    void bentSelfAttestationIsRefusedWithTheOneSentence(String what, Bend bend) {
        SoftwareAuthenticator key =
                new SoftwareAuthenticator(AuthenticatorModel.securityKey().withAlgorithms(CoseAlgorithm.ES256));
        Answer challenge =
                web.passkeyRegister(profile(UUID.randomUUID() + "@example.com")).expect(200);

        assertRefused(web.token(challenge.text("auth_session"), web.create(key, challenge, bend)));
    }

    @ParameterizedTest(name = "signup with {0} on P-256")
    @MethodSource("offCurve")
    void pointThatIsNotOnTheCurveIsRefused(String what, Bend bend) {
        SoftwareAuthenticator device =
                new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys().withAlgorithms(CoseAlgorithm.ES256));

        assertRefused(web.signup(device, profile(UUID.randomUUID() + "@example.com"), bend));
    }

    static Stream<Arguments> offCurve() {
        Bend honest = Bend.none();
        return arguments(Map.of(
                "a point off the curve", honest.pointOffCurve(),
                "the point at zero",
                        honest.coseMember(CoseKey.X, Cbor.of(Bytes.copyOf(new byte[32])))
                                .coseMember(CoseKey.Y, Cbor.of(Bytes.copyOf(new byte[32]))),
                "another curve", honest.coseMember(CoseKey.CRV, Cbor.of(2)),
                "no y", honest.withoutCoseMember(CoseKey.Y)));
    }

    static Stream<Arguments> assertions() {
        Bend honest = Bend.none();
        Map<String, Bend> bends = common();
        bends.put("the other ceremony's type", honest.type("webauthn.create"));
        bends.put("attested credential data announced", honest.flag(Flag.AT, true));
        bends.put("another eligibility for backup", honest.flag(Flag.BE, false).flag(Flag.BS, false));
        bends.put("a turned signature", honest.flippedSignature());
        bends.put("an empty signature", honest.emptySignature());
        bends.put("a signature that is none", honest.signature(JUNK));
        bends.put("an all-zero signature", honest.signature(Bytes.copyOf(new byte[64])));
        bends.put("a signature over other data", honest.signedOver(JUNK));
        for (CoseAlgorithm algorithm : CoseAlgorithm.values()) {
            bends.put(
                    "another " + algorithm + " key",
                    honest.signedBy(algorithm.generateKeyPair().getPrivate()));
        }
        bends.put("changed after signing", honest.signedBeforeBending().counter(7));
        bends.put("an unknown credential", honest.id(Bytes.copyOf(new byte[32])));
        bends.put("an empty credential id", honest.id(Bytes.copyOf()));
        bends.put("a credential id of 1024 bytes", honest.id(Bytes.copyOf(new byte[1024])));
        bends.put("a foreign user handle", honest.userHandle(Bytes.copyOf(new byte[64])));
        bends.put("an empty user handle", honest.userHandle(Bytes.copyOf()));
        return arguments(bends);
    }

    @ParameterizedTest(name = "login with {0}")
    @MethodSource("assertions")
    @DisplayName("§3: WebAuthn verification failed … A WebAuthn failure tells the client one fixed sentence")
    void bentLoginIsRefusedWithTheOneSentence(String what, Bend bend) {
        assertRefused(web.login(member, bend));
        web.login(member).expect(200);
    }

    private void assertRefused(Answer answer) {
        Shapes.notVerified(answer);
        assertThat(Shapes.names(answer.body())).containsExactly("error", "error_description");
        assertThat(deployment.contents()).isEqualTo(before);
    }

    private String token() {
        return Scenario.myAccountLogin(web, member);
    }

    private static ObjectNode notDiscoverable(ObjectNode answer) {
        answer.putObject("clientExtensionResults").putObject("credProps").set("rk", BooleanNode.FALSE);
        return answer;
    }

    private static Stream<Arguments> arguments(Map<String, Bend> bends) {
        return bends.entrySet().stream().map(bend -> Arguments.of(bend.getKey(), bend.getValue()));
    }
}
