package dev.latchkey.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Pages for passkeys are named by whole URLs, for they are opened from elsewhere (W3C Passkey Endpoints §3.1). */
final class PasskeyEndpointRule implements Rule {

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        for (int i = 0; i < config.domains().size(); i++) {
            String key = "latchkey.domains." + i + ".passkey-endpoints.";
            PasskeyEndpoints pages = config.domains().get(i).passkeyEndpoints();
            check(key + "enroll", pages.enroll(), findings);
            check(key + "manage", pages.manage(), findings);
        }
    }

    private static void check(String key, Optional<String> url, Findings findings) {
        url.filter(text -> !isPage(text))
                .ifPresent(text -> findings.fault(
                        key, text, "needs the whole https URL of a page, e.g. https://www.example.com/account"));
    }

    private static boolean isPage(String url) {
        try {
            URI uri = new URI(url);
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            return !host.isEmpty()
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && Hosts.isLocalhost(host)));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
