package dev.latchkey.config;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An Android app that shares the passkeys of the domain.
 *
 * @param appPackageName e.g. {@code com.example.app}
 * @param sha256CertFingerprints of its signing certificates: 32 bytes as hexadecimal pairs with colons, or base64url
 */
public record AndroidApp(String appPackageName, List<String> sha256CertFingerprints) {

    public AndroidApp {
        sha256CertFingerprints = List.copyOf(sha256CertFingerprints);
    }

    /** The WebAuthn origins of the app, {@code android:apk-key-hash:…}, one for each fingerprint. */
    public Set<String> origins() {
        Set<String> origins = new LinkedHashSet<>();
        for (String fingerprint : sha256CertFingerprints) {
            origins.add("android:apk-key-hash:"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(fingerprint)));
        }
        return origins;
    }

    /** The fingerprints as {@code keytool -list -v} prints them: capital hexadecimal pairs with colons. */
    public List<String> colonFingerprints() {
        HexFormat colons = HexFormat.ofDelimiter(":").withUpperCase();
        return sha256CertFingerprints.stream()
                .map(fingerprint -> colons.formatHex(bytes(fingerprint)))
                .distinct()
                .toList();
    }

    /**
     * The bytes of a fingerprint.
     *
     * @throws IllegalArgumentException if it is in neither form, or not of 32 bytes
     */
    static byte[] bytes(String fingerprint) {
        byte[] bytes = fingerprint.contains(":")
                ? HexFormat.ofDelimiter(":").parseHex(fingerprint.toLowerCase(Locale.ROOT))
                : Base64.getUrlDecoder().decode(fingerprint);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a SHA-256 fingerprint has 32 bytes, not " + bytes.length);
        }
        return bytes;
    }
}
