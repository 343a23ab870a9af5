package dev.latchkey.jpa.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A row to try an entity's table with.
 *
 * @param entity that is tried
 * @param owner the account that it names; empty where nothing can be stored for want of one
 * @param assign fills an instance of that owner as the kit does, so that an entity of the host's fills its own columns too
 */
record TrialRow<T>(Mapped<T> entity, Optional<String> owner, BiConsumer<T, String> assign) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String OWNER = "accountId";

    /** Later than any time that is stored, and greater than any counter; too much for 32 bits. */
    private static final long GREATEST_NUMBER = 253_402_300_799_999_999L;

    /** The time of what {@link #assign} fills in. */
    static final Instant TIME = Instant.ofEpochSecond(1);

    /** As much in each column as the kit ever stores there. */
    T greatest() {
        T row = least();
        entity.columns().forEach(column -> enlarge(row, column));
        return row;
    }

    /** As much in this column as the kit ever stores there, and little in the others. */
    T greatestIn(KitColumn column) {
        T row = least();
        enlarge(row, column);
        return row;
    }

    /** Little in each column, of a kind that columns of other types can take for theirs. */
    T least() {
        T row = entity.newInstance();
        assign.accept(row, owner.orElseThrow());
        for (KitColumn column : entity.columns()) {
            if (!column.name().equals(OWNER)) {
                column.set(row, least(column));
            }
        }
        return row;
    }

    private void enlarge(T row, KitColumn column) {
        if (!column.name().equals(OWNER)) {
            column.set(row, greatest(column));
        }
    }

    /** What a column has to hold, in words. */
    static String describe(KitColumn column) {
        Class<?> type = column.field().getType();
        if (type == String.class) {
            return "text of " + column.length() + " characters";
        }
        if (type == byte[].class) {
            return column.length() + " bytes";
        }
        return type == boolean.class ? "a boolean" : "a whole number of 64 bits";
    }

    private static Object least(KitColumn column) {
        Class<?> type = column.field().getType();
        if (type == String.class) {
            return "7";
        }
        return type == byte[].class ? new byte[] {'7'} : type == boolean.class ? (Object) false : (Object) 7L;
    }

    private static Object greatest(KitColumn column) {
        Class<?> type = column.field().getType();
        byte[] random = new byte[column.length()];
        RANDOM.nextBytes(random);
        if (type == String.class) {
            return "k" + Base64.getUrlEncoder().encodeToString(random).substring(1, column.length());
        }
        return type == byte[].class ? random : type == boolean.class ? (Object) true : (Object) GREATEST_NUMBER;
    }
}
