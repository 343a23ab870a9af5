package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.attestation.AttestedAuthenticator;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.MetadataFiles;
import dev.latchkey.testkit.AttestationAuthority;
import dev.latchkey.testkit.MetadataBlob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FIDO Metadata Service 3.0 §3.2, by a list in files. */
class FidoMetadataTest {
    private static final AttestationAuthority MAKER = AttestationAuthority.create();
    private static final UUID UNKNOWN = UUID.fromString("00000000-0000-4000-8000-000000000003");

    private final Path directory;
    private MetadataBlob blob;
    private Instant now = Instant.now();
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    FidoMetadataTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.blob = new MetadataBlob(directory, MAKER);
    }

    @Test
    void makerOfAListedModelIsTrustedForItAlone() {
        FidoMetadata metadata = metadata();

        assertThat(anchors(metadata, MetadataBlob.CERTIFIED)).containsExactly(MAKER.root());
        assertThat(anchors(metadata, UNKNOWN)).isEmpty();
        assertThat(anchors(metadata, AttestedAuthenticator.NO_MODEL)).isEmpty();
    }

    @Test
    void modelThatWasEverReportedCompromisedIsNot() throws IOException {
        assertThat(anchors(metadata(), MetadataBlob.COMPROMISED)).isEmpty();

        for (String report : List.of(
                "REVOKED",
                "ATTESTATION_KEY_COMPROMISE",
                "USER_KEY_PHYSICAL_COMPROMISE",
                "USER_KEY_REMOTE_COMPROMISE",
                "USER_VERIFICATION_BYPASS")) {
            blob.publish(nextMonth(), Map.of(UNKNOWN, List.of(report, "FIDO_CERTIFIED_L2")));
            assertThat(anchors(metadata(), UNKNOWN)).as(report).isEmpty();
        }
        blob.publish(nextMonth(), Map.of(UNKNOWN, List.of("NOT_FIDO_CERTIFIED", "UPDATE_AVAILABLE")));
        assertThat(anchors(metadata(), UNKNOWN)).isNotEmpty();
    }

    @Test
    void listThatCannotBeTrustedIsRefused() throws IOException {
        for (Fault fault : List.<Fault>of(
                MetadataBlob::forge,
                MetadataBlob::breakChain,
                each -> each.revoke(each.chain().get(0)),
                each -> each.revoke(each.chain().get(1)),
                each -> Files.writeString(each.file(), "a.b.c"),
                each -> Files.writeString(each.file(), "*"),
                each -> Files.writeString(each.rootCertificate(), "no certificate"),
                each -> Files.delete(each.revocationLists()[1]))) {
            blob = new MetadataBlob(directory, MAKER);
            metadata();
            fault.in(blob);
            assertThatThrownBy(this::metadata)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("latchkey.ceremony.attestation-metadata.file = " + blob.file())
                    .hasMessageContaining("cannot be used");
        }
    }

    @Test
    void missingListIsRefused() throws IOException {
        Files.delete(blob.file());

        assertThatThrownBy(this::metadata).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void changedListIsReadAfterAMinute() throws IOException {
        FidoMetadata metadata = metadata();
        change(UNKNOWN);

        advance(60);
        assertThat(anchors(metadata, UNKNOWN)).isEmpty();
        advance(1);
        assertThat(anchors(metadata, UNKNOWN)).containsExactly(MAKER.root());
        assertThat(anchors(metadata, MetadataBlob.CERTIFIED)).isEmpty();

        change(MetadataBlob.CERTIFIED);
        assertThat(anchors(metadata, MetadataBlob.CERTIFIED)).isEmpty();
        advance(61);
        assertThat(anchors(metadata, MetadataBlob.CERTIFIED)).isNotEmpty();
    }

    @Test
    void changedListThatCannotBeUsedLeavesWhatWasThereUntilItCan() throws IOException {
        FidoMetadata metadata = metadata();
        change(UNKNOWN);
        blob.forge();

        advance(61);
        assertThat(anchors(metadata, MetadataBlob.CERTIFIED)).isNotEmpty();
        assertThat(anchors(metadata, UNKNOWN)).isEmpty();

        change(UNKNOWN);
        advance(61);
        assertThat(anchors(metadata, UNKNOWN)).isNotEmpty();
    }

    @Test
    void listWhoseSuccessorIsDueIsStillUsed() throws IOException {
        blob.publish(
                LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1), Map.of(UNKNOWN, List.of("FIDO_CERTIFIED_L1")));

        assertThat(anchors(metadata(), UNKNOWN)).isNotEmpty();
    }

    /** What is wrong with a list. */
    @FunctionalInterface
    private interface Fault {
        void in(MetadataBlob blob) throws IOException;
    }

    private void change(UUID model) throws IOException {
        FileTime before = Files.getLastModifiedTime(blob.file());
        blob.publish(nextMonth(), Map.of(model, List.of("FIDO_CERTIFIED_L1")));
        Files.setLastModifiedTime(blob.file(), FileTime.from(before.toInstant().plusSeconds(1)));
    }

    private void advance(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private LocalDate nextMonth() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(30);
    }

    private FidoMetadata metadata() {
        Set<String> lists = Arrays.stream(blob.revocationLists())
                .map(Path::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        MetadataFiles files = new MetadataFiles(
                Optional.of(blob.file().toString()),
                Optional.of(blob.rootCertificate().toString()),
                lists);
        return new FidoMetadata(files, clock);
    }

    private static Set<X509Certificate> anchors(FidoMetadata metadata, UUID model) {
        return metadata.anchors(new AttestedAuthenticator(model, "packed", MAKER.packedCertificates(model)));
    }
}
