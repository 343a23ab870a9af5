package dev.latchkey.sample.run;

import java.util.Map;
import java.util.Optional;

/** The native crypto providers that Latchkey can use, as far as the runner's class path has them. */
final class NativeCrypto {
    private static final Map<String, String> RESOURCES = Map.of(
            "conscrypt",
            "org/conscrypt/OpenSSLProvider.class",
            "amazon-corretto",
            "com/amazon/corretto/crypto/provider/AmazonCorrettoCryptoProvider.class");

    private NativeCrypto() {}

    /** The value of {@code latchkey.crypto.provider} for one that is there. */
    static Optional<String> in(ClassLoader classPath) {
        return RESOURCES.entrySet().stream()
                .filter(provider -> classPath.getResource(provider.getValue()) != null)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
