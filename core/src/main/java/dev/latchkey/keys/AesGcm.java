package dev.latchkey.keys;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-GCM (NIST SP 800-38D). To make a {@link Cipher} costs several times what a short text costs, so a few are kept here, in no thread's
 * locals: of the JVM's own providers alone, for one of a library would keep that library's class loader. Thread-safe, without a lock.
 */
final class AesGcm {
    static final int TAG_BYTES = 16;
    private static final int KEPT = 16;

    private final AtomicReferenceArray<@Nullable Cipher> idle = new AtomicReferenceArray<>(KEPT);

    /** The ciphertext with its tag. */
    byte[] encrypt(SecretKey key, GCMParameterSpec nonce, byte[] header, byte[] plain) {
        return crypt(Cipher.ENCRYPT_MODE, key, nonce, header, plain)
                .orElseThrow(() -> new IllegalStateException("AES-GCM refused to encrypt"));
    }

    /** The plain text, or empty if key, nonce, header or ciphertext is not that of the encryption. */
    Optional<byte[]> decrypt(SecretKey key, GCMParameterSpec nonce, byte[] header, byte[] sealed) {
        return crypt(Cipher.DECRYPT_MODE, key, nonce, header, sealed);
    }

    private Optional<byte[]> crypt(int mode, SecretKey key, GCMParameterSpec nonce, byte[] header, byte[] input) {
        try {
            Cipher cipher = take();
            cipher.init(mode, key, nonce);
            cipher.updateAAD(header);
            byte[] output = cipher.doFinal(input);
            keep(cipher);
            return Optional.of(output);
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher take() throws GeneralSecurityException {
        for (int i = 0; i < KEPT; i++) {
            Cipher cipher = idle.get(i) == null ? null : idle.getAndSet(i, null);
            if (cipher != null) {
                return cipher;
            }
        }
        return Cipher.getInstance("AES/GCM/NoPadding");
    }

    /** Of what failed, nothing is kept. */
    private void keep(Cipher cipher) {
        if (cipher.getProvider().getClass().getClassLoader() != null) {
            return;
        }
        for (int i = 0; i < KEPT; i++) {
            if (idle.get(i) == null && idle.compareAndSet(i, null, cipher)) {
                return;
            }
        }
    }
}
