package dev.latchkey.jpa.internal;

import static dev.latchkey.config.AccountAttribute.EMAIL;
import static dev.latchkey.config.AccountAttribute.ID;
import static dev.latchkey.config.AccountAttribute.PRINCIPAL_NAME;

import dev.latchkey.account.IdentifierType;
import dev.latchkey.config.AccountAttribute;
import dev.latchkey.config.AccountSettings;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the configured names against the persistence unit and gathers every fault, each with its key, value and remedy. */
final class HostEntityCheck {
    private static final String ACCOUNTS = "latchkey.accounts.";

    private final AccountSettings settings;
    private final EntityType<?> entity;
    private final List<String> faults;

    private HostEntityCheck(AccountSettings settings, EntityType<?> entity, List<String> faults) {
        this.settings = settings;
        this.entity = entity;
        this.faults = faults;
    }

    /** The host's entity, or empty with at least one fault more. */
    static Optional<HostEntity> check(AccountSettings settings, String name, Metamodel metamodel, List<String> faults) {
        Optional<EntityType<?>> entity = metamodel.getEntities().stream()
                .filter(type -> type.getJavaType() != null)
                .filter(type -> name.equals(type.getJavaType().getName()) || name.equals(type.getName()))
                .findFirst();
        if (entity.isEmpty()) {
            String known = metamodel.getEntities().stream()
                    .filter(type -> type.getJavaType() != null)
                    .map(type -> type.getJavaType().getName())
                    .sorted()
                    .collect(Collectors.joining(", "));
            faults.add(ACCOUNTS + "entity = " + name + ": the persistence unit maps no such entity; it maps " + known);
            return Optional.empty();
        }
        return new HostEntityCheck(settings, entity.get(), faults).check();
    }

    private Optional<HostEntity> check() {
        int before = faults.size();
        Optional<HostAttribute> id = id();
        Map<AccountAttribute, HostAttribute> attributes = attributes();
        Map<HostAttribute, Object> defaults = defaults();
        Optional<HostAttribute> principalName = settings.attribute(PRINCIPAL_NAME)
                .or(() -> settings.attribute(EMAIL))
                .flatMap(this::attribute);
        if (settings.attribute(PRINCIPAL_NAME).isEmpty()
                && settings.attribute(EMAIL).isEmpty()) {
            faults.add(ACCOUNTS
                    + "attributes.principal-name is missing, and so is email; name the attribute that holds what"
                    + " the application's login names its principals by");
        }
        boolean identified = Arrays.stream(IdentifierType.values())
                .anyMatch(type ->
                        settings.attribute(HostMembers.attribute(type.member())).isPresent());
        if (!identified) {
            faults.add(ACCOUNTS + "attributes has no identifier; map email, phone-number or username");
        }
        if (faults.size() > before) {
            return Optional.empty();
        }
        if (settings.signup()) {
            HostSignupCheck.unfilled(entity, filled(attributes, defaults))
                    .forEach(name -> faults.add(ACCOUNTS + "defaults." + name + " is missing: attribute " + name
                            + " of entity "
                            + entity.getName() + " must not be null, and a signup does not set it; give it a value"
                            + " here, or write " + ACCOUNTS + "signup = false"));
        }
        attributes.remove(ID);
        attributes.remove(PRINCIPAL_NAME);
        return Optional.of(new HostEntity(
                new Mapped<>(entity.getName(), entity.getJavaType(), List.of()),
                id.orElseThrow(),
                principalName.orElseThrow(),
                Map.copyOf(attributes),
                Map.copyOf(defaults),
                settings.signup(),
                settings.otherWayIn()));
    }

    /** What is null only if the person leaves it out is no fault: a realm can ask for it. */
    private static Set<String> filled(
            Map<AccountAttribute, HostAttribute> attributes, Map<HostAttribute, Object> defaults) {
        return Stream.concat(attributes.values().stream(), defaults.keySet().stream())
                .map(HostAttribute::name)
                .collect(Collectors.toSet());
    }

    private Optional<HostAttribute> id() {
        Optional<HostAttribute> id =
                attribute(settings.attribute(ID).orElse("")).or(this::idOfMapping);
        boolean isId = id.isPresent() && idOfMapping().equals(id);
        if (!isId || !HostJoin.ID_TYPES.contains(id.get().type())) {
            faults.add(ACCOUNTS + "attributes.id = "
                    + settings.attribute(ID).orElse("(not set)") + ": an account needs one numeric, UUID or string id; "
                    + entity.getName() + " has "
                    + idOfMapping()
                            .map(one -> one.name() + " of type " + one.type().getName())
                            .orElse("several"));
            return Optional.empty();
        }
        return id;
    }

    private Optional<HostAttribute> idOfMapping() {
        return entity.hasSingleIdAttribute()
                ? entity.getSingularAttributes().stream()
                        .filter(attribute -> attribute.isId())
                        .findFirst()
                        .map(HostAttribute::of)
                : Optional.empty();
    }

    private Map<AccountAttribute, HostAttribute> attributes() {
        Map<AccountAttribute, HostAttribute> found = new EnumMap<>(AccountAttribute.class);
        settings.attributes().forEach((attribute, name) -> {
            String key = ACCOUNTS + "attributes." + attribute.key() + " = " + name;
            Optional<HostAttribute> mapped = attribute(name);
            if (mapped.isEmpty()) {
                faults.add(key + ": " + unknown());
            } else if (attribute != ID) {
                HostAttributeTypes.fault(attribute, mapped.get()).ifPresent(fault -> faults.add(key + ": " + fault));
            }
            mapped.filter(one -> settings.signup() && !one.writable())
                    .ifPresent(one -> faults.add(key + ": " + one.member() + " has no setter; add one"));
            mapped.ifPresent(one -> found.put(attribute, one));
        });
        return found;
    }

    private Map<HostAttribute, Object> defaults() {
        Map<HostAttribute, Object> values = new HashMap<>();
        settings.defaults().forEach((name, text) -> {
            String key = ACCOUNTS + "defaults." + name + " = " + text;
            Optional<HostAttribute> attribute = attribute(name);
            if (attribute.isEmpty()) {
                faults.add(key + ": " + unknown());
                return;
            }
            Optional<Object> value = HostDefaults.parse(attribute.get(), text);
            value.ifPresentOrElse(
                    one -> values.put(attribute.get(), one),
                    () -> faults.add(key + ": attribute " + name + " takes " + HostDefaults.describe(attribute.get())
                            + "; write such a value"));
        });
        return values;
    }

    private Optional<HostAttribute> attribute(String name) {
        return entity.getAttributes().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .map(HostAttribute::of);
    }

    private String unknown() {
        return "entity " + entity.getName() + " has no such attribute; it has "
                + String.join(
                        ", ",
                        new TreeSet<>(entity.getAttributes().stream()
                                .map(Attribute::getName)
                                .toList()));
    }
}
