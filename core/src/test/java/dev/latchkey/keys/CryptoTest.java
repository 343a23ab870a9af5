package dev.latchkey.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.CryptoProvider;
import dev.latchkey.config.CryptoSettings;
import dev.latchkey.config.SigningAlgorithm;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class CryptoTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    @ParameterizedTest
    @EnumSource(CryptoProvider.class)
    void everyProviderTellsAGoodSignatureFromABadOne(CryptoProvider provider) throws GeneralSecurityException {
        Crypto crypto = Crypto.of(new CryptoSettings(provider));
        SigningKey pair = SigningKey.generate("k", SigningAlgorithm.ES256, Instant.EPOCH);
        byte[] signature = sign(pair.privateKey(), MESSAGE);
        PublicKey key = imported(crypto, (ECPublicKey) pair.publicKey());

        assertThat(crypto.verifies(Crypto.ES256, key, signature, MESSAGE)).isTrue();
        assertThat(crypto.verifies(Crypto.ES256, key, signature, new byte[] {1}, new byte[] {2, 3}))
                .isTrue();
        assertThat(crypto.verifies(Crypto.ES256, key, signature, new byte[] {1, 2}))
                .isFalse();
        assertThat(crypto.verifies(Crypto.ES256, key, new byte[] {1, 2}, MESSAGE))
                .isFalse();
        assertThat(crypto.verifies(Crypto.ES256, key, new byte[0], MESSAGE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = CryptoProvider.class, mode = Mode.EXCLUDE, names = "JVM")
    void nativeProviderIsUsedButRegisteredNowhere(CryptoProvider provider) {
        List<Provider> before = List.of(Security.getProviders());

        Crypto crypto = Crypto.of(new CryptoSettings(provider));

        assertThat(crypto.provider()).isPresent();
        assertThat(Security.getProviders()).containsExactlyElementsOf(before);
    }

    @Test
    void jvmsOwnIsUsedWhereNothingElseIsAskedFor() {
        assertThat(Crypto.of(new CryptoSettings(CryptoProvider.JVM)).provider()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "error"})
    void jvmsOwnIsUsedWhereTheProviderFailsItsTrial(String answer) {
        Security.addProvider(new BrokenProvider("Conscrypt", answer));
        try {
            assertThat(Crypto.of(new CryptoSettings(CryptoProvider.CONSCRYPT)).provider())
                    .isEmpty();
        } finally {
            Security.removeProvider("Conscrypt");
        }
    }

    @Test
    void providerThatTheHostHasRegisteredIsTaken() throws Exception {
        Provider registered = Class.forName("org.conscrypt.OpenSSLProvider")
                .asSubclass(Provider.class)
                .getConstructor()
                .newInstance();
        Security.addProvider(registered);
        try {
            assertThat(Crypto.of(new CryptoSettings(CryptoProvider.CONSCRYPT)).provider())
                    .containsSame(registered);
        } finally {
            Security.removeProvider(registered.getName());
        }
    }

    @Test
    void providerInTheApplicationIsRefused() throws Exception {
        URL jar = Class.forName("org.conscrypt.OpenSSLProvider")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        NativeProvider conscrypt = NativeProvider.of(CryptoProvider.CONSCRYPT).orElseThrow();
        try (URLClassLoader application = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
                URLClassLoader below = new URLClassLoader(new URL[0], application)) {
            assertThatThrownBy(() -> conscrypt.load(application)).hasMessageContaining("WEB-INF/lib");
            assertThat(conscrypt.load(below).getName()).isEqualTo("Conscrypt");
        }
    }

    @Test
    void missingProviderIsSaidToBeMissing() {
        NativeProvider conscrypt = NativeProvider.of(CryptoProvider.CONSCRYPT).orElseThrow();

        assertThatThrownBy(() -> conscrypt.load(ClassLoader.getPlatformClassLoader()))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(Crypto.ES256);
        signer.initSign(key);
        signer.update(message);
        return signer.sign();
    }

    private static PublicKey imported(Crypto crypto, ECPublicKey key) throws GeneralSecurityException {
        byte[] encoded = key.getEncoded();
        int y = encoded.length - P256.COORDINATE_BYTES;
        return crypto.p256(
                Arrays.copyOfRange(encoded, y - P256.COORDINATE_BYTES, y),
                Arrays.copyOfRange(encoded, y, encoded.length));
    }
}
