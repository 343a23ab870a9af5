package dev.latchkey.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of one of the kit's mapped superclasses. Thread-safe.
 *
 * @param field that holds it
 */
record KitColumn(Field field) {

    /** The attributes of a mapped superclass. */
    static List<KitColumn> of(Class<?> superclass) {
        return Arrays.stream(superclass.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && field.isAnnotationPresent(Column.class))
                .peek(field -> field.setAccessible(true))
                .map(KitColumn::new)
                .toList();
    }

    /** Its name in queries. */
    String name() {
        return field.getName();
    }

    boolean isId() {
        return field.isAnnotationPresent(Id.class);
    }

    /** How much text, or how many bytes, the kit stores in it at most. */
    int length() {
        return field.getAnnotation(Column.class).length();
    }

    @Nullable
    Object get(Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    void set(Object entity, @Nullable Object value) {
        try {
            field.set(entity, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
