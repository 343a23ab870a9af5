package dev.latchkey.webauthn;

import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.MetadataFiles;
import dev.latchkey.config.Realm;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whose attestation is trusted: what the host gives, and what the configuration names. */
public final class TrustSources {
    private TrustSources() {}

    /**
     * All of them, as one.
     *
     * @throws ConfigurationException if a realm requires attestation and there is nothing to trust, or the metadata cannot be used
     */
    public static AttestationTrust of(LatchkeyConfig config, List<AttestationTrust> given, Clock clock) {
        List<AttestationTrust> all = new ArrayList<>(given);
        MetadataFiles metadata = config.ceremony().attestationMetadata();
        if (metadata.file().isPresent()) {
            all.add(metadata(metadata, clock));
        }
        if (all.isEmpty()) {
            refuseWithoutTrust(config);
        }
        return all.stream().reduce(authenticator -> Set.of(), AttestationTrust::or);
    }

    private static void refuseWithoutTrust(LatchkeyConfig config) {
        List<String> faults = config.realms().values().stream()
                .filter(realm -> realm.attestation().required())
                .map(Realm::name)
                .map(name ->
                        "latchkey.realms." + name + ".attestation.required = true: nobody's attestation is trusted;"
                                + " name the files of latchkey.ceremony.attestation-metadata, or supply an "
                                + AttestationTrust.class.getName())
                .toList();
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }

    private static AttestationTrust metadata(MetadataFiles files, Clock clock) {
        try {
            return new FidoMetadata(files, clock);
        } catch (NoClassDefFoundError e) {
            throw new ConfigurationException(List.of("latchkey.ceremony.attestation-metadata.file = "
                    + files.file().orElse("") + ": needs a library that is not there (" + e.getMessage()
                    + "); add com.yubico:webauthn-server-attestation to the application"));
        }
    }
}
