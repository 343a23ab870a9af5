package dev.latchkey.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Passkeys in lines of JSON: UTF-8, one object a line, the form of {@code docs/import-export.md}. Lines are read and written one after the
 * other, and a line of more than 64 KiB is refused without being read into memory. Empty lines are passed over.
 */
public final class JsonLines {
    private static final int MAX_LINE_BYTES = 64 * 1024;

    private JsonLines() {}

    /**
     * Reads a file, which stays the caller's to close.
     *
     * @param utf8 from the beginning of a line
     */
    public static PasskeySource source(InputStream utf8) {
        return source(utf8, JsonForm::read);
    }

    /** Lines whose objects say it in another way; {@link IllegalArgumentException} refuses a line. */
    static PasskeySource source(InputStream utf8, Function<ObjectNode, PasskeyRecord> reader) {
        return rows -> {
            try {
                read(new BoundedLines(utf8, MAX_LINE_BYTES), reader, rows);
            } catch (IOException e) {
                throw new SourceException("the file cannot be read: " + e.getMessage(), e);
            }
        };
    }

    private static void read(BoundedLines lines, Function<ObjectNode, PasskeyRecord> reader, Consumer<Row> rows)
            throws IOException {
        long number = 1;
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next(), number++) {
            byte[] text = line.get();
            if (text.length > MAX_LINE_BYTES) {
                rows.accept(new Row.Unreadable(number, "the line has more than " + MAX_LINE_BYTES + " bytes"));
            } else if (!isBlank(text)) {
                rows.accept(row(number, text, reader));
            }
        }
    }

    private static Row row(long number, byte[] line, Function<ObjectNode, PasskeyRecord> reader) {
        Optional<ObjectNode> json = Json.parseObject(line);
        if (json.isEmpty()) {
            return new Row.Unreadable(number, "the line is no JSON object in UTF-8, or has a member twice");
        }
        try {
            return new Row.Read(number, reader.apply(json.get()));
        } catch (IllegalArgumentException e) {
            return new Row.Unreadable(number, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isBlank(byte[] line) {
        return line.length == 0 || Arrays.equals(line, new byte[] {'\r'});
    }

    /** Writes one line. */
    static void write(PasskeyRecord passkey, OutputStream utf8) throws IOException {
        utf8.write(Json.write(JsonForm.write(passkey)));
        utf8.write('\n');
    }
}
