package dev.latchkey.jpa.internal;

import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds, in a persistence unit, the entities over the kit's mapped superclasses, and gathers what is amiss. */
final class MappingFinder {
    private static final String KEY = "latchkey.storage.persistence-unit";

    private final Metamodel metamodel;
    private final List<String> faults;

    MappingFinder(Metamodel metamodel, List<String> faults) {
        this.metamodel = metamodel;
        this.faults = faults;
    }

    /** The host's entity if it made one, else the kit's. */
    <T> Mapped<T> find(Class<T> superclass) {
        List<Mapped<T>> ofKit = new ArrayList<>();
        List<Mapped<T>> ofHost = new ArrayList<>();
        for (EntityType<?> entity : metamodel.getEntities()) {
            Class<?> type = entity.getJavaType();
            if (type != null && superclass.isAssignableFrom(type)) {
                boolean kits = type.getPackage().equals(superclass.getPackage());
                (kits ? ofKit : ofHost).add(mapped(entity, type.asSubclass(superclass), superclass));
            }
        }
        if (ofHost.size() > 1) {
            faults.add(KEY + ": the unit maps several entities over " + superclass.getName() + ": " + names(ofHost)
                    + "; keep one");
        } else if (ofHost.isEmpty() && ofKit.isEmpty()) {
            faults.add(KEY + ": the unit maps no entity over " + superclass.getName()
                    + "; add <mapping-file>META-INF/latchkey-orm.xml</mapping-file> to it, or your own entity");
        }
        return ofHost.isEmpty() ? kits(ofKit, superclass) : ofHost.get(0);
    }

    /** An {@code orm.xml} can make an attribute transient, which the kit cannot do without. */
    private <T> Mapped<T> mapped(EntityType<?> entity, Class<? extends T> type, Class<T> superclass) {
        Set<String> attributes =
                entity.getAttributes().stream().map(Attribute::getName).collect(Collectors.toSet());
        List<KitColumn> columns = KitColumn.of(superclass);
        for (KitColumn column : columns) {
            if (!attributes.contains(column.name())) {
                faults.add(KEY + ": entity " + type.getName() + " does not map attribute " + column.name() + " of "
                        + superclass.getName() + "; map it to a column");
            }
        }
        return new Mapped<>(entity.getName(), type, columns);
    }

    private static <T> Mapped<T> kits(List<Mapped<T>> ofKit, Class<T> superclass) {
        return ofKit.isEmpty() ? new Mapped<>(superclass.getSimpleName(), superclass, List.of()) : ofKit.get(0);
    }

    private static <T> List<String> names(List<Mapped<T>> entities) {
        return entities.stream().map(entity -> entity.type().getName()).sorted().toList();
    }
}
