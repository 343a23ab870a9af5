package dev.latchkey.contract;

import dev.latchkey.contract.FidoCase.Play;
import dev.latchkey.testkit.AttestationAuthority;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.CborMap;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.Stage;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The cases of attestation: statements with certificates are played in a realm that requires attestation. */
final class FidoAttestationCases {
    private static final UUID MODEL = new UUID(0, 0);
    private static final Bend HONEST = Bend.none();
    private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2199-01-01T00:00:00Z");

    private FidoAttestationCases() {}

    /** By the last two parts of a case's id. */
    static Map<String, Play> all() {
        Map<String, Play> plays = new LinkedHashMap<>();
        selfAttestation(plays);
        fullAttestation(plays);
        u2f(plays);
        tpm(plays);
        androidKey(plays);
        return plays;
    }

    private static void selfAttestation(Map<String, Play> plays) {
        plays.put("Resp-3 F-13", self(HONEST.at(Stage.ATTESTATION_STATEMENT, statement -> CborMap.empty())));
        plays.put("Resp-3 F-14", self(HONEST.withoutStatementMember("alg")));
        plays.put("Resp-3 F-15", self(HONEST.statementMember("alg", Cbor.of("-7"))));
        plays.put("Resp-3 F-17", self(HONEST.withoutStatementMember("sig")));
        plays.put("Resp-3 F-18", self(HONEST.statementMember("sig", Cbor.of("signature"))));
        plays.put("Resp-3 F-19", self(HONEST.emptySignature()));
        plays.put("Resp-4 P-5", party -> party.registerSelf(CoseAlgorithm.RS256, HONEST));
        plays.put("Resp-4 P-9", self(HONEST));
        plays.put("Resp-4 P-12", party -> party.registerSelf(CoseAlgorithm.EDDSA, HONEST));
        plays.put("Resp-6 P-1", self(HONEST));
        plays.put("Resp-6 F-1", self(HONEST.flippedSignature()));
        plays.put(
                "Resp-6 F-2",
                party -> party.registerSelf(
                        CoseAlgorithm.ES256,
                        HONEST.at(
                                Stage.ATTESTATION_STATEMENT,
                                statement -> statement.with("x5c", certificate(party.maker())))));
        plays.put("Resp-6 F-3", self(HONEST.format("packed-self")));
    }

    private static void fullAttestation(Map<String, Play> plays) {
        plays.put("Resp-5 P-1", packed(bend -> bend));
        plays.put(
                "Resp-5 P-2",
                packed(bend -> bend.at(Stage.ATTESTATION_STATEMENT, FidoAttestationCases::twoCertificates)));
        plays.put("Resp-5 F-1", packed(bend -> bend.format("unknown")));
        plays.put("Resp-5 F-2", packed(Bend::flippedSignature));
        plays.put("Resp-5 F-3", packed(bend -> bend.withoutStatementMember("x5c")));
        plays.put("Resp-5 F-4", packed(bend -> bend.statementMember("x5c", Cbor.of("certificate"))));
        plays.put("Resp-5 F-5", packed(bend -> bend.statementMember("x5c", Cbor.of(List.of()))));
        plays.put("Resp-5 F-6", of(maker -> maker.withCertificatesValid(PAST, PAST.plusSeconds(60))
                .packed(MODEL)));
        plays.put("Resp-5 F-7", of(maker -> maker.withCertificatesValid(FUTURE, FUTURE.plusSeconds(60))
                .packed(MODEL)));
        plays.put("Resp-5 F-9", of(maker -> AttestationAuthority.create().packed(MODEL)));
        plays.put(
                "Resp-5 F-10",
                party -> party.registerAttested(party.maker()
                        .packed(MODEL)
                        .at(
                                Stage.ATTESTATION_STATEMENT,
                                statement -> with(statement, party.maker().root()))));
        plays.put("Resp-5 F-11", packed(FidoAttestationCases::reversed));
        plays.put("Resp-5 F-12", of(maker -> maker.withIntermediateValid(PAST, PAST.plusSeconds(60))
                .packed(MODEL)));
        plays.put(
                "Resp-5 F-13",
                packed(bend ->
                        bend.signedBy(CoseAlgorithm.ES256.generateKeyPair().getPrivate())));
        plays.put(
                "Resp-5 F-14",
                party -> party.registerAttested(HONEST.at(
                        Stage.ATTESTATION_STATEMENT, statement -> statement.with("x5c", certificate(party.maker())))));
    }

    private static void u2f(Map<String, Play> plays) {
        plays.put("Resp-8 P-1", of(AttestationAuthority::fidoU2f));
        plays.put("Resp-8 F-1", of(maker -> maker.fidoU2f().aaguid(new UUID(1, 2))));
        plays.put("Resp-8 F-2", of(maker -> maker.fidoU2f().flippedSignature()));
    }

    private static void tpm(Map<String, Play> plays) {
        plays.put("Resp-9 P-1", of(AttestationAuthority::tpm));
        plays.put("Resp-9 F-1", of(maker -> reversed(maker.tpm())));
        plays.put("Resp-9 F-2", of(maker -> maker.tpm(info -> info.flipBit(8 * 12), key -> key)));
        plays.put("Resp-9 F-3", of(maker -> maker.tpm(info -> info.flipBit(0), key -> key)));
        plays.put("Resp-9 F-4", of(maker -> maker.tpm(info -> info, key -> key.flipBit(8 * 40))));
    }

    private static void androidKey(Map<String, Play> plays) {
        plays.put("Resp-A P-1", of(AttestationAuthority::androidKey));
        plays.put("Resp-A F-1", of(maker -> maker.androidKey(hash -> hash.flipBit(0), key -> key)));
        plays.put(
                "Resp-A F-2",
                of(maker -> maker.androidKey(
                        hash -> hash,
                        key -> CoseAlgorithm.ES256.generateKeyPair().getPublic())));
        plays.put("Resp-A F-3", of(maker -> reversed(maker.androidKey())));
    }

    private static Play self(Bend bend) {
        return party -> party.registerSelf(CoseAlgorithm.ES256, bend);
    }

    private static Play of(Function<AttestationAuthority, Bend> bend) {
        return party -> party.registerAttested(bend.apply(party.maker()));
    }

    private static Play packed(Function<Bend, Bend> bend) {
        return of(maker -> bend.apply(maker.packed(MODEL)));
    }

    private static Bend reversed(Bend bend) {
        return bend.at(Stage.ATTESTATION_STATEMENT, statement -> {
            List<Cbor> certificates = new ArrayList<>(chain(statement));
            Collections.reverse(certificates);
            return statement.with("x5c", Cbor.of(certificates));
        });
    }

    private static CborMap twoCertificates(CborMap statement) {
        if (chain(statement).size() != 2) {
            throw new AssertionError("not the chain that this case wants");
        }
        return statement;
    }

    private static List<Cbor> chain(CborMap statement) {
        return ((Cbor.Items) statement.get("x5c").orElseThrow()).values();
    }

    private static CborMap with(CborMap statement, X509Certificate root) {
        List<Cbor> certificates = new ArrayList<>(chain(statement));
        certificates.add(encoded(root));
        return statement.with("x5c", Cbor.of(certificates));
    }

    /** The certificates of the maker's statements. */
    private static Cbor certificate(AttestationAuthority maker) {
        return Cbor.of(maker.packedCertificates(MODEL).stream()
                .map(FidoAttestationCases::encoded)
                .toList());
    }

    private static Cbor encoded(X509Certificate certificate) {
        try {
            return Cbor.of(Bytes.copyOf(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new AssertionError("a certificate that cannot be written", e);
        }
    }
}
