package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.latchkey.contract.FidoCase.Play;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.CborMap;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.SignatureCounter;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cases that are claimed, by their whole id. */
final class FidoCeremonyCases {
    private static final String OPTIONS = "Server-ServerPublicKeyCredentialCreationOptions-";
    private static final String REGISTRATION = "Server-ServerAuthenticatorAttestationResponse-";
    private static final String REQUEST_OPTIONS = "Server-ServerPublicKeyCredentialGetOptionsResponse-";
    private static final String SIGN_IN = "Server-ServerAuthenticatorAssertionResponse-";
    private static final Bend HONEST = Bend.none();
    private static final Cbor EXTENSION = CborMap.empty().with("example.extension", Cbor.of("any"));
    private static final Bytes LEFTOVER = Bytes.copyOf((byte) 0);

    private FidoCeremonyCases() {}

    static Map<String, Play> claimed() {
        Map<String, Play> plays = new LinkedHashMap<>();
        options(plays);
        FidoAnswerCases.registration().forEach((name, bend) -> register(plays, "Resp-1 " + name, bend));
        FidoAnswerCases.clientData("webauthn.get").forEach((name, bend) -> register(plays, "Resp-2 " + name, bend));
        attestationObject(plays);
        FidoAttestationCases.all().forEach((name, play) -> plays.put(REGISTRATION + name, play));
        FidoMetadataCases.ceremonies().forEach((name, play) -> plays.put("MDS " + REGISTRATION + name, play));
        FidoAnswerCases.assertion().forEach((name, bend) -> signIn(plays, "Resp-1 " + name, bend));
        FidoAnswerCases.clientData("webauthn.create").forEach((name, bend) -> signIn(plays, "Resp-2 " + name, bend));
        assertions(plays);
        return plays;
    }

    private static void options(Map<String, Play> plays) {
        plays.put(
                OPTIONS + "Req-1 P-3",
                party -> differing(
                        party.client().passkeyRegister(FidoParty.somebody()),
                        party.client().passkeyRegister(FidoParty.somebody())));
        plays.put(
                REQUEST_OPTIONS + "Req-1 P-2",
                party -> differing(
                        party.client().passkeyChallenge(), party.client().passkeyChallenge()));
        plays.put(REGISTRATION + "Resp-1 P-1", FidoCeremonyCases::excluded);
    }

    private static void attestationObject(Map<String, Play> plays) {
        register(plays, "Resp-3 P-1", HONEST.extensions(EXTENSION));
        register(
                plays,
                "Resp-3 F-1",
                HONEST.attestationObject(Cbor.nestedArrays(1).encode()));
        register(plays, "Resp-3 F-2", HONEST.withoutAttestationMember("fmt"));
        register(plays, "Resp-3 F-3", HONEST.attestationMember("fmt", Cbor.of(7)));
        register(plays, "Resp-3 F-4", HONEST.withoutAttestationMember("attStmt"));
        register(plays, "Resp-3 F-5", HONEST.attestationMember("attStmt", Cbor.nestedArrays(1)));
        register(plays, "Resp-3 F-6", HONEST.withoutAttestationMember("authData"));
        register(plays, "Resp-3 F-7", HONEST.attestationMember("authData", Cbor.of("text")));
        register(plays, "Resp-3 F-8", HONEST.attestationMember("authData", Cbor.of(Bytes.copyOf())));
        register(plays, "Resp-3 F-9", HONEST.flag(Flag.AT, false));
        register(plays, "Resp-3 F-10", HONEST.flag(Flag.AT, false).withoutAttestedCredentialData());
        register(plays, "Resp-3 F-11", HONEST.withoutAttestedCredentialData());
        register(plays, "Resp-3 F-12", HONEST.trailing(LEFTOVER));
        register(plays, "Resp-7 P-1", HONEST);
        register(plays, "Resp-7 F-1", HONEST.statementMember("sig", Cbor.of(LEFTOVER)));
    }

    private static void assertions(Map<String, Play> plays) {
        plays.put(
                SIGN_IN + "Resp-3 P-1",
                party -> FidoParty.signIn(
                        party.client(),
                        new SoftwareAuthenticator(AuthenticatorModel.securityKey()
                                .withSignatureCounter(SignatureCounter.ZERO)
                                .withAlgorithms(CoseAlgorithm.ES256)),
                        HONEST));
        signIn(plays, "Resp-3 P-2", HONEST.flag(Flag.UV, true));
        signIn(plays, "Resp-3 P-3", HONEST.flag(Flag.UV, true).flag(Flag.UP, true));
        signIn(plays, "Resp-3 P-8", HONEST.extensions(EXTENSION));
        signIn(plays, "Resp-3 F-1", HONEST.trailing(LEFTOVER));
        signIn(plays, "Resp-3 F-2", HONEST.rpId("evil.example"));
        signIn(
                plays,
                "Resp-3 F-3",
                HONEST.signedBeforeBending().crossOrigin(false).clientDataMember("added", BooleanNode.TRUE));
        plays.put(SIGN_IN + "Resp-3 F-4", FidoCeremonyCases::counterThatStays);
        signIn(plays, "Resp-3 F-5", HONEST.flag(Flag.UV, false).flag(Flag.UP, true));
    }

    private static void register(Map<String, Play> plays, String name, Bend bend) {
        plays.put(REGISTRATION + name, party -> party.register(bend));
    }

    private static void signIn(Map<String, Play> plays, String name, Bend bend) {
        plays.put(SIGN_IN + name, party -> party.signIn(bend));
    }

    private static Answer differing(Answer one, Answer other) {
        assertThat(Scenario.challenge(one)).isNotEmpty().isNotEqualTo(Scenario.challenge(other));
        return one;
    }

    private static Answer counterThatStays(FidoParty party) {
        SoftwareAuthenticator key = FidoParty.key(CoseAlgorithm.ES256);
        party.client().signup(key, FidoParty.somebody()).expect(200);
        party.client().login(key, HONEST.counter(5)).expect(200);
        return party.client().login(key, HONEST.counter(5));
    }

    private static Answer excluded(FidoParty party) {
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        ContractClient owner = party.client()
                .withBearer(Scenario.myAccountToken(
                        party.client(),
                        device,
                        FidoParty.somebody().path("email").asText()));
        Answer challenge =
                owner.myAccount().create(FidoParty.somebody().removeAll().put("use_exclude_credentials", true));
        assertThat(challenge
                        .body()
                        .at("/authn_params_public_key/excludeCredentials/0/id")
                        .asText())
                .isEqualTo(device.credentials().get(0).id().base64Url());
        return challenge;
    }
}
