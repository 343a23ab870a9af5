package dev.latchkey.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.config.KeySettings;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes for ourselves, so that nobody else can read or change them. Thread-safe.
 *
 * <p>A sealed text is the unpadded base64url of: version (1 byte), key id (4), salt (16), AES-256-GCM ciphertext and tag. Key and nonce are
 * derived from secret, salt and purpose by HKDF, afresh for each text, so that no nonce meets the same key twice. The first secret seals;
 * all of them open.
 */
public final class Sealer {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final byte VERSION = 1;
    private static final int KEY_ID_BYTES = 4;
    private static final int SALT_BYTES = 16;
    private static final int HEADER_BYTES = 1 + KEY_ID_BYTES + SALT_BYTES;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final byte[] NO_SALT = new byte[32];

    private final Map<Integer, byte[]> secrets = new LinkedHashMap<>();
    private final SecureRandom random;
    private final AesGcm ciphers = new AesGcm();

    private Sealer(Iterable<String> secretTexts, SecureRandom random) {
        for (String text : secretTexts) {
            byte[] secret = Hkdf.derive(text.getBytes(UTF_8), NO_SALT, info("secret"), KEY_BYTES);
            secrets.putIfAbsent(keyId(secret), secret);
        }
        this.random = random;
    }

    /** Seals with the configured secret, else with a random one that lives as long as this object. */
    public static Sealer of(KeySettings settings, SecureRandom random) {
        List<String> texts = new ArrayList<>();
        texts.add(settings.secret().orElseGet(() -> randomText(random)));
        texts.addAll(settings.formerSecrets());
        return new Sealer(texts, random);
    }

    /** Seals the bytes for a purpose; only the same purpose opens them. */
    public String seal(String purpose, byte[] plain) {
        Map.Entry<Integer, byte[]> newest = secrets.entrySet().iterator().next();
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put(VERSION)
                .putInt(newest.getKey())
                .put(salt)
                .array();
        Derived derived = derive(newest.getValue(), salt, purpose);
        byte[] sealed = ciphers.encrypt(derived.key(), derived.nonce(), header, plain);
        byte[] text = Arrays.copyOf(header, HEADER_BYTES + sealed.length);
        System.arraycopy(sealed, 0, text, HEADER_BYTES, sealed.length);
        return BASE64URL.encodeToString(text);
    }

    /** What was sealed for that purpose, or empty if the text was not sealed by one of our secrets, for another purpose, or was changed. */
    public Optional<byte[]> open(String purpose, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean canonical = BASE64URL.encodeToString(bytes).equals(text);
        if (!canonical || bytes.length < HEADER_BYTES + AesGcm.TAG_BYTES || bytes[0] != VERSION) {
            return Optional.empty();
        }
        byte[] secret = secrets.get(ByteBuffer.wrap(bytes, 1, KEY_ID_BYTES).getInt());
        return Optional.ofNullable(secret).flatMap(known -> {
            byte[] header = Arrays.copyOf(bytes, HEADER_BYTES);
            byte[] sealed = Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
            Derived derived =
                    derive(known, Arrays.copyOfRange(header, HEADER_BYTES - SALT_BYTES, HEADER_BYTES), purpose);
            return ciphers.decrypt(derived.key(), derived.nonce(), header, sealed);
        });
    }

    /** What encrypts one text. */
    private record Derived(SecretKey key, GCMParameterSpec nonce) {}

    private static Derived derive(byte[] secret, byte[] salt, String purpose) {
        byte[] bytes = Hkdf.derive(secret, salt, info(purpose), KEY_BYTES + NONCE_BYTES);
        return new Derived(
                new SecretKeySpec(bytes, 0, KEY_BYTES, "AES"),
                new GCMParameterSpec(AesGcm.TAG_BYTES * 8, bytes, KEY_BYTES, NONCE_BYTES));
    }

    /** A key of 32 bytes for a purpose, of each secret, the newest first. */
    public List<DerivedKey> derive(String purpose) {
        return secrets.entrySet().stream()
                .map(secret -> new DerivedKey(
                        String.format("%08x", secret.getKey()),
                        new SecretKeySpec(
                                Hkdf.derive(secret.getValue(), NO_SALT, info(purpose), KEY_BYTES), "HmacSHA256")))
                .toList();
    }

    private static int keyId(byte[] secret) {
        return ByteBuffer.wrap(Hkdf.derive(secret, NO_SALT, info("key-id"), KEY_ID_BYTES))
                .getInt();
    }

    private static byte[] info(String purpose) {
        return ("latchkey " + purpose).getBytes(UTF_8);
    }

    private static String randomText(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
