package dev.latchkey.servlet.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the virtual machine remembers of records. JDK 17 keeps the types of the record whose {@code equals}, {@code
 * hashCode} or {@code toString} was linked last (the method handles' {@code asTypeCache}), and so the class loader of an
 * application that has ended.
 */
public final class RecordMethods {
    private static final Logger LOG = LoggerFactory.getLogger(RecordMethods.class);

    private static final List<MethodType> METHODS = List.of(
            MethodType.methodType(boolean.class, String.class, Object.class),
            MethodType.methodType(int.class, String.class),
            MethodType.methodType(String.class, String.class));

    private static final List<String> NAMES = List.of("equals", "hashCode", "toString");

    private RecordMethods() {}

    /** Has types of the JDK remembered instead. */
    public static void forget() {
        MethodHandle component = MethodHandles.identity(String.class);
        try {
            for (int method = 0; method < NAMES.size(); method++) {
                ObjectMethods.bootstrap(
                        MethodHandles.lookup(),
                        NAMES.get(method),
                        METHODS.get(method),
                        String.class,
                        "text",
                        component);
            }
        } catch (Throwable e) {
            LOG.debug("The virtual machine may keep the classes of the application", e);
        }
    }
}
