package dev.latchkey.config;

import java.util.List;

/** All rules, roughly in the order of the reference. */
final class ConfigurationCheck {
    private static final List<Rule> RULES = List.of(
            new DomainRule(),
            new RpIdRule(),
            new RelatedOriginRule(),
            new PasskeyEndpointRule(),
            new BasePathRule(),
            new ProxyRule(),
            new ClientRule(),
            new AudienceRule(),
            new OriginRule(),
            new DeviceRule(),
            new RealmRule(),
            new CeremonyRule(),
            new LifetimeRule(),
            new RateLimitRule(),
            new KeyRule(),
            new FilterRule(),
            new AccountRule(),
            new StorageRule(),
            new JvmRule());

    private ConfigurationCheck() {}

    static void check(LatchkeyConfig config, Findings findings) {
        RULES.forEach(rule -> rule.check(config, findings));
    }
}
