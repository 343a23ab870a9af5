package dev.latchkey.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From what a file or the builder gives to a configuration that is checked. */
final class ConfigurationAssembly {
    private ConfigurationAssembly() {}

    /** Of a tree with the root {@code latchkey}; other roots are the file's own, to be named in substitutions. */
    static LatchkeyConfig ofFile(Map<String, Object> file) {
        Findings findings = new Findings();
        for (String root : file.keySet()) {
            if (Reference.get().knows(List.of(Reference.ROOT, root))) {
                findings.faultWithoutValue(root, "belongs inside latchkey { … }");
            }
        }
        Object given = file.getOrDefault(Reference.ROOT, Map.of());
        if (!(given instanceof Map<?, ?>)) {
            findings.fault(Reference.ROOT, given, "is a section: write its keys between braces");
        }
        return of(Tree.map(given).orElseGet(LinkedHashMap::new), findings);
    }

    /** Of a tree without its root. */
    static LatchkeyConfig of(Map<String, Object> given, Findings findings) {
        Section root = Reference.get().complete(given, findings);
        SettingsReader settings = new SettingsReader(root);
        LatchkeyConfig config = new LatchkeyConfig(
                DomainReader.domains(root),
                settings.proxies(),
                ClientReader.clients(root),
                RealmReader.realms(root, findings),
                settings.ceremony(),
                settings.tokens(),
                settings.dpop(),
                settings.keys(),
                settings.crypto(),
                settings.session(),
                settings.endpoints(),
                settings.rateLimits(),
                settings.filter(),
                settings.accounts(),
                settings.storage());
        ConfigurationCheck.check(config, findings);
        findings.throwIfFaulty();
        return config;
    }
}
