package dev.latchkey.config;

import dev.latchkey.account.IdentifierType;
import java.util.LinkedHashSet;
import java.util.Set;

/** The host's own entity is mapped far enough to find an account, and nothing is mapped without one. */
final class AccountRule implements Rule {
    private static final String KEY = "latchkey.accounts.";

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        AccountSettings accounts = config.accounts();
        if (accounts.entity().isEmpty()) {
            if (!accounts.attributes().isEmpty() || !accounts.defaults().isEmpty()) {
                findings.faultWithoutValue(
                        KEY + "entity",
                        "is missing: name the class whose attributes you mapped, e.g. com.example.Member");
            }
            return;
        }
        for (AccountAttribute attribute : needed(config)) {
            if (accounts.attribute(attribute).isEmpty()) {
                findings.faultWithoutValue(
                        KEY + "attributes." + attribute.key(),
                        "is missing: name the attribute of " + accounts.entity().get() + " that holds it");
            }
        }
    }

    private static Set<AccountAttribute> needed(LatchkeyConfig config) {
        Set<AccountAttribute> needed = new LinkedHashSet<>();
        needed.add(AccountAttribute.ID);
        for (Realm realm : config.realms().values()) {
            for (IdentifierType type : IdentifierType.values()) {
                if (realm.presence(type.member().wireName()) != Realm.Presence.OFF) {
                    needed.add(AccountAttribute.valueOf(type.name()));
                }
            }
        }
        return needed;
    }
}
