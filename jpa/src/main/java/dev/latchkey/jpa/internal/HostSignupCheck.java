package dev.latchkey.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.PrePersist;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds attributes that must not be null and that nothing fills when a signup makes an entity. Says nothing of an entity that fills itself
 * in a callback or a listener, nor of an attribute with an annotation that is not Jakarta Persistence's: it may stand for a generator.
 */
final class HostSignupCheck {
    private static final String JPA = "jakarta.persistence.";

    private HostSignupCheck() {}

    /** @param filled the attributes that a signup sets */
    static List<String> unfilled(EntityType<?> entity, Set<String> filled) {
        Class<?> type = entity.getJavaType();
        if (fillsItself(type)) {
            return List.of();
        }
        Object fresh = new Mapped<>(entity.getName(), type, List.of()).newInstance();
        return entity.getSingularAttributes().stream()
                .filter(attribute -> isRequired(attribute) && !attribute.isId() && !attribute.isVersion())
                .filter(attribute -> !filled.contains(attribute.getName()) && isPlain(attribute))
                .map(HostAttribute::of)
                .filter(attribute -> attribute.get(fresh) == null)
                .map(HostAttribute::name)
                .sorted()
                .toList();
    }

    private static boolean fillsItself(Class<?> entity) {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            if (type.isAnnotationPresent(EntityListeners.class)
                    || Arrays.stream(type.getDeclaredMethods())
                            .anyMatch(method -> method.isAnnotationPresent(PrePersist.class))) {
                return true;
            }
        }
        return false;
    }

    /** Not every provider's metamodel looks at the column. */
    private static boolean isRequired(SingularAttribute<?, ?> attribute) {
        Column column = ((AnnotatedElement) attribute.getJavaMember()).getAnnotation(Column.class);
        return !attribute.isOptional() || (column != null && !column.nullable());
    }

    private static boolean isPlain(SingularAttribute<?, ?> attribute) {
        AnnotatedElement member = (AnnotatedElement) attribute.getJavaMember();
        Column column = member.getAnnotation(Column.class);
        return (column == null || column.insertable())
                && Arrays.stream(member.getAnnotations())
                        .map(Annotation::annotationType)
                        .allMatch(annotation -> annotation.getName().startsWith(JPA)
                                || annotation.getName().startsWith("org.jspecify."));
    }
}
