package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import com.yubico.webauthn.data.AttestationObject;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The attestation statement format {@code android-key} (W3C WebAuthn Level 3 §8.4), which the engine does not verify. */
final class AndroidKeyStatement {
    private static final String KEY_DESCRIPTION = "1.3.6.1.4.1.11129.2.1.17";
    private static final Map<Integer, String> SIGNATURES =
            Map.of(-7, "SHA256withECDSA", -35, "SHA384withECDSA", -36, "SHA512withECDSA", -257, "SHA256withRSA");

    /** The places of members in a key description, and the tags of members in its lists of authorisations. */
    private static final int ATTESTATION_CHALLENGE = 4;

    private static final int SOFTWARE_ENFORCED = 6;
    private static final int HARDWARE_ENFORCED = 7;
    private static final int PURPOSE = 0xa1;
    private static final int ALL_APPLICATIONS = 0xbf8458;
    private static final int ORIGIN = 0xbf853e;
    private static final BigInteger SIGN = BigInteger.TWO;
    private static final BigInteger GENERATED = BigInteger.ZERO;

    private AndroidKeyStatement() {}

    /**
     * Checks that the statement is sound, and that its certificate is the credential key's, made for this ceremony.
     *
     * @param complete whether the key's origin and purpose have to be told; what is told has to be right in any case
     * @throws WebAuthnException if not
     */
    static void check(
            AttestationObject attestation,
            List<X509Certificate> certificates,
            ClientData clientData,
            PublicKey credentialKey,
            boolean complete)
            throws IOException, GeneralSecurityException {
        byte[] clientDataHash =
                MessageDigest.getInstance("SHA-256").digest(clientData.bytes().toArray());
        JsonNode statement = attestation.getAttestationStatement();
        JsonNode sig = statement.path("sig");
        if (certificates.isEmpty() || !sig.isBinary() || !statement.path("alg").isInt()) {
            throw new WebAuthnException("an android-key statement without alg, sig or x5c");
        }
        X509Certificate certificate = certificates.get(0);
        byte[] authenticatorData = attestation.getAuthenticatorData().getBytes().getBytes();
        checkSignature(
                statement.path("alg").intValue(), sig.binaryValue(), certificate, authenticatorData, clientDataHash);
        if (!Arrays.equals(certificate.getPublicKey().getEncoded(), credentialKey.getEncoded())) {
            throw new WebAuthnException("the android-key certificate is for another key");
        }
        checkDescription(certificate, clientDataHash, complete);
    }

    private static void checkSignature(
            int algorithm, byte[] sig, X509Certificate certificate, byte[] authenticatorData, byte[] clientDataHash)
            throws GeneralSecurityException {
        String name = Optional.ofNullable(SIGNATURES.get(algorithm))
                .orElseThrow(() -> new WebAuthnException("an android-key statement of algorithm " + algorithm));
        Signature signature = Signature.getInstance(name);
        signature.initVerify(certificate.getPublicKey());
        signature.update(authenticatorData);
        signature.update(clientDataHash);
        if (!signature.verify(sig)) {
            throw new WebAuthnException("the android-key signature does not verify");
        }
    }

    private static void checkDescription(X509Certificate certificate, byte[] clientDataHash, boolean complete) {
        byte[] extension = Optional.ofNullable(certificate.getExtensionValue(KEY_DESCRIPTION))
                .orElseThrow(() -> new WebAuthnException("the android-key certificate does not describe its key"));
        List<Der> description =
                Der.of(Der.of(extension).bytes(Der.OCTET_STRING)).children(Der.SEQUENCE);
        if (description.size() <= HARDWARE_ENFORCED) {
            throw new WebAuthnException("the android-key description ends too early");
        }
        if (!MessageDigest.isEqual(description.get(ATTESTATION_CHALLENGE).bytes(Der.OCTET_STRING), clientDataHash)) {
            throw new WebAuthnException("the android-key certificate was made for another ceremony");
        }
        List<Der> authorizations = Stream.of(SOFTWARE_ENFORCED, HARDWARE_ENFORCED)
                .flatMap(list -> description.get(list).children(Der.SEQUENCE).stream())
                .toList();
        require(authorizations.stream().noneMatch(each -> each.tag() == ALL_APPLICATIONS), "serves all applications");
        List<BigInteger> origins = integers(authorizations, ORIGIN).toList();
        List<BigInteger> purposes = integers(authorizations, PURPOSE).toList();
        require(!complete || (!origins.isEmpty() && !purposes.isEmpty()), "does not tell origin and purpose");
        require(origins.stream().allMatch(GENERATED::equals), "was not generated there");
        require(purposes.isEmpty() || purposes.contains(SIGN), "is not for signing");
    }

    /** The integers of the authorisations of a tag, be it one or a set of them. */
    private static Stream<BigInteger> integers(List<Der> authorizations, int tag) {
        return authorizations.stream()
                .filter(each -> each.tag() == tag)
                .flatMap(each -> each.children(tag).stream())
                .flatMap(each -> each.tag() == Der.SET ? each.children(Der.SET).stream() : Stream.of(each))
                .map(Der::integer);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new WebAuthnException("the android-key key " + otherwise);
        }
    }
}
