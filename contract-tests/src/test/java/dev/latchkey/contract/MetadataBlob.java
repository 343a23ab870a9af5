package dev.latchkey.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.testkit.AttestationAuthority;
import dev.latchkey.testkit.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * A list of authenticators as the FIDO Metadata Service publishes it: of two models of one maker, one of which was compromised. Its ES256
 * signature is in DER, as the library reads it; the Service itself signs with RS256.
 */
final class MetadataBlob {
    static final UUID CERTIFIED = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final UUID COMPROMISED = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private static final String TERMS =
            "Retrieval and use of this BLOB indicates acceptance of the appropriate agreement located at"
                    + " https://fidoalliance.org/metadata/metadata-legal-terms/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final X509Certificate makersRoot;

    /** Who signs the list. */
    private final AttestationAuthority publisher = AttestationAuthority.create();

    private final List<X509Certificate> chain = publisher.packedCertificates(CERTIFIED);
    private final Path directory;

    MetadataBlob(X509Certificate makersRoot) throws IOException {
        this.makersRoot = makersRoot;
        directory = Files.createTempDirectory("metadata");
        Files.writeString(path("blob.jwt"), blob(chain));
        write("root.der", encoded(publisher.root()));
        revoke();
    }

    /** Revokes these of the publisher's certificates, and no others. */
    void revoke(X509Certificate... revoked) throws IOException {
        List<Bytes> lists = publisher.revocationLists(revoked);
        write("0.crl", lists.get(0));
        write("1.crl", lists.get(1));
    }

    /** The certificate that signs the list, then the one that issued it. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** Turns a bit of the signature. */
    void forge() throws IOException {
        String blob = Files.readString(path("blob.jwt"));
        int dot = blob.lastIndexOf('.') + 1;
        Bytes signature = Bytes.fromBase64Url(blob.substring(dot));
        Files.writeString(
                path("blob.jwt"), blob.substring(0, dot) + signature.flipBit(7).base64Url());
    }

    /** Leaves the intermediate certificate out, so that the list leads nowhere. */
    void breakChain() throws IOException {
        Files.writeString(path("blob.jwt"), blob(chain.subList(0, 1)));
    }

    void configure(LatchkeyConfigBuilder config) {
        config.ceremony(ceremony ->
                ceremony.attestationMetadata(path("blob.jwt"), path("root.der"), path("0.crl"), path("1.crl")));
    }

    private String blob(List<X509Certificate> certificates) {
        ObjectNode header = JSON.objectNode().put("alg", "ES256").put("typ", "JWT");
        certificates.forEach(each -> header.withArray("x5c").add(encoded(each).base64()));
        ObjectNode payload = JSON.objectNode()
                .put("legalHeader", TERMS)
                .put("no", 1)
                .put("nextUpdate", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        payload.withArray("entries")
                .add(entry(CERTIFIED, "FIDO_CERTIFIED_L1"))
                .add(entry(COMPROMISED, "FIDO_CERTIFIED_L1", "USER_VERIFICATION_BYPASS"));
        String signed = text(header) + "." + text(payload);
        Bytes signature = publisher.sign(Bytes.copyOf(signed.getBytes(US_ASCII)));
        return signed + "." + signature.base64Url();
    }

    private ObjectNode entry(UUID aaguid, String... statuses) {
        ObjectNode entry =
                JSON.objectNode().put("aaguid", aaguid.toString()).put("timeOfLastStatusChange", "2024-01-01");
        for (String status : statuses) {
            entry.withArray("statusReports").addObject().put("status", status).put("effectiveDate", "2024-01-01");
        }
        ObjectNode statement = entry.putObject("metadataStatement")
                .put("aaguid", aaguid.toString())
                .put("description", "An authenticator of these tests")
                .put("authenticatorVersion", 1)
                .put("protocolFamily", "fido2")
                .put("schema", 3);
        statement.withArray("upv").addObject().put("major", 1).put("minor", 0);
        statement.withArray("authenticationAlgorithms").add("secp256r1_ecdsa_sha256_raw");
        statement.withArray("publicKeyAlgAndEncodings").add("cose");
        statement.withArray("attestationTypes").add("basic_full");
        statement
                .withArray("userVerificationDetails")
                .addArray()
                .addObject()
                .put("userVerificationMethod", "passcode_internal");
        statement.withArray("keyProtection").add("hardware");
        statement.withArray("matcherProtection").add("on_chip");
        statement.withArray("attachmentHint").add("external");
        statement.putArray("tcDisplay");
        statement
                .withArray("attestationRootCertificates")
                .add(encoded(makersRoot).base64());
        return entry;
    }

    private static String text(ObjectNode json) {
        return Bytes.utf8(json.toString()).base64Url();
    }

    private void write(String name, Bytes bytes) throws IOException {
        Files.write(path(name), bytes.toArray());
    }

    private Path path(String name) {
        return directory.resolve(name);
    }

    private static Bytes encoded(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new AssertionError("a certificate that cannot be written", e);
        }
    }
}
