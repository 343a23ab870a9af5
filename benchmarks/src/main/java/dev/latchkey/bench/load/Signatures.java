package dev.latchkey.bench.load;

import java.security.Provider;
import java.security.Security;

/** The signatures that the driver makes for the browsers. */
final class Signatures {
    private Signatures() {}

    /** Makes them natively, so that the driver leaves the processor to the server. */
    static void makeFast() throws ReflectiveOperationException {
        Provider provider = Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider")
                .asSubclass(Provider.class)
                .getConstructor()
                .newInstance();
        Security.insertProviderAt(provider, 1);
    }
}
