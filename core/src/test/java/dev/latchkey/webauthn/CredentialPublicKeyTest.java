package dev.latchkey.webauthn;

import static dev.latchkey.webauthn.RegistrationVerifierTest.SELF_ATTESTED;
import static dev.latchkey.webauthn.RegistrationVerifierTest.SYNCED;
import static dev.latchkey.webauthn.RegistrationVerifierTest.assertRefused;

import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.CborMap;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.CoseKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that a registration may not bring. */
class CredentialPublicKeyTest {
    static Stream<Named<Bend>> algorithmsNotOffered() {
        return Stream.of(
                Named.of("ES384", Bend.none().coseAlgorithm(-35)),
                Named.of("ES512", Bend.none().coseAlgorithm(-36)),
                Named.of("RS1", Bend.none().coseAlgorithm(-65535)),
                Named.of("ES256K", Bend.none().coseAlgorithm(-47)),
                Named.of("none", Bend.none().coseAlgorithm(0)),
                Named.of("unknown", Bend.none().coseAlgorithm(-123_456)),
                Named.of("offered, of another key type", Bend.none().coseAlgorithm(-257)),
                Named.of("offered, of another curve", Bend.none().coseAlgorithm(-8)));
    }

    @ParameterizedTest
    @MethodSource("algorithmsNotOffered")
    @DisplayName("Step 20: Verify that the alg parameter matches an item in pkOptions.pubKeyCredParams")
    void algorithmThatWasNotOfferedIsRefused(Bend bend) {
        assertRefused(SYNCED.withAlgorithms(CoseAlgorithm.ES256), bend, "");
        assertRefused(SELF_ATTESTED, bend, "");
    }

    static Stream<Named<Bend>> coseKeys() {
        Bend bend = Bend.none();
        return Stream.of(
                Named.of("no key type", bend.withoutCoseMember(CoseKey.KTY)),
                Named.of("no algorithm", bend.withoutCoseMember(CoseKey.ALG)),
                Named.of("no curve", bend.withoutCoseMember(CoseKey.CRV)),
                Named.of("no x", bend.withoutCoseMember(CoseKey.X)),
                Named.of("no y", bend.withoutCoseMember(CoseKey.Y)),
                Named.of("key type of RSA", bend.coseKeyType(3)),
                Named.of("key type of symmetric keys", bend.coseKeyType(4)),
                Named.of("key type a text", bend.coseMember(CoseKey.KTY, Cbor.of("EC2"))),
                Named.of("algorithm a text", bend.coseMember(CoseKey.ALG, Cbor.of("ES256"))),
                Named.of("algorithm too great", bend.coseMember(CoseKey.ALG, Cbor.of(Long.MIN_VALUE))),
                Named.of("curve P-384", bend.coseMember(CoseKey.CRV, Cbor.of(2))),
                Named.of("curve unknown", bend.coseMember(CoseKey.CRV, Cbor.of(99))),
                Named.of("x a number", bend.coseMember(CoseKey.X, Cbor.of(1))),
                Named.of("x empty", bend.coseMember(CoseKey.X, Cbor.of(Bytes.copyOf()))),
                Named.of("x of 31 bytes", bend.coseMember(CoseKey.X, Cbor.of(Bytes.copyOf(new byte[31])))),
                Named.of("x of 33 bytes", bend.coseMember(CoseKey.X, Cbor.of(Bytes.copyOf(new byte[33])))),
                Named.of("point at infinity", zeros(bend)),
                Named.of("point off the curve", bend.pointOffCurve()),
                Named.of("no map", bend.attestedCredentialData(data -> data.withCredentialPublicKey(Cbor.of(1)))),
                Named.of(
                        "an empty map",
                        bend.attestedCredentialData(data -> data.withCredentialPublicKey(CborMap.empty()))));
    }

    private static Bend zeros(Bend bend) {
        Cbor zero = Cbor.of(Bytes.copyOf(new byte[32]));
        return bend.coseMember(CoseKey.X, zero).coseMember(CoseKey.Y, zero);
    }

    @ParameterizedTest
    @MethodSource("coseKeys")
    void malformedCoseKeyIsRefused(Bend bend) {
        assertRefused(SYNCED.withAlgorithms(CoseAlgorithm.ES256), bend, "");
        assertRefused(SELF_ATTESTED, bend, "");
    }
}
