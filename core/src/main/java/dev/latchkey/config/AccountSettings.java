package dev.latchkey.config;

import java.util.Map;
import java.util.Optional;

/**
 * How accounts are found: section {@code latchkey.accounts}. Without an entity, the kit stores accounts in a table of its own.
 *
 * @param entity class name of the host's own entity
 * @param attributes which attribute of the entity holds what
 * @param signup whether a passkey signup may create an entity
 * @param defaults attributes to set on an entity that a signup creates, e.g. a role, in text form
 * @param otherWayIn whether accounts without the {@code password} attribute mapped can sign in by other means than a passkey
 */
public record AccountSettings(
        Optional<String> entity,
        Map<AccountAttribute, String> attributes,
        boolean signup,
        Map<String, String> defaults,
        boolean otherWayIn) {

    /** The kit's own accounts: no entity of the host, signup open, passkeys the only way in. */
    public static final AccountSettings OWN = new AccountSettings(Optional.empty(), Map.of(), true, Map.of(), false);

    public AccountSettings {
        attributes = Map.copyOf(attributes);
        defaults = Map.copyOf(defaults);
    }

    /** The name of the entity's attribute, or empty where it is not mapped. */
    public Optional<String> attribute(AccountAttribute attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }
}
