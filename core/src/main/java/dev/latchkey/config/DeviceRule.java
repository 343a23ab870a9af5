package dev.latchkey.config;

import java.util.regex.Pattern;

/** Apps are named as their stores name them, so that the association documents made from them are believed. */
final class DeviceRule implements Rule {
    private static final Pattern TEAM_ID = Pattern.compile("[A-Z0-9]{10}");
    private static final Pattern BUNDLE_IDENTIFIER = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern PACKAGE_NAME = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+");

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        for (Client client : config.clients().values()) {
            String key = "latchkey.clients." + client.id();
            client.ios().ifPresent(app -> check(app, key + ".ios.", findings));
            client.android().ifPresent(app -> check(app, key + ".android.", findings));
        }
    }

    private static void check(IosApp app, String key, Findings findings) {
        if (!TEAM_ID.matcher(app.teamId()).matches()) {
            findings.fault(
                    key + "team-id", app.teamId(), "needs the ten capital letters and digits of your Apple team");
        }
        if (!BUNDLE_IDENTIFIER.matcher(app.appBundleIdentifier()).matches()) {
            findings.fault(
                    key + "app-bundle-identifier",
                    app.appBundleIdentifier(),
                    "needs a bundle identifier without the team, e.g. com.example.app");
        }
    }

    private static void check(AndroidApp app, String key, Findings findings) {
        if (!PACKAGE_NAME.matcher(app.appPackageName()).matches()) {
            findings.fault(
                    key + "app-package-name", app.appPackageName(), "needs a package name, e.g. com.example.app");
        }
        for (String fingerprint : app.sha256CertFingerprints()) {
            try {
                AndroidApp.bytes(fingerprint);
            } catch (IllegalArgumentException e) {
                findings.fault(
                        key + "sha256-cert-fingerprints",
                        fingerprint,
                        "needs the 32 bytes of a SHA-256 fingerprint: AB:CD:… as keytool -list -v prints them, or base64url");
            }
        }
    }
}
