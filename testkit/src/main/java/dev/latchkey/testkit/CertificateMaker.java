package dev.latchkey.testkit;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Issues X.509 certificates (RFC 5280), signed by ECDSA with SHA-256.
 *
 * @param name of the issuer, encoded
 * @param key of the issuer, on P-256
 * @param notBefore when what it issues begins to be valid
 * @param notAfter when that ends
 */
record CertificateMaker(Bytes name, KeyPair key, Instant notBefore, Instant notAfter) {
    private static final Bytes ECDSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A name as packed attestation wants it (W3C Web Authentication Level 3, section 8.2.1). */
    static Bytes name(String unit, String commonName) {
        return Der.sequence(
                attribute("2.5.4.6", Der.printable("SE")),
                attribute("2.5.4.10", Der.utf8("Latchkey tests")),
                attribute("2.5.4.11", Der.utf8(unit)),
                attribute("2.5.4.3", Der.utf8(commonName)));
    }

    static Bytes attribute(String type, Bytes value) {
        return Der.set(Der.sequence(Der.oid(type), value));
    }

    static Bytes extension(String type, boolean critical, Bytes value) {
        return critical
                ? Der.sequence(Der.oid(type), Der.bool(true), Der.octets(value))
                : Der.sequence(Der.oid(type), Der.octets(value));
    }

    /** Says whether the subject may issue others. */
    static Bytes basicConstraints(boolean authority) {
        return extension("2.5.29.19", true, authority ? Der.sequence(Der.bool(true)) : Der.sequence());
    }

    X509Certificate issue(Bytes subject, PublicKey subjectKey, List<Bytes> extensions) {
        Bytes toBeSigned = Der.sequence(
                Der.tagged(0, Der.integer(2)),
                Der.integer(new BigInteger(64, RANDOM).setBit(62)),
                ECDSA_WITH_SHA256,
                name,
                Der.sequence(Der.time(notBefore), Der.time(notAfter)),
                subject,
                Bytes.copyOf(subjectKey.getEncoded()),
                Der.tagged(3, Der.sequence(extensions.toArray(Bytes[]::new))));
        return read(Der.sequence(toBeSigned, ECDSA_WITH_SHA256, Der.bits(sign(key.getPrivate(), toBeSigned))));
    }

    /** A list of the certificates of this issuer that are revoked (RFC 5280, section 5), valid for a day. */
    Bytes revocationList(List<X509Certificate> revoked) {
        Bytes now = Der.time(Instant.now().minusSeconds(60));
        Bytes entries = revoked.stream()
                .map(each -> Der.sequence(Der.integer(each.getSerialNumber()), now))
                .reduce(Bytes.copyOf(), Bytes::plus);
        Bytes toBeSigned = Der.sequence(
                Der.integer(1),
                ECDSA_WITH_SHA256,
                name,
                now,
                Der.time(Instant.now().plusSeconds(86_400)),
                revoked.isEmpty() ? Bytes.copyOf() : Der.sequence(entries));
        return Der.sequence(toBeSigned, ECDSA_WITH_SHA256, Der.bits(sign(key.getPrivate(), toBeSigned)));
    }

    private static Bytes sign(PrivateKey key, Bytes message) {
        return CoseAlgorithm.ES256.sign(key, message);
    }

    private static X509Certificate read(Bytes encoded) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(encoded.toArray()));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that cannot be read", e);
        }
    }
}
