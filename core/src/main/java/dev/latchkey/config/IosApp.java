package dev.latchkey.config;

/**
 * An iOS app that shares the passkeys of the domain.
 *
 * @param teamId Apple's ten-character team id
 * @param appBundleIdentifier e.g. {@code com.example.app}
 */
public record IosApp(String teamId, String appBundleIdentifier) {

    /** As Apple names it: team, dot, bundle. */
    public String appId() {
        return teamId + "." + appBundleIdentifier;
    }
}
