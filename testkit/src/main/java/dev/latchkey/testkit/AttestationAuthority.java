package dev.latchkey.testkit;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A maker of authenticators, with a root certificate, an intermediate one, and attestation certificates below it: for tests of servers that
 * require attestation. Each method that gives a {@link Bend} makes one registration of a {@link AuthenticatorModel#securityKey()} with {@link
 * CoseAlgorithm#ES256} carry a statement (W3C Web Authentication Level 3, section 8) of this maker; further bends may follow it.
 *
 * <p>Immutable and thread-safe.
 */
public final class AttestationAuthority {
    private static final UnaryOperator<Bytes> HONEST = UnaryOperator.identity();

    private final KeyPair attestationKey = CoseAlgorithm.ES256.generateKeyPair();
    private final X509Certificate root;
    private final X509Certificate intermediate;
    private final CertificateMaker issuer;

    private final KeyPair rootKey;
    private final Bytes rootName;

    private AttestationAuthority(
            KeyPair rootKey, Bytes rootName, Validity intermediateValidity, Validity leafValidity) {
        this.rootKey = rootKey;
        this.rootName = rootName;
        KeyPair intermediateKey = CoseAlgorithm.ES256.generateKeyPair();
        Bytes issuerName = CertificateMaker.name("Issuer", "Issuer of attestation certificates");
        List<Bytes> authority = List.of(CertificateMaker.basicConstraints(true));
        root = Validity.now().maker(rootName, rootKey).issue(rootName, rootKey.getPublic(), authority);
        intermediate =
                intermediateValidity.maker(rootName, rootKey).issue(issuerName, intermediateKey.getPublic(), authority);
        issuer = leafValidity.maker(issuerName, intermediateKey);
    }

    /** A maker whose certificates are valid now. */
    public static AttestationAuthority create() {
        return new AttestationAuthority(
                CoseAlgorithm.ES256.generateKeyPair(),
                CertificateMaker.name("Root", "Root of " + UUID.randomUUID()),
                Validity.now(),
                Validity.now());
    }

    /** The same root, with attestation certificates that are valid at other times than now. */
    public AttestationAuthority withCertificatesValid(Instant from, Instant until) {
        return new AttestationAuthority(rootKey, rootName, Validity.now(), new Validity(from, until));
    }

    /** The same root, with an intermediate certificate that is valid at other times than now. */
    public AttestationAuthority withIntermediateValid(Instant from, Instant until) {
        return new AttestationAuthority(rootKey, rootName, new Validity(from, until), Validity.now());
    }

    /** What a server has to trust. */
    public X509Certificate root() {
        return root;
    }

    /** The certificates of a full {@code packed} attestation of that model: its own, then the intermediate one (section 8.2.1). */
    public List<X509Certificate> packedCertificates(UUID aaguid) {
        return packedCertificates(Der.octets(Bytes.fromHex(aaguid.toString().replace("-", ""))));
    }

    /** The same, but the extension that names the model holds that, whatever it is. */
    public List<X509Certificate> packedCertificates(Bytes model) {
        Bytes extension = CertificateMaker.extension("1.3.6.1.4.1.45724.1.1.4", false, model);
        return List.of(certificate(issuer, extension), intermediate);
    }

    /** Full {@code packed} attestation, by a certificate for that model (section 8.2). */
    public Bend packed(UUID aaguid) {
        Cbor x5c = x5c(packedCertificates(aaguid));
        return Bend.none().signedBy(attestationKey.getPrivate()).at(Stage.ATTESTATION_STATEMENT, honest -> honest.with(
                        "alg", Cbor.of(CoseAlgorithm.ES256.id()))
                .with("x5c", x5c));
    }

    /** Signs by the key of the attestation certificates: ECDSA with SHA-256. */
    public Bytes sign(Bytes message) {
        return CoseAlgorithm.ES256.sign(attestationKey.getPrivate(), message);
    }

    /** A certificate for a key of somebody else, then the intermediate one. */
    List<X509Certificate> certificates(PublicKey key) {
        Bytes name = CertificateMaker.name("Publisher", "Publisher of metadata");
        return List.of(issuer.issue(name, key, List.of(CertificateMaker.basicConstraints(false))), intermediate);
    }

    /** The lists of the certificates that root and intermediate have revoked (RFC 5280, section 5), encoded. */
    public List<Bytes> revocationLists(X509Certificate... revoked) {
        List<X509Certificate> all = List.of(revoked);
        return List.of(
                rootIssuer()
                        .revocationList(
                                all.stream().filter(intermediate::equals).toList()),
                issuer.revocationList(
                        all.stream().filter(each -> !each.equals(intermediate)).toList()));
    }

    /** {@code fido-u2f} attestation (section 8.6), for models without an AAGUID. */
    public Bend fidoU2f() {
        Cbor x5c = x5c(List.of(certificate(rootIssuer())));
        return Bend.none()
                .signedBy(attestationKey.getPrivate())
                .at(Stage.SIGNED_DATA, data -> data.withMessage(u2f(SignedCredential.of(data.message()))))
                .at(Stage.ATTESTATION_STATEMENT, honest -> honest.without("alg").with("x5c", x5c))
                .format("fido-u2f");
    }

    /** {@code android-key} attestation (section 8.4). */
    public Bend androidKey() {
        return androidKey(HONEST, UnaryOperator.identity());
    }

    /**
     * {@code android-key} attestation that may lie.
     *
     * @param challenge makes the certificate's challenge of the hash of the client data
     * @param key makes the certificate's key of the credential's
     */
    public Bend androidKey(UnaryOperator<Bytes> challenge, UnaryOperator<PublicKey> key) {
        return androidKeyStatement(hash -> description(challenge.apply(hash)), key);
    }

    /**
     * {@code android-key} attestation whose certificate describes the key otherwise.
     *
     * @param description makes the DER of a {@code KeyDescription} of the hash of the client data
     */
    public Bend androidKeyDescribed(UnaryOperator<Bytes> description) {
        return androidKeyStatement(description, UnaryOperator.identity());
    }

    private Bend androidKeyStatement(UnaryOperator<Bytes> description, UnaryOperator<PublicKey> key) {
        return statement(
                "android-key",
                (honest, credential) -> honest.with(
                        "x5c",
                        chain(issuer.issue(
                                CertificateMaker.name("Authenticator Attestation", "Android key"),
                                key.apply(credential.publicKey()),
                                List.of(CertificateMaker.extension(
                                        "1.3.6.1.4.1.11129.2.1.17",
                                        false,
                                        description.apply(credential.clientDataHash())))))));
    }

    private static Bytes description(Bytes challenge) {
        Bytes list = Der.sequence(Der.tagged(1, Der.set(Der.integer(2))), Der.tagged(702, Der.integer(0)));
        return Der.sequence(
                Der.integer(300),
                Der.enumerated(1),
                Der.integer(300),
                Der.enumerated(1),
                Der.octets(challenge),
                Der.octets(Bytes.copyOf()),
                Der.sequence(),
                list);
    }

    /** {@code tpm} attestation (section 8.3). */
    public Bend tpm() {
        return tpm(HONEST, HONEST);
    }

    /**
     * {@code tpm} attestation that may lie, under a good signature.
     *
     * @param certInfo changes what is signed
     * @param pubArea changes what is said of the key
     */
    public Bend tpm(UnaryOperator<Bytes> certInfo, UnaryOperator<Bytes> pubArea) {
        return statement("tpm", (honest, credential) -> {
            Bytes key = pubArea.apply(TpmStructures.pubArea(credential));
            Bytes info = certInfo.apply(TpmStructures.certInfo(credential, key));
            return CborMap.empty()
                    .with("ver", Cbor.of("2.0"))
                    .with("alg", Cbor.of(CoseAlgorithm.ES256.id()))
                    .with("x5c", chain(tpmCertificate()))
                    .with("sig", Cbor.of(CoseAlgorithm.ES256.sign(attestationKey.getPrivate(), info)))
                    .with("certInfo", Cbor.of(info))
                    .with("pubArea", Cbor.of(key));
        });
    }

    private Bend statement(String format, BiFunction<CborMap, SignedCredential, CborMap> make) {
        Bytes[] signed = {Bytes.copyOf()};
        return Bend.none()
                .at(Stage.SIGNED_DATA, data -> {
                    signed[0] = data.message();
                    return data;
                })
                .at(Stage.ATTESTATION_STATEMENT, honest -> make.apply(honest, SignedCredential.of(signed[0])))
                .format(format);
    }

    private static Bytes u2f(SignedCredential credential) {
        return Bytes.copyOf((byte) 0)
                .plus(credential.authenticatorData().slice(0, 32))
                .plus(credential.clientDataHash())
                .plus(credential.credential().credentialId())
                .plus(Bytes.copyOf((byte) 4))
                .plus(credential.x())
                .plus(credential.y());
    }

    private CertificateMaker rootIssuer() {
        return Validity.now().maker(rootName, rootKey);
    }

    private X509Certificate certificate(CertificateMaker by, Bytes... more) {
        return by.issue(
                CertificateMaker.name("Authenticator Attestation", "Authenticators"),
                attestationKey.getPublic(),
                with(CertificateMaker.basicConstraints(false), more));
    }

    private X509Certificate tpmCertificate() {
        Bytes directoryName = Der.tagged(
                4,
                Der.sequence(
                        CertificateMaker.attribute("2.23.133.2.1", Der.utf8("id:FFFFF1D0")),
                        CertificateMaker.attribute("2.23.133.2.2", Der.utf8("Latchkey tests")),
                        CertificateMaker.attribute("2.23.133.2.3", Der.utf8("id:00000001"))));
        return issuer.issue(
                Der.sequence(),
                attestationKey.getPublic(),
                List.of(
                        CertificateMaker.basicConstraints(false),
                        CertificateMaker.extension("2.5.29.37", false, Der.sequence(Der.oid("2.23.133.8.3"))),
                        CertificateMaker.extension("2.5.29.17", true, Der.sequence(directoryName))));
    }

    private Cbor chain(X509Certificate leaf) {
        return x5c(List.of(leaf, intermediate));
    }

    private static Cbor x5c(List<X509Certificate> certificates) {
        return Cbor.of(certificates.stream()
                .map(AttestationAuthority::encoded)
                .map(Cbor::of)
                .toList());
    }

    private static List<Bytes> with(Bytes first, Bytes... more) {
        List<Bytes> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all;
    }

    /** A certificate in DER. */
    static Bytes encoded(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that cannot be written", e);
        }
    }

    private record Validity(Instant from, Instant until) {
        static Validity now() {
            return new Validity(
                    Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(3650)));
        }

        CertificateMaker maker(Bytes name, KeyPair key) {
            return new CertificateMaker(name, key, from, until);
        }
    }
}
