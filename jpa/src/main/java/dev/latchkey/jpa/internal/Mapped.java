package dev.latchkey.jpa.internal;

import java.lang.reflect.Constructor;

/**
 * An entity of the persistence unit.
 *
 * @param name its name in queries
 * @param type its class
 */
record Mapped<T>(String name, Class<? extends T> type) {

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
}
