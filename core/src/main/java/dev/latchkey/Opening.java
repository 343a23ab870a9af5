package dev.latchkey;

import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.ConfigurationReader;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.http.RateLimiter;
import dev.latchkey.storage.StorageProviders;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Makes a kit of what the class path offers. */
final class Opening {
    private Opening() {}

    static Latchkey onClasspath(ClassLoader loader) {
        LatchkeyConfig config = ConfigurationReader.ofProcess()
                .onClasspath(loader)
                .orElseThrow(() ->
                        fault("there is no latchkey.conf or latchkey.properties on the class path: add one that has"
                                + " a domain and a client"));
        return Latchkey.open(
                config,
                StorageProviders.on(loader),
                name -> Optional.empty(),
                new HostExtensions(
                        services(PasskeyEvents.class, loader),
                        services(AttestationTrust.class, loader),
                        services(RateLimiter.class, loader).stream().findFirst()));
    }

    private static <T> List<T> services(Class<T> type, ClassLoader loader) {
        return ServiceLoader.load(type, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static ConfigurationException fault(String text) {
        return new ConfigurationException(List.of(text));
    }
}
