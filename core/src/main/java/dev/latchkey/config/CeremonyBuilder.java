package dev.latchkey.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Policy of every ceremony, section {@code latchkey.ceremony}. Not thread-safe. */
public final class CeremonyBuilder extends SectionBuilder {

    CeremonyBuilder() {}

    /** The life of challenge and {@code auth_session}, 10 s to 10 min. */
    public CeremonyBuilder timeout(Duration timeout) {
        set("timeout", timeout);
        return this;
    }

    /** COSE algorithm identifiers, in order of preference. */
    public CeremonyBuilder algorithms(Integer... algorithms) {
        set("algorithms", List.of(algorithms));
        return this;
    }

    /** Attestation statement formats that a registration may carry. */
    public CeremonyBuilder attestationFormats(String... attestationFormats) {
        set("attestation-formats", List.of(attestationFormats));
        return this;
    }

    /**
     * The FIDO Metadata Service's list of authenticators, as files.
     *
     * @param file the BLOB
     * @param rootCertificate to which its signature leads, PEM or DER
     * @param revocationLists for the certificates of that signature, PEM or DER
     */
    public CeremonyBuilder attestationMetadata(Path file, Path rootCertificate, Path... revocationLists) {
        setBelow("attestation-metadata", "file", file.toString());
        setBelow("attestation-metadata", "root-certificate", rootCertificate.toString());
        setBelow(
                "attestation-metadata",
                "revocation-lists",
                Arrays.stream(revocationLists).map(Path::toString).toList());
        return this;
    }

    /** Whether answers made in a frame of another origin are accepted. */
    public CeremonyBuilder crossOrigin(boolean crossOrigin) {
        set("cross-origin", crossOrigin);
        return this;
    }

    /** The top-level origins that such frames may stand in. */
    public CeremonyBuilder topOrigins(String... topOrigins) {
        set("top-origins", List.of(topOrigins));
        return this;
    }

    /** Whether a signature counter that does not rise refuses the sign-in. */
    public CeremonyBuilder refuseCounterFall(boolean refuseCounterFall) {
        set("refuse-counter-fall", refuseCounterFall);
        return this;
    }

    /** Whether a refused sign-in tells the client, in a header, that the credential is not registered. */
    public CeremonyBuilder signalUnknownCredential(boolean signalUnknownCredential) {
        set("signal-unknown-credential", signalUnknownCredential);
        return this;
    }
}
