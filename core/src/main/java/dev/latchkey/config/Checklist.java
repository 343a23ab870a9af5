package dev.latchkey.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What integrators have to think of, as done or missing in a configuration. */
final class Checklist {
    private final List<String> lines = new ArrayList<>();

    private Checklist() {}

    static List<String> of(LatchkeyConfig config) {
        Checklist checklist = new Checklist();
        config.domains().forEach(checklist::domain);
        checklist.item(config.keys().secret().isPresent(), "keys.secret", "set", "keys end with this process");
        config.clients().values().forEach(checklist::client);
        checklist.apps(config);
        config.domains().forEach(checklist::pages);
        return List.copyOf(checklist.lines);
    }

    private void domain(Domain domain) {
        done("domain " + domain.host(), "issuer " + domain.issuer());
        String rpId = domain.rpId();
        String kind = RpIdRule.isRegistrable(rpId)
                ? "the registrable domain, so that every host below it can ask for these passkeys"
                : rpId.equals(Hosts.name(domain.host())) ? "the host itself" : "a parent of the host";
        done("rp-id " + rpId, kind);
    }

    private void client(Client client) {
        boolean app = client.ios().isPresent() || client.android().isPresent();
        String origins = String.join(", ", client.allowedOrigins());
        String without = client.confidential() ? "a server, with a secret" : "an app, without web pages";
        item(
                !origins.isEmpty() || client.confidential() || app,
                "client " + client.id(),
                origins.isEmpty() ? without : origins,
                "no allowed-origins, so that no page can use it");
    }

    private void apps(LatchkeyConfig config) {
        item("iOS app", config.iosApps().stream().map(IosApp::appId), "none; a native app needs it");
        item(
                "Android app",
                config.androidApps().stream()
                        .map(app -> app.appPackageName() + " (fingerprints: "
                                + app.sha256CertFingerprints().size() + ")"),
                "none; a native app needs it");
    }

    private void pages(Domain domain) {
        item(
                "related origins of " + domain.rpId(),
                domain.relatedOrigins().stream(),
                "none; pages outside of the rp-id need them");
        PasskeyEndpoints pages = domain.passkeyEndpoints();
        item(
                "passkey-endpoints of " + domain.host(),
                Stream.of(pages.enroll(), pages.manage()).flatMap(page -> page.stream()),
                "none; password managers find your pages by them");
    }

    private void item(String what, Stream<String> values, String otherwise) {
        String joined = values.collect(Collectors.joining(", "));
        item(!joined.isEmpty(), what, joined, otherwise);
    }

    private void item(boolean done, String what, String value, String otherwise) {
        if (done) {
            done(what, value);
        } else {
            lines.add("[missing] " + what + ": " + otherwise);
        }
    }

    private void done(String what, String value) {
        lines.add("[done]    " + what + ": " + value);
    }
}
