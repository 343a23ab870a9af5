package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.AttestationAuthority;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 5280 §6")
class CertificatePathTest {
    private static final UUID MODEL = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final AttestationAuthority MAKER = AttestationAuthority.create();
    private static final List<X509Certificate> CERTIFICATES = MAKER.packedCertificates(MODEL);
    private static final X509Certificate ATTESTATION = CERTIFICATES.get(0);
    private static final X509Certificate INTERMEDIATE = CERTIFICATES.get(1);

    private final Instant now = Instant.now();
    private final Instant anHourAgo = now.minus(Duration.ofHours(1));
    private final Instant lastWeek = now.minus(Duration.ofDays(7));

    @Test
    void certificatesOfAStatementAreReadInTheirOrder() throws Exception {
        assertThat(CertificatePath.of(statement(CERTIFICATES))).isEqualTo(CERTIFICATES);
        assertThat(CertificatePath.of(JsonNodeFactory.instance.objectNode())).isEmpty();
    }

    @Test
    void eightCertificatesAreReadAndNineAreNot() throws Exception {
        ObjectNode statement = statement(List.of());
        for (int i = 0; i < 8; i++) {
            statement.withArray("x5c").add(ATTESTATION.getEncoded());
        }
        assertThat(CertificatePath.of(statement)).hasSize(8);

        statement.withArray("x5c").add(ATTESTATION.getEncoded());
        assertThatThrownBy(() -> CertificatePath.of(statement)).hasMessageContaining("9 certificates");
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        ObjectNode statement = statement(List.of());
        ArrayNode certificates = statement.withArray("x5c");
        certificates.add("text");
        assertThatThrownBy(() -> CertificatePath.of(statement))
                .isInstanceOf(WebAuthnException.class)
                .hasMessageContaining("no byte string");

        certificates.removeAll().add(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> CertificatePath.of(statement)).isInstanceOf(CertificateException.class);
    }

    @Test
    void pathLeadsToARootToAnIntermediateOrIsItselfTrusted() {
        for (X509Certificate anchor : List.of(MAKER.root(), INTERMEDIATE, ATTESTATION)) {
            assertTrusted(CERTIFICATES, anchor);
        }
        assertTrusted(List.of(ATTESTATION, INTERMEDIATE, MAKER.root()), MAKER.root());
        assertTrusted(List.of(ATTESTATION), INTERMEDIATE);
    }

    @Test
    void pathWithAGapLeadsNowhere() {
        assertRefused(List.of(ATTESTATION), MAKER.root());
        assertRefused(List.of(INTERMEDIATE, ATTESTATION), MAKER.root());
        assertRefused(CERTIFICATES, AttestationAuthority.create().root());
    }

    @Test
    void nobodyTrustedTrustsNobody() {
        assertThatThrownBy(() -> CertificatePath.check(CERTIFICATES, Set.of(), now))
                .isInstanceOf(WebAuthnException.class)
                .hasMessageContaining("nobody vouches");
    }

    @Test
    void everyCertificateHasToBeValidAlsoOneThatIsItselfTrusted() {
        List<X509Certificate> expired =
                MAKER.withCertificatesValid(lastWeek, anHourAgo).packedCertificates(MODEL);
        assertRefused(expired, MAKER.root());
        assertRefused(expired, expired.get(0));
        assertThatCode(() -> CertificatePath.check(expired, Set.of(expired.get(0)), anHourAgo.minusSeconds(60)))
                .doesNotThrowAnyException();

        List<X509Certificate> ofAnExpiredIssuer =
                MAKER.withIntermediateValid(lastWeek, anHourAgo).packedCertificates(MODEL);
        assertRefused(ofAnExpiredIssuer, MAKER.root());
        assertRefused(ofAnExpiredIssuer, ofAnExpiredIssuer.get(0));
    }

    private void assertTrusted(List<X509Certificate> path, X509Certificate anchor) {
        assertThatCode(() -> CertificatePath.check(path, Set.of(anchor), now)).doesNotThrowAnyException();
    }

    private void assertRefused(List<X509Certificate> path, X509Certificate anchor) {
        assertThatThrownBy(() -> CertificatePath.check(path, Set.of(anchor), now))
                .isInstanceOf(WebAuthnException.class)
                .hasMessageContaining("lead to none that is trusted");
    }

    private static ObjectNode statement(List<X509Certificate> certificates) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        ArrayNode x5c = statement.putArray("x5c");
        certificates.forEach(each -> x5c.add(encoded(each)));
        return statement;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new AssertionError("a certificate that cannot be written", e);
        }
    }
}
