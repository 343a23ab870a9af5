package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecklistTest {

    @Test
    void smallestDeploymentLacksWhatIsOptional() {
        assertThat(with("").checklist())
                .containsExactly(
                        "[done]    domain auth.example.com: issuer https://auth.example.com/",
                        "[done]    rp-id auth.example.com: the host itself",
                        "[missing] keys.secret: keys end with this process",
                        "[done]    client web: https://auth.example.com",
                        "[missing] iOS app: none; a native app needs it",
                        "[missing] Android app: none; a native app needs it",
                        "[missing] related origins of auth.example.com: none; pages outside of the rp-id need them",
                        "[missing] passkey-endpoints of auth.example.com: none; password managers find your pages by them");
    }

    @Test
    void fullDeploymentIsDone() {
        LatchkeyConfig config = with("""
                latchkey {
                  domains = [{
                    host = auth.example.com, related-origins = ["https://www.example.net"]
                    passkey-endpoints { enroll = "https://example.com/new", manage = "https://example.com/passkeys" }
                  }]
                  keys.secret = 0123456789abcdef0123456789abcdef
                  clients {
                    backend.secrets = ["a secret of the backend"]
                    app {
                      ios { team-id = ABCDE12345, app-bundle-identifier = com.example.app }
                      android { app-package-name = com.example.app,
                        sha256-cert-fingerprints = [47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU] }
                    }
                  }
                }
                """);

        assertThat(config.checklist())
                .allMatch(line -> line.startsWith("[done] "))
                .contains(
                        "[done]    client backend: a server, with a secret",
                        "[done]    client app: an app, without web pages",
                        "[done]    iOS app: ABCDE12345.com.example.app",
                        "[done]    Android app: com.example.app (fingerprints: 1)",
                        "[done]    related origins of auth.example.com: https://www.example.net");
        assertThat(config.checklist().toString()).doesNotContain("a secret of the backend", "0123456789abcdef");
    }

    @Test
    void kindOfRpIdIsTold() {
        assertThat(with("latchkey.domains = [{ host = a.auth.example.com, rp-id = auth.example.com },"
                                + " { host = b.example.com, rp-id = example.com }]")
                        .checklist())
                .contains(
                        "[done]    rp-id auth.example.com: a parent of the host",
                        "[done]    rp-id example.com: the registrable domain, so that every host below it can ask for these"
                                + " passkeys");
    }

    @Test
    void clientThatNobodyCanUseIsMissingSomething() {
        assertThat(with("latchkey.clients.lost {}").checklist())
                .contains("[missing] client lost: no allowed-origins, so that no page can use it");
    }
}
