package dev.latchkey.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A list of authenticators as the FIDO Metadata Service (version 3.0) publishes it, with what it takes to verify it, in files: for tests of
 * servers that trust such a list. Its models are all of one maker. A publisher of its own signs it, by RS256 as the Service does.
 *
 * <p>Not thread-safe.
 */
public final class MetadataBlob {
    /** A model that the list has from the start, and has nothing against. */
    public static final UUID CERTIFIED = UUID.fromString("00000000-0000-4000-8000-000000000001");

    /** A model that the list has from the start, and reports a bypass of user verification of. */
    public static final UUID COMPROMISED = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private static final String TERMS =
            "Retrieval and use of this BLOB indicates acceptance of the appropriate agreement located at"
                    + " https://fidoalliance.org/metadata/metadata-legal-terms/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One for all lists, for it takes long to make, and the certificates differ. */
    private static final KeyPair SIGNING = CoseAlgorithm.RS256.generateKeyPair();

    private final Path directory;
    private final X509Certificate makersRoot;
    private final AttestationAuthority publisher = AttestationAuthority.create();
    private final List<X509Certificate> chain = publisher.certificates(SIGNING.getPublic());

    /**
     * Writes the files, the successor of the list being due in a month.
     *
     * @param directory for the files, and nothing else
     * @param maker whose root certificate the list gives for each model
     */
    public MetadataBlob(Path directory, AttestationAuthority maker) throws IOException {
        this.directory = directory;
        this.makersRoot = maker.root();
        Files.write(
                rootCertificate(),
                AttestationAuthority.encoded(publisher.root()).toArray());
        revoke();
        publish(
                LocalDate.now(ZoneOffset.UTC).plusDays(30),
                Map.of(
                        CERTIFIED,
                        List.of("FIDO_CERTIFIED_L1"),
                        COMPROMISED,
                        List.of("FIDO_CERTIFIED_L1", "USER_VERIFICATION_BYPASS")));
    }

    /** The list. */
    public Path file() {
        return directory.resolve("blob.jwt");
    }

    /** The certificate to which the list's signature leads. */
    public Path rootCertificate() {
        return directory.resolve("root.der");
    }

    /** The revocation lists for the certificates of that signature. */
    public Path[] revocationLists() {
        return new Path[] {directory.resolve("0.crl"), directory.resolve("1.crl")};
    }

    /** The certificate that signs the list, then the one that issued it. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /**
     * Writes another list.
     *
     * @param nextUpdate when its successor is due
     * @param statusesByModel what is reported of each model, the oldest first (FIDO Metadata Service 3.0, section 3.1.4)
     */
    public void publish(LocalDate nextUpdate, Map<UUID, List<String>> statusesByModel) throws IOException {
        ObjectNode payload =
                JSON.objectNode().put("legalHeader", TERMS).put("no", 1).put("nextUpdate", nextUpdate.toString());
        statusesByModel.forEach(
                (model, statuses) -> payload.withArray("entries").add(entry(model, statuses)));
        write(Bytes.utf8(payload.toString()).base64Url(), chain);
    }

    /** Revokes these of the publisher's certificates, and no others. */
    public void revoke(X509Certificate... revoked) throws IOException {
        List<Bytes> lists = publisher.revocationLists(revoked);
        for (int i = 0; i < lists.size(); i++) {
            Files.write(revocationLists()[i], lists.get(i).toArray());
        }
    }

    /** Turns a bit of the signature. */
    public void forge() throws IOException {
        String blob = Files.readString(file());
        int dot = blob.lastIndexOf('.') + 1;
        Bytes signature = Bytes.fromBase64Url(blob.substring(dot));
        Files.writeString(file(), blob.substring(0, dot) + signature.flipBit(7).base64Url());
    }

    /** Leaves the intermediate certificate out, so that the list leads nowhere. */
    public void breakChain() throws IOException {
        String blob = Files.readString(file());
        write(blob.substring(blob.indexOf('.') + 1, blob.lastIndexOf('.')), chain.subList(0, 1));
    }

    private void write(String payload, List<X509Certificate> certificates) throws IOException {
        ObjectNode header = JSON.objectNode().put("alg", "RS256").put("typ", "JWT");
        certificates.forEach(each ->
                header.withArray("x5c").add(AttestationAuthority.encoded(each).base64()));
        String signed = Bytes.utf8(header.toString()).base64Url() + "." + payload;
        Bytes signature = CoseAlgorithm.RS256.sign(SIGNING.getPrivate(), Bytes.copyOf(signed.getBytes(US_ASCII)));
        Files.writeString(file(), signed + "." + signature.base64Url());
    }

    private ObjectNode entry(UUID aaguid, List<String> statuses) {
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
                .add(AttestationAuthority.encoded(makersRoot).base64());
        return entry;
    }
}
