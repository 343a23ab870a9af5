package dev.latchkey.jpa.internal;

import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.PluralAttribute;
import java.beans.Introspector;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of the host's entity, by its field or its getter and setter, as the host maps it. Thread-safe.
 *
 * @param name in queries
 * @param type of its value, or of its elements where it holds several
 * @param plural whether it holds several
 * @param member the field or the getter
 */
record HostAttribute(String name, Class<?> type, boolean plural, Member member) {

    static HostAttribute of(Attribute<?, ?> attribute) {
        boolean plural = attribute instanceof PluralAttribute<?, ?, ?>;
        Class<?> type = attribute instanceof PluralAttribute<?, ?, ?> several
                ? several.getElementType().getJavaType()
                : attribute.getJavaType();
        return new HostAttribute(attribute.getName(), TextValue.wrapper(type), plural, attribute.getJavaMember());
    }

    @Nullable
    Object get(Object entity) {
        try {
            return member instanceof Field field
                    ? accessible(field).get(entity)
                    : accessible((Method) member).invoke(entity);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read attribute " + name, e);
        }
    }

    void set(Object entity, Object value) {
        try {
            if (member instanceof Field field) {
                accessible(field).set(entity, value);
            } else {
                accessible(setter().orElseThrow()).invoke(entity, value);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot set attribute " + name, e);
        }
    }

    /** Whether {@link #set} has a field or a setter to go by. */
    boolean writable() {
        return member instanceof Field || setter().isPresent();
    }

    private Optional<Method> setter() {
        String getter = member.getName();
        String property = Introspector.decapitalize(getter.substring(getter.startsWith("is") ? 2 : 3));
        return Arrays.stream(member.getDeclaringClass().getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> method.getName().startsWith("set"))
                .filter(method ->
                        Introspector.decapitalize(method.getName().substring(3)).equals(property))
                .findFirst();
    }

    private static <T extends AccessibleObject> T accessible(T member) {
        member.setAccessible(true);
        return member;
    }
}
