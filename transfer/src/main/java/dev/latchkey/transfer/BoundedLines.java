package dev.latchkey.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bytes, of which no more than a bound is kept. Not thread-safe. */
final class BoundedLines {
    private static final int END = -1;

    private final InputStream in;
    private final int bound;

    BoundedLines(InputStream in, int bound) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.bound = bound;
    }

    /** The next line without its line feed, cut to one byte more than the bound; empty at the end. */
    Optional<byte[]> next() throws IOException {
        int each = in.read();
        if (each == END) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (; each != END && each != '\n'; each = in.read()) {
            if (line.size() <= bound) {
                line.write(each);
            }
        }
        return Optional.of(line.toByteArray());
    }
}
