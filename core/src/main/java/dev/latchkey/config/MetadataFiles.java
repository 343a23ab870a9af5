package dev.latchkey.config;

import java.util.Optional;
import java.util.Set;

/**
 * The FIDO Metadata Service's list of authenticators, as files: section {@code latchkey.ceremony.attestation-metadata}. Nothing is fetched.
 *
 * @param file the BLOB, read again when it changes; empty where metadata is not used
 * @param rootCertificate the certificate, PEM or DER, to which the BLOB's signature has to lead; there where the file is
 * @param revocationLists files of certificate revocation lists, PEM or DER, for the certificates of that signature
 */
public record MetadataFiles(Optional<String> file, Optional<String> rootCertificate, Set<String> revocationLists) {

    /** No metadata. */
    public static final MetadataFiles NONE = new MetadataFiles(Optional.empty(), Optional.empty(), Set.of());

    public MetadataFiles {
        revocationLists = Ordered.copyOf(revocationLists);
    }
}
