package dev.latchkey.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.CoseAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {
    private static final String GOOD = line(Device.of(CoseAlgorithm.EDDSA)
            .record(AccountKey.Kind.EMAIL.of("alice@shop.example"))
            .realm("default")
            .rpId(Kit.RP_ID)
            .signCount(7)
            .transports(List.of("internal", "hybrid"))
            .name("Ä phone")
            .createdAt(Kit.NOW)
            .build());

    @Test
    void whatIsWrittenIsReadAsItWas() {
        PasskeyRecord full = Device.of(CoseAlgorithm.ES256)
                .record(AccountKey.Kind.ID.of("42"))
                .realm("default")
                .rpId(Kit.RP_ID)
                .signCount(4_294_967_295L)
                .transports(List.of("usb"))
                .name("\"Quoted\" \u2028 name")
                .userAgent("Mozilla/5.0")
                .createdAt(Kit.NOW)
                .lastUsedAt(Kit.NOW.plusNanos(1))
                .build();
        PasskeyRecord bare = PasskeyRecord.of(
                        AccountKey.Kind.PRINCIPAL_NAME.of("alice"),
                        full.credentialId(),
                        full.userHandle(),
                        full.publicKey())
                .build();

        assertThat(read(line(full) + line(bare))).containsExactly(new Row.Read(1, full), new Row.Read(2, bare));
    }

    @Test
    void emptyLinesCountAndAreNoRows() {
        assertThat(read("\n\r\n" + GOOD + "\n" + GOOD.strip()))
                .extracting(Row::number)
                .containsExactly(3L, 5L);
    }

    @Test
    void lineTooLongIsRefusedAndTheNextIsRead() {
        String tooLong = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}\n";

        assertThat(read(tooLong + GOOD))
                .satisfiesExactly(
                        row -> assertThat(row).isEqualTo(new Row.Unreadable(1, "the line has more than 65536 bytes")),
                        row -> assertThat(row).isInstanceOf(Row.Read.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":1 | \"version\":2 | version must be 1",
                "\"version\":1, | | version must be 1",
                "\"sign_count\":7 | \"sign_count\":7.5 | sign_count must be a whole number",
                "\"sign_count\":7 | \"sign_count\":\"7\" | sign_count must be a whole number",
                "\"sign_count\":7 | \"sign_count\":99999999999999999999 | sign_count must be a whole number",
                "\"sign_count\":7 | \"sign_count\":7,\"colour\":\"red\" | there is a member that the form does not know",
                "\"sign_count\":7 | \"sign_count\":7,\"sign_count\":7 | the line is no JSON object in UTF-8, or has a member twice",
                "\"email\" | \"mail\" | there is a member that the form does not know",
                "\"email\":\"alice@shop.example\" | | account must have one of id, principal_name, email, phone_number, username",
                "\"email\" | \"id\":\"1\",\"email\" | account must have one of id, principal_name, email, phone_number, username",
                "\"account\":{\"email\":\"alice@shop.example\"} | \"account\":\"alice\" | account must be an object",
                "\"credential_id\":\" | \"credential_id\":\"= | credential_id must be unpadded base64url",
                "\"credential_id\":\" | \"credential_id\":\"+ | credential_id must be unpadded base64url",
                "\"user_handle\" | \"user_name\" | user_handle is missing",
                "\"backed_up\":true | \"backed_up\":null | backed_up must be true or false",
                "\"backup_eligible\":true | \"backup_eligible\":false | backed up (BS) but not eligible for backup (BE)",
                "[\"internal\",\"hybrid\"] | \"internal,hybrid\" | transports must be an array of strings",
                "[\"internal\",\"hybrid\"] | [1] | transports must be an array of strings",
                "00000000-0000 | x-0000 | aaguid must be a UUID",
                "2026-05-04T10:00:00.123456Z | 2026-05-04T10:00:00 | created_at must be a time as in RFC 3339",
                "\"Ä phone\" | 5 | name must be a string",
                "} | , | the line is no JSON object in UTF-8, or has a member twice",
            })
    void lineThatIsNotInTheFormIsRefusedAndItsNeighboursAreRead(String good, String bad, String fault) {
        String line = GOOD.replace(good, bad == null ? "" : bad);
        assertThat(line).isNotEqualTo(GOOD);

        assertThat(read(GOOD + line + GOOD))
                .satisfiesExactly(
                        row -> assertThat(row).isInstanceOf(Row.Read.class),
                        row -> assertThat(row).isEqualTo(new Row.Unreadable(2, fault)),
                        row -> assertThat(row).isInstanceOf(Row.Read.class));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] bytes = GOOD.getBytes(ISO_8859_1);

        assertThat(read(bytes)).singleElement().isInstanceOf(Row.Unreadable.class);
    }

    @Test
    void exampleOfTheDocumentationIsInTheForm() throws IOException {
        try (InputStream example = Files.newInputStream(Path.of("src/test/resources/passkeys.jsonl"))) {
            assertThat(read(example.readAllBytes())).hasSize(2).allSatisfy(row -> assertThat(row)
                    .isInstanceOf(Row.Read.class));
        }
    }

    private static String line(PasskeyRecord passkey) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            JsonLines.write(passkey, out);
            return out.toString(UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Row> read(String lines) {
        return read(lines.getBytes(UTF_8));
    }

    private static List<Row> read(byte[] lines) {
        Stream.Builder<Row> rows = Stream.builder();
        JsonLines.source(new ByteArrayInputStream(lines)).forEach(rows::add);
        return rows.build().toList();
    }
}
