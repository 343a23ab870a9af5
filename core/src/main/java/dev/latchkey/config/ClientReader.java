package dev.latchkey.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Section {@code latchkey.clients}. */
final class ClientReader {
    private static final int MIN_SECRET_LENGTH = 16;
    private static final String HASH_PREFIX = "sha256:";

    private ClientReader() {}

    static Map<String, Client> clients(Section root) {
        Map<String, Client> clients = new LinkedHashMap<>();
        root.named("clients").forEach((id, section) -> clients.put(id, client(id, section)));
        return clients;
    }

    private static Client client(String id, Section section) {
        return new Client(
                id,
                secrets(section),
                section.choices("grants", Grant.class),
                section.texts("allowed-origins"),
                section.flag("session-login"),
                section.flag("my-account"),
                section.texts("audiences"),
                section.texts("scopes"),
                section.choice("dpop", DpopPolicy.class),
                ios(section.section("ios")),
                android(section.section("android")));
    }

    private static List<ClientSecret> secrets(Section section) {
        List<ClientSecret> secrets = new ArrayList<>();
        for (String secret : section.secrets("secrets")) {
            String hash = secret.toLowerCase(Locale.ROOT);
            if (!hash.startsWith(HASH_PREFIX)) {
                if (secret.length() < MIN_SECRET_LENGTH) {
                    section.faultWithoutValue(
                            "secrets", "a secret has at least 16 characters; make one of random ones");
                }
                secrets.add(ClientSecret.ofPlainText(secret));
            } else if (hash.matches(HASH_PREFIX + "[0-9a-f]{64}")) {
                secrets.add(new ClientSecret(hash.substring(HASH_PREFIX.length())));
            } else {
                section.faultWithoutValue("secrets", "after sha256: come the 64 hexadecimal digits of the hash");
            }
        }
        return secrets;
    }

    private static Optional<IosApp> ios(Section section) {
        Optional<String> teamId = section.text("team-id");
        Optional<String> bundle = section.text("app-bundle-identifier");
        if (teamId.isPresent() != bundle.isPresent()) {
            section.faultWithoutValue(
                    teamId.isPresent() ? "app-bundle-identifier" : "team-id", "is missing: an iOS app needs both");
        }
        return teamId.flatMap(team -> bundle.map(name -> new IosApp(team, name)));
    }

    private static Optional<AndroidApp> android(Section section) {
        Optional<String> name = section.text("app-package-name");
        List<String> fingerprints = List.copyOf(section.texts("sha256-cert-fingerprints"));
        if (name.isPresent() == fingerprints.isEmpty()) {
            section.faultWithoutValue(
                    name.isPresent() ? "sha256-cert-fingerprints" : "app-package-name",
                    "is missing: an Android app needs both");
        }
        return name.map(id -> new AndroidApp(id, fingerprints));
    }
}
