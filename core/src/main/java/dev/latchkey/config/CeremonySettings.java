package dev.latchkey.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Policy of every ceremony: section {@code latchkey.ceremony}.
 *
 * @param timeout the life of challenge and {@code auth_session}, 10 s to 10 min
 * @param algorithms COSE algorithm identifiers offered, in order of preference
 * @param attestationFormats attestation statement formats that a registration may carry
 * @param attestationMetadata the FIDO Metadata Service's files, by which attestation is trusted
 * @param crossOrigin whether answers made in a frame of another origin are accepted
 * @param topOrigins the top-level origins that such frames may stand in
 * @param refuseCounterFall whether a signature counter that does not rise refuses the sign-in; else it is reported only
 * @param signalUnknownCredential whether a refused sign-in tells the client, in a header, that the credential is not registered
 * @param conditionalCreate whether an enrollment may be mediated conditionally ({@code latchkey.my-account.conditional-create})
 * @param maxPasskeys the greatest number of passkeys an account may have ({@code latchkey.my-account.max-passkeys})
 */
public record CeremonySettings(
        Duration timeout,
        List<Integer> algorithms,
        Set<String> attestationFormats,
        MetadataFiles attestationMetadata,
        boolean crossOrigin,
        Set<String> topOrigins,
        boolean refuseCounterFall,
        boolean signalUnknownCredential,
        boolean conditionalCreate,
        int maxPasskeys) {

    public CeremonySettings {
        algorithms = List.copyOf(algorithms);
        attestationFormats = Set.copyOf(attestationFormats);
        topOrigins = Set.copyOf(topOrigins);
    }
}
