package dev.latchkey.sample.browser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * A device with a screen lock that keeps passkeys: Chromium's virtual authenticator (CTAP 2, internal, resident keys, user verification),
 * by the WebAuthn domain of the DevTools protocol.
 */
public final class Device {
    private final ChromeDriver driver;
    private final String id;

    private Device(ChromeDriver driver, String id) {
        this.driver = driver;
        this.id = id;
    }

    static Device attachedTo(ChromeDriver driver) {
        driver.executeCdpCommand("WebAuthn.enable", Map.of("enableUI", false));
        Map<String, Object> options = Map.of(
                "protocol", "ctap2",
                "ctap2Version", "ctap2_1",
                "transport", "internal",
                "hasResidentKey", true,
                "hasUserVerification", true,
                "automaticPresenceSimulation", true,
                "isUserVerified", true);
        Map<String, Object> made =
                driver.executeCdpCommand("WebAuthn.addVirtualAuthenticator", Map.of("options", options));
        return new Device(driver, String.valueOf(made.get("authenticatorId")));
    }

    /** Whether the person shows the right finger. */
    void setRecognizesPerson(boolean recognized) {
        command("WebAuthn.setUserVerified", Map.of("isUserVerified", recognized));
    }

    /** Whether the person touches the device at all; if not, it waits. */
    public void setTouched(boolean touched) {
        command("WebAuthn.setAutomaticPresenceSimulation", Map.of("enabled", touched));
    }

    public int passkeys() {
        return command("WebAuthn.getCredentials", Map.of()).get("credentials") instanceof List<?> passkeys
                ? passkeys.size()
                : 0;
    }

    void detach() {
        command("WebAuthn.removeVirtualAuthenticator", Map.of());
    }

    private Map<String, Object> command(String name, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("authenticatorId", id);
        return driver.executeCdpCommand(name, all);
    }
}
