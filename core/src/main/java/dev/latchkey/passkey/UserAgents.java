package dev.latchkey.passkey;

import java.util.Arrays;

/** Says in words what a {@code User-Agent} header stands for, well enough to tell one's own devices apart. */
public final class UserAgents {
    private static final String UNKNOWN = "Passkey";

    private UserAgents() {}

    /** For example {@code Firefox on Windows}; {@code Passkey} where nothing is known. */
    public static String describe(String userAgent) {
        String browser = Arrays.stream(Browser.values())
                .filter(known -> userAgent.contains(known.token))
                .map(known -> known.label)
                .findFirst()
                .orElse("");
        String system = Arrays.stream(Platform.values())
                .filter(known -> userAgent.contains(known.token))
                .map(known -> known.label)
                .findFirst()
                .orElse("");
        if (browser.isEmpty() || system.isEmpty()) {
            String known = browser + system;
            return known.isEmpty() ? UNKNOWN : known;
        }
        return browser + " on " + system;
    }

    /** In the order in which they have to be looked for, since most claim to be Chrome, and all to be Safari. */
    private enum Browser {
        EDGE("Edg", "Edge"),
        OPERA("OPR/", "Opera"),
        SAMSUNG("SamsungBrowser", "Samsung Internet"),
        FIREFOX("Firefox", "Firefox"),
        FIREFOX_IOS("FxiOS", "Firefox"),
        CHROME_IOS("CriOS", "Chrome"),
        CHROME("Chrome", "Chrome"),
        SAFARI("Safari", "Safari");

        private final String token;
        private final String label;

        Browser(String token, String label) {
            this.token = token;
            this.label = label;
        }
    }

    private enum Platform {
        ANDROID("Android", "Android"),
        IPHONE("iPhone", "iPhone"),
        IPAD("iPad", "iPad"),
        CHROME_OS("CrOS", "ChromeOS"),
        WINDOWS("Windows", "Windows"),
        MAC("Mac OS X", "Mac"),
        LINUX("Linux", "Linux");

        private final String token;
        private final String label;

        Platform(String token, String label) {
            this.token = token;
            this.label = label;
        }
    }
}
