package dev.latchkey.keys;

import dev.latchkey.config.CryptoProvider;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;

/**
 * A native provider: the one that the host has registered, else one of our own that is registered nowhere. The classes come from the
 * server's class path. Out of {@code WEB-INF/lib} the native library would keep the application's class loader for ever, so that is refused.
 */
final class NativeProvider {
    private final String name;
    private final String className;

    private NativeProvider(String name, String className) {
        this.name = name;
        this.className = className;
    }

    /** Empty for the JVM's own. */
    static Optional<NativeProvider> of(CryptoProvider wanted) {
        return switch (wanted) {
            case JVM -> Optional.empty();
            case AMAZON_CORRETTO ->
                Optional.of(new NativeProvider(
                        "AmazonCorrettoCryptoProvider",
                        "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider"));
            case CONSCRYPT -> Optional.of(new NativeProvider("Conscrypt", "org.conscrypt.OpenSSLProvider"));
        };
    }

    String name() {
        return name;
    }

    /**
     * The provider, after its trial.
     *
     * @param application the class loader of this class, which is the application's where the kit lies in {@code WEB-INF/lib}
     * @throws ReflectiveOperationException if it is not in the class path
     * @throws java.security.GeneralSecurityException if it fails its trial
     */
    Provider load(ClassLoader application) throws Exception {
        Optional<Provider> registered = Optional.ofNullable(Security.getProvider(name));
        Provider provider = registered.isPresent() ? registered.get() : instance(application);
        ProviderTrial.pass(provider);
        return provider;
    }

    /** Threads that a provider starts keep the context class loader of the thread that started them: so it is the provider's own meanwhile. */
    private Provider instance(ClassLoader application) throws ReflectiveOperationException {
        Class<?> type = Class.forName(className, false, application);
        ClassLoader owner = type.getClassLoader();
        if (application.equals(owner) && !application.equals(ClassLoader.getSystemClassLoader())) {
            throw new IllegalStateException(
                    "its jar is in the application (WEB-INF/lib): put it into the server's class path instead");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(owner);
        try {
            return type.asSubclass(Provider.class).getConstructor().newInstance();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
