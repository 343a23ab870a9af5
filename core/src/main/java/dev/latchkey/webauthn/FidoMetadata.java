package dev.latchkey.webauthn;

import com.yubico.fido.metadata.AuthenticatorStatus;
import com.yubico.fido.metadata.FidoMetadataDownloader;
import com.yubico.fido.metadata.FidoMetadataDownloaderException;
import com.yubico.fido.metadata.FidoMetadataService;
import com.yubico.fido.metadata.MetadataBLOB;
import com.yubico.fido.metadata.StatusReport;
import com.yubico.fido.metadata.UnexpectedLegalHeader;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.exception.Base64UrlException;
import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.attestation.AttestedAuthenticator;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.MetadataFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trusts what the FIDO Metadata Service (version 3.0) lists and reports no compromise of, from a file. The list's signature is verified when it
 * is read, at the start and whenever the file has changed, which is looked for once a minute. A changed file that cannot be used leaves what
 * was there. Thread-safe.
 */
final class FidoMetadata implements AttestationTrust {
    private static final Logger LOG = LoggerFactory.getLogger(FidoMetadata.class);
    private static final String KEY = "latchkey.ceremony.attestation-metadata";
    private static final Duration RELOAD_INTERVAL = Duration.ofMinutes(1);

    /** Heads the list, and asks for agreement to the terms at fidoalliance.org; earlier lists had none. */
    private static final String[] LEGAL_HEADERS = {
        "Retrieval and use of this BLOB indicates acceptance of the appropriate agreement located at"
                + " https://fidoalliance.org/metadata/metadata-legal-terms/",
        ""
    };

    /** A report of these is believed whatever was reported after it. */
    private static final Set<AuthenticatorStatus> COMPROMISED = Set.of(
            AuthenticatorStatus.REVOKED,
            AuthenticatorStatus.ATTESTATION_KEY_COMPROMISE,
            AuthenticatorStatus.USER_KEY_PHYSICAL_COMPROMISE,
            AuthenticatorStatus.USER_KEY_REMOTE_COMPROMISE,
            AuthenticatorStatus.USER_VERIFICATION_BYPASS);

    private final MetadataFiles files;
    private final Path file;
    private final Clock clock;
    private Instant lookedAt;
    private FileTime modifiedAt;
    private FidoMetadataService service;

    /** @throws ConfigurationException if the files cannot be used */
    FidoMetadata(MetadataFiles files, Clock clock) {
        this.files = files;
        this.file = Path.of(files.file().orElseThrow());
        this.clock = clock;
        this.lookedAt = clock.instant();
        try {
            this.modifiedAt = Files.getLastModifiedTime(file);
            this.service = read();
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(List.of(KEY + ".file = " + file + ": cannot be used (" + e
                    + "); check the file, root-certificate and revocation-lists, and that they are of these days"));
        }
    }

    @Override
    public Set<X509Certificate> anchors(AttestedAuthenticator authenticator) {
        UUID model = authenticator.aaguid();
        ByteBuffer aaguid = ByteBuffer.allocate(16)
                .putLong(model.getMostSignificantBits())
                .putLong(model.getLeastSignificantBits());
        Optional<ByteArray> asked = model.equals(AttestedAuthenticator.NO_MODEL)
                ? Optional.empty()
                : Optional.of(new ByteArray(aaguid.array()));
        return current().findTrustRoots(authenticator.certificates(), asked).getTrustRoots();
    }

    private synchronized FidoMetadataService current() {
        Instant now = clock.instant();
        if (now.isAfter(lookedAt.plus(RELOAD_INTERVAL))) {
            lookedAt = now;
            try {
                FileTime modified = Files.getLastModifiedTime(file);
                if (!modified.equals(modifiedAt)) {
                    service = read();
                    modifiedAt = modified;
                }
            } catch (IOException | GeneralSecurityException e) {
                LOG.warn("{}.file = {}: has changed and cannot be used; what it held before stays", KEY, file, e);
            }
        }
        return service;
    }

    private FidoMetadataService read() throws IOException, GeneralSecurityException {
        try {
            MetadataBLOB blob = FidoMetadataDownloader.builder()
                    .expectLegalHeader(LEGAL_HEADERS)
                    .useTrustRoot(root())
                    .useBlob(Files.readString(file).strip())
                    .clock(clock)
                    .useCrls(revocationLists())
                    .build()
                    .loadCachedBlob();
            LocalDate next = blob.getPayload().getNextUpdate();
            if (next.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
                LOG.warn("{}.file = {}: its successor was due on {}; fetch it", KEY, file, next);
            }
            return FidoMetadataService.builder()
                    .useBlob(blob)
                    .prefilter(entry -> entry.getStatusReports().stream()
                            .map(StatusReport::getStatus)
                            .noneMatch(COMPROMISED::contains))
                    .build();
        } catch (Base64UrlException | UnexpectedLegalHeader | FidoMetadataDownloaderException e) {
            throw new IOException(e);
        }
    }

    private X509Certificate root() throws IOException, GeneralSecurityException {
        return CertificatePath.certificate(
                Files.readAllBytes(Path.of(files.rootCertificate().orElseThrow())));
    }

    private List<CRL> revocationLists() throws IOException, GeneralSecurityException {
        List<CRL> lists = new ArrayList<>();
        for (String list : files.revocationLists()) {
            try (InputStream in = Files.newInputStream(Path.of(list))) {
                lists.addAll(CertificateFactory.getInstance("X.509").generateCRLs(in));
            }
        }
        return lists;
    }
}
