package dev.latchkey.jpa.internal;

import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import java.util.ArrayList;
import java.util.List;

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
                (kits ? ofKit : ofHost).add(new Mapped<>(entity.getName(), type.asSubclass(superclass)));
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

    private static <T> Mapped<T> kits(List<Mapped<T>> ofKit, Class<T> superclass) {
        return ofKit.isEmpty() ? new Mapped<>(superclass.getSimpleName(), superclass) : ofKit.get(0);
    }

    private static <T> List<String> names(List<Mapped<T>> entities) {
        return entities.stream().map(entity -> entity.type().getName()).sorted().toList();
    }
}
