package dev.latchkey.config;

import dev.latchkey.account.IdentifierType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Section {@code latchkey.realms}. */
final class RealmReader {
    private static final String DEFAULT = "default";

    private RealmReader() {}

    /** All realms, the default one first. */
    static Map<String, Realm> realms(Section root, Findings findings) {
        Map<String, Section> sections = root.named("realms");
        Optional<String> chosen = root.text("default-realm");
        if (sections.isEmpty()) {
            String name = chosen.orElse(DEFAULT);
            return Map.of(name, realm(name, root.unnamed("realms", name)));
        }
        if (chosen.isEmpty() && sections.size() > 1) {
            findings.faultWithoutValue(
                    "latchkey.default-realm",
                    "is missing: name the one of several realms that a request without a realm means");
        }
        chosen.filter(name -> !sections.containsKey(name))
                .ifPresent(name -> findings.fault(
                        "latchkey.default-realm",
                        name,
                        "no such realm, there are " + String.join(", ", sections.keySet())));
        Map<String, Realm> realms = new LinkedHashMap<>();
        sections.entrySet().stream()
                .sorted(Comparator.comparing(entry -> !chosen.equals(Optional.of(entry.getKey()))))
                .forEach(entry -> realms.put(entry.getKey(), realm(entry.getKey(), entry.getValue())));
        return realms;
    }

    private static Realm realm(String name, Section section) {
        Section asked = section.section("identifiers");
        Map<String, Realm.Presence> identifiers = new LinkedHashMap<>();
        for (IdentifierType type : IdentifierType.values()) {
            String member = type.member().wireName();
            identifiers.put(member, asked.choice(member.replace('_', '-'), Realm.Presence.class));
        }
        return new Realm(
                name,
                identifiers,
                section.flag("signup"),
                section.choice("taken-identifier", Realm.TakenIdentifier.class),
                section.choice("user-verification", Realm.UserVerification.class),
                attestation(section.section("attestation")),
                section.texts("organizations"));
    }

    private static RealmAttestation attestation(Section section) {
        return new RealmAttestation(
                section.flag("required"), section.uuids("allowed-aaguids"), section.uuids("denied-aaguids"));
    }
}
