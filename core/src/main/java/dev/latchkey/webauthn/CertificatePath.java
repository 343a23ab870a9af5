package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The way from an attestation certificate to one that is trusted (RFC 5280 §6). Revocation is the trust source's business. */
final class CertificatePath {
    private static final int MAX_CERTIFICATES = 8;

    private CertificatePath() {}

    /**
     * {@code x5c} of an attestation statement, the attestation certificate first; empty where there is none.
     *
     * @throws WebAuthnException if there are more than anybody needs
     */
    static List<X509Certificate> of(JsonNode statement) throws IOException, CertificateException {
        JsonNode x5c = statement.path("x5c");
        if (x5c.size() > MAX_CERTIFICATES) {
            throw new WebAuthnException("an attestation of " + x5c.size() + " certificates");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (JsonNode each : x5c) {
            if (!each.isBinary()) {
                throw new WebAuthnException("an attestation certificate that is no byte string");
            }
            certificates.add(certificate(each.binaryValue()));
        }
        return certificates;
    }

    static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /**
     * Checks that the certificates, each issued by the next, lead to an anchor, or are one, and are valid at that time.
     *
     * @throws WebAuthnException if not
     */
    static void check(List<X509Certificate> certificates, Set<X509Certificate> anchors, Instant at) {
        if (anchors.isEmpty()) {
            throw new WebAuthnException("nobody vouches for this authenticator");
        }
        Date date = Date.from(at);
        try {
            List<X509Certificate> below = certificates.stream()
                    .takeWhile(each -> !anchors.contains(each))
                    .toList();
            for (X509Certificate certificate : certificates) {
                certificate.checkValidity(date);
            }
            if (!below.isEmpty()) {
                validate(below, anchors, date);
            }
        } catch (GeneralSecurityException e) {
            throw new WebAuthnException("the attestation's certificates lead to none that is trusted: " + e, e);
        }
    }

    private static void validate(List<X509Certificate> path, Set<X509Certificate> anchors, Date date)
            throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet()));
        parameters.setDate(date);
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    }
}
