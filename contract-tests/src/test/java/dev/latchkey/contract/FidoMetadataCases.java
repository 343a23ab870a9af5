package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.Latchkey;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.contract.FidoCase.Play;
import dev.latchkey.testkit.MetadataBlob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cases of metadata. A list that cannot be trusted refuses the start, so that its cases end before any ceremony. */
final class FidoMetadataCases {
    private FidoMetadataCases() {}

    /** By the last two parts of a case's id: those that end with a ceremony. */
    static Map<String, Play> ceremonies() {
        Map<String, Play> plays = new LinkedHashMap<>();
        plays.put("Resp-1 P-1", party -> party.registerModel(MetadataBlob.CERTIFIED));
        plays.put("Resp-1 F-2", party -> party.registerModel(MetadataBlob.COMPROMISED));
        return plays;
    }

    /** What is wrong with a list. */
    @FunctionalInterface
    interface Fault {
        void in(MetadataBlob blob) throws IOException;
    }

    /** By the last two parts of a case's id: those that refuse the start. */
    static Map<String, Fault> faults() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        faults.put("Resp-1 F-3", MetadataBlob::forge);
        faults.put("Resp-1 F-4", MetadataBlob::breakChain);
        faults.put("Resp-1 F-5", blob -> blob.revoke(blob.chain().get(1)));
        faults.put("Resp-1 F-6", blob -> blob.revoke(blob.chain().get(0)));
        return faults;
    }

    /** A node over the party's storage does not start with such a list, and would with an honest one. */
    static void assertRefusesToStart(FidoParty party, Fault fault) {
        try {
            MetadataBlob blob = new MetadataBlob(Files.createTempDirectory("metadata"), party.maker());
            LatchkeyConfig config = configuration(blob);
            assertThat(start(party, config).config()).isSameAs(config);
            fault.in(blob);
            assertThatThrownBy(() -> start(party, config))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("latchkey.ceremony.attestation-metadata.file = ")
                    .hasMessageContaining("cannot be used");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Latchkey start(FidoParty party, LatchkeyConfig config) {
        return Latchkey.builder(config, party.deployment().storage()).build();
    }

    private static LatchkeyConfig configuration(MetadataBlob blob) {
        LatchkeyConfigBuilder config = LatchkeyConfig.builder()
                .domain("localhost")
                .client("web", client -> client.allowedOrigins(Deployment.ORIGIN))
                .keys(keys -> keys.secret(Deployment.KEYS_SECRET));
        FidoParty.realms(config);
        FidoParty.trust(blob, config);
        return config.build();
    }
}
