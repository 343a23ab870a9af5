package dev.latchkey.jpa.internal;

import dev.latchkey.config.AccountAttribute;
import java.util.Map;
import java.util.Optional;

/**
 * The host's account entity as configured and checked against the persistence unit. Thread-safe.
 *
 * @param entity its name and class
 * @param id its id
 * @param principalName what its principals are named by
 * @param attributes what is mapped
 * @param defaults what a signup sets besides
 * @param signup whether a signup may create one
 * @param otherWayIn where no password is mapped: whether there is another way in than a passkey
 */
record HostEntity(
        Mapped<Object> entity,
        HostAttribute id,
        HostAttribute principalName,
        Map<AccountAttribute, HostAttribute> attributes,
        Map<HostAttribute, Object> defaults,
        boolean signup,
        boolean otherWayIn) {

    Optional<HostAttribute> attribute(AccountAttribute attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** Roles that are a collection, which a query has to join. */
    Optional<HostAttribute> roleCollection() {
        return attribute(AccountAttribute.ROLES).filter(HostAttribute::plural);
    }
}
