package dev.latchkey.transfer;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where passkeys come from. A row that cannot be read is a row all the same, so that its neighbours are not lost. */
@FunctionalInterface
public interface PasskeySource {

    /**
     * Reads every row once, one after the other, without keeping them.
     *
     * @throws SourceException if the source as a whole cannot be read; rows that were read before have been handed over
     */
    void forEach(Consumer<Row> rows);

    /** Passkeys that the application has at hand. */
    static PasskeySource of(Stream<PasskeyRecord> passkeys) {
        return of(passkeys, Function.identity());
    }

    /**
     * The application's own rows.
     *
     * @param rows read once
     * @param reader what a row says; a row for which it throws {@link IllegalArgumentException} is refused with that message
     */
    static <T> PasskeySource of(Stream<T> rows, Function<T, PasskeyRecord> reader) {
        return sink -> {
            Iterator<T> iterator = rows.iterator();
            for (long number = 1; iterator.hasNext(); number++) {
                sink.accept(read(number, iterator.next(), reader));
            }
        };
    }

    private static <T> Row read(long number, T row, Function<T, PasskeyRecord> reader) {
        try {
            return new Row.Read(number, reader.apply(row));
        } catch (IllegalArgumentException e) {
            return new Row.Unreadable(number, String.valueOf(e.getMessage()));
        }
    }
}
