package dev.latchkey.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.util.Base64URL;
import dev.latchkey.config.CryptoProvider;
import dev.latchkey.config.CryptoSettings;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.keys.BrokenProvider;
import dev.latchkey.keys.Crypto;
import dev.latchkey.keys.SigningKey;
import java.security.Security;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class SignersTest {
    private static final byte[] INPUT = {1, 2, 3};

    @ParameterizedTest
    @CsvSource({
        "JVM,RS256", "JVM,ES256", "JVM,EDDSA",
        "AMAZON_CORRETTO,RS256", "AMAZON_CORRETTO,ES256", "AMAZON_CORRETTO,EDDSA",
        "CONSCRYPT,RS256", "CONSCRYPT,ES256", "CONSCRYPT,EDDSA"
    })
    void whatOneProviderSignsTheOtherVerifies(CryptoProvider provider, SigningAlgorithm algorithm) throws Exception {
        Crypto crypto = Crypto.of(new CryptoSettings(provider));
        SigningKey key = SigningKey.generate("k", algorithm, Instant.EPOCH);
        JWSHeader header = new JWSHeader(JWSAlgorithm.parse(algorithm.jwsName()));
        Signers jvm = new Signers(Crypto.JVM);
        Signers asked = new Signers(crypto);

        Base64URL byAsked = asked.signer(key).sign(header, INPUT);
        Base64URL byJvm = jvm.signer(key).sign(header, INPUT);

        assertThat(jvm.verifier(key).verify(header, INPUT, byAsked)).isTrue();
        assertThat(asked.verifier(key).verify(header, INPUT, byJvm)).isTrue();
        assertThat(asked.verifier(key).verify(header, new byte[] {1}, byJvm)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"AMAZON_CORRETTO,RS256", "AMAZON_CORRETTO,ES256", "CONSCRYPT,RS256", "CONSCRYPT,ES256"})
    void nativeProviderSignsWhereItPays(CryptoProvider provider, SigningAlgorithm algorithm) throws Exception {
        Crypto crypto = Crypto.of(new CryptoSettings(provider));
        Signers signers = new Signers(crypto);
        SigningKey key = SigningKey.generate("k", algorithm, Instant.EPOCH);

        JWSSigner signer = signers.signer(key);

        assertThat(signer.getJCAContext().getProvider())
                .isSameAs(crypto.provider().orElseThrow());
        assertThat(signers.signer(key)).isSameAs(signer);
        assertThat(signers.signer(SigningKey.generate("k", algorithm, Instant.EPOCH)))
                .isNotSameAs(signer);
    }

    @Test
    void jvmsOwnSignsWhereTheProviderSignsNonsense() throws Exception {
        Security.addProvider(new BrokenProvider("Conscrypt", "verifies"));
        try {
            Crypto crypto = Crypto.of(new CryptoSettings(CryptoProvider.CONSCRYPT));
            SigningKey key = SigningKey.generate("k", SigningAlgorithm.ES256, Instant.EPOCH);
            JWSHeader header = new JWSHeader(JWSAlgorithm.ES256);

            Base64URL signature = new Signers(crypto).signer(key).sign(header, INPUT);

            assertThat(crypto.provider()).isPresent();
            assertThat(new Signers(Crypto.JVM).verifier(key).verify(header, INPUT, signature))
                    .isTrue();
        } finally {
            Security.removeProvider("Conscrypt");
        }
    }
}
