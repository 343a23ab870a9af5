package dev.latchkey.webauthn;

import static dev.latchkey.webauthn.TestRelyingParty.ORIGIN;
import static dev.latchkey.webauthn.TestRelyingParty.creationOptions;
import static dev.latchkey.webauthn.TestRelyingParty.passkey;
import static dev.latchkey.webauthn.TestRelyingParty.register;
import static dev.latchkey.webauthn.TestRelyingParty.requestOptions;
import static dev.latchkey.webauthn.TestRelyingParty.userVerificationRequired;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.CborMap;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.Stage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attestation objects and authenticator data that are cut short, lie about themselves or want to exhaust a parser. */
class MalformedCborTest {
    private static final AuthenticatorModel MODEL =
            AuthenticatorModel.securityKey().withAlgorithms(CoseAlgorithm.EDDSA);
    private static final String AUTH_DATA = "686175746844617461";
    private static final String TOO_DEEP = "nested deeper than";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator(MODEL);

    @ParameterizedTest
    @ValueSource(ints = {13, 100, 500, 20_000})
    void deeplyNestedAttestationObjectIsRefusedBeforeItIsParsed(int depth) {
        assertRegistrationRefused(Bend.none().nested(depth), TOO_DEEP);
        assertRegistrationRefused(Bend.none().statementMember("x5c", Cbor.nestedArrays(depth)), TOO_DEEP);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 100, 500, 20_000})
    void deeplyNestedCoseKeyIsRefusedBeforeItIsParsed(int depth) {
        assertRegistrationRefused(Bend.none().coseMember(-70_000, Cbor.nestedArrays(depth)), TOO_DEEP);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 100, 500, 20_000})
    void deeplyNestedExtensionsAreRefusedBeforeTheyAreParsed(int depth) {
        CborMap extensions = CborMap.empty().with("nested", Cbor.nestedArrays(depth));

        assertRegistrationRefused(Bend.none().extensions(extensions), TOO_DEEP);
        assertAssertionRefused(Bend.none().extensions(extensions), TOO_DEEP);
    }

    static Stream<Named<Bytes>> lies() {
        return Stream.of(
                Named.of("nothing", Bytes.copyOf()),
                Named.of("a number", Bytes.fromHex("01")),
                Named.of("an empty map", Bytes.fromHex("a0")),
                Named.of("an array of names", Bytes.fromHex("82" + AUTH_DATA + "40")),
                Named.of("a break alone", Bytes.fromHex("ff")),
                Named.of("an indefinite map", Bytes.fromHex("bfff")),
                Named.of("a reserved length", Bytes.fromHex("bc")),
                Named.of("a map of 2^32-1 pairs", Bytes.fromHex("baffffffff")),
                Named.of("a map of 2^64-1 pairs", Bytes.fromHex("bbffffffffffffffff")),
                Named.of("a map of 2^63-1 pairs", Bytes.fromHex("bb7fffffffffffffff")),
                Named.of("an array of 2^31 items", Bytes.fromHex("9a80000000")),
                Named.of("a byte string of 2^31-1 bytes", Bytes.fromHex("5a7fffffff00")),
                Named.of("a byte string of 2^64-1 bytes", Bytes.fromHex("5bffffffffffffffff")),
                Named.of("an indefinite byte string", Bytes.fromHex("5f4100ff")),
                Named.of("a tagged map", Bytes.fromHex("d9d9f7a0")),
                Named.of("authData twice", Bytes.fromHex("a2" + AUTH_DATA + "40" + AUTH_DATA + "40")),
                Named.of("authData a text", Bytes.fromHex("a1" + AUTH_DATA + "60")),
                Named.of("authData empty", Bytes.fromHex("a1" + AUTH_DATA + "40")));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void lyingAttestationObjectIsRefused(Bytes lie) {
        assertRegistrationRefused(Bend.none().attestationObject(lie), "");
    }

    @ParameterizedTest
    @MethodSource("lies")
    void lyingCoseKeyIsRefused(Bytes lie) {
        Bend bend = Bend.none().attestedCredentialData(data -> data.withCredentialPublicKey(Cbor.raw(lie)));

        assertRegistrationRefused(bend, "");
    }

    @Test
    void indefiniteLengthIsRefused() {
        assertRegistrationRefused(Bend.none().indefiniteLength(), "indefinite");
        assertRegistrationRefused(
                Bend.none().at(Stage.CREDENTIAL_PUBLIC_KEY, CborMap::withIndefiniteLength), "indefinite");
        assertRegistrationRefused(Bend.none().extensions(CborMap.empty().withIndefiniteLength()), "indefinite");
    }

    @Test
    void memberThatStandsTwiceIsRefused() {
        Bytes twice = Bytes.fromHex("a2" + "6178" + "01" + "6178" + "02");

        assertRegistrationRefused(Bend.none().extensions(Cbor.raw(twice)), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fmt", "attStmt", "authData"})
    void attestationObjectThatLacksAMemberIsRefused(String member) {
        assertRegistrationRefused(Bend.none().withoutAttestationMember(member), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fmt", "attStmt", "authData"})
    void attestationObjectWithAMemberOfAnotherTypeIsRefused(String member) {
        assertRegistrationRefused(Bend.none().attestationMember(member, Cbor.of(1)), "");
    }

    @Test
    void bytesBehindAreRefused() {
        Bytes more = Bytes.utf8("more");
        assertRegistrationRefused(Bend.none().trailing(more), "bytes follow the authenticator data");
        assertAssertionRefused(Bend.none().trailing(more), "bytes follow the authenticator data");
        assertRegistrationRefused(
                Bend.none().at(Stage.ATTESTATION_OBJECT_BYTES, bytes -> bytes.plus(more)),
                "bytes follow the attestation object");
    }

    @Test
    void announcedExtensionsThatAreMissingAreRefused() {
        assertRegistrationRefused(Bend.none().flag(Flag.ED, true), "ends too early");
        assertAssertionRefused(Bend.none().flag(Flag.ED, true), "ends too early");
    }

    @Test
    void extensionsThatWereNotAnnouncedAreRefused() {
        Bend bend = Bend.none()
                .extensions(CborMap.empty().with("credProtect", Cbor.of(2)))
                .flag(Flag.ED, false);

        assertRegistrationRefused(bend, "bytes follow");
        assertAssertionRefused(bend, "bytes follow");
    }

    @Test
    void truncationAtEveryLengthIsRefused() {
        cutAtEveryLength(Stage.AUTHENTICATOR_DATA_BYTES).forEach(bend -> assertRegistrationRefused(bend, ""));
        cutAtEveryLength(Stage.ATTESTATION_OBJECT_BYTES).forEach(bend -> assertRegistrationRefused(bend, ""));
        cutAtEveryLength(Stage.CLIENT_DATA_JSON).forEach(bend -> assertRegistrationRefused(bend, ""));
    }

    @Test
    void everyFlippedBitOfASelfAttestedRegistrationIsRefused() {
        ObjectNode honest = answer(Bend.none());
        Bytes bytes =
                Bytes.fromBase64Url(honest.at("/response/attestationObject").textValue());
        for (int bit = 0; bit < bytes.length() * 8; bit++) {
            ObjectNode flipped = honest.deepCopy();
            flipped.withObject("/response")
                    .put("attestationObject", bytes.flipBit(bit).base64Url());
            assertRegistrationRefused(flipped, "");
        }
    }

    private Stream<Bend> cutAtEveryLength(Stage<Bytes> stage) {
        int[] length = new int[1];
        answer(Bend.none().at(stage, honest -> measured(honest, length)));
        return IntStream.range(0, length[0]).mapToObj(cut -> Bend.none().at(stage, honest -> honest.slice(0, cut)));
    }

    private static Bytes measured(Bytes honest, int[] length) {
        length[0] = honest.length();
        return honest;
    }

    private ObjectNode answer(Bend bend) {
        return authenticator.create(creationOptions(), ORIGIN, bend);
    }

    private void assertRegistrationRefused(Bend bend, String reason) {
        assertRegistrationRefused(answer(bend), reason);
    }

    private static void assertRegistrationRefused(ObjectNode answer, String reason) {
        assertThatThrownBy(() -> register(answer, userVerificationRequired()))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining(reason);
    }

    private void assertAssertionRefused(Bend bend, String reason) {
        Passkey passkey = passkey(register(answer(Bend.none()), userVerificationRequired()));
        ObjectNode answer = authenticator.get(requestOptions(), ORIGIN, bend);
        assertThatThrownBy(
                        () -> AssertionVerifier.verify(AssertionAnswer.of(answer), passkey, userVerificationRequired()))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining(reason);
    }
}
