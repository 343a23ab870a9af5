package dev.latchkey.jpa.internal;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entity of the persistence unit.
 *
 * @param name its name in queries
 * @param type its class
 * @param columns what the kit's mapped superclass says of it; nothing where it is the host's own
 */
record Mapped<T>(String name, Class<? extends T> type, List<KitColumn> columns) {

    /** A new instance, by the constructor without arguments that every entity has. */
    T newInstance() {
        try {
            Constructor<? extends T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " has no usable constructor without arguments", e);
        }
    }

    /** The attribute that is the id in one of the kit's mapped superclasses. */
    KitColumn id() {
        return columns.stream().filter(KitColumn::isId).findFirst().orElseThrow();
    }

    /** The kit's columns, and none of the host's: an entity that is read whole would have its eager relations read with it. */
    String select(String alias) {
        return columns.stream().map(column -> alias + "." + column.name()).collect(Collectors.joining(", "));
    }

    /** An unmanaged instance with the kit's columns, as {@link #select} names them. */
    T read(@Nullable Object[] row, int offset) {
        T entity = newInstance();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).set(entity, row[offset + i]);
        }
        return entity;
    }
}
