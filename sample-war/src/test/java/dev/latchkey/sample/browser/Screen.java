package dev.latchkey.sample.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the browser shows its pages on. */
public final class Screen {
    private static final int HEIGHT = 800;
    private static final Path DIRECTORY = Path.of(System.getProperty("sample.target", "target"), "screenshots");

    private final ChromeDriver driver;

    Screen(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A screen of this width in CSS pixels, on which the page needs no scrolling down. */
    public void setWidth(int width) {
        setSize(width, HEIGHT);
        Object height = driver.executeScript("return document.documentElement.scrollHeight");
        setSize(width, Math.max(HEIGHT, Integer.parseInt(String.valueOf(height))));
    }

    /** @param percent of what the page's text would be; until the next page */
    void setTextSize(int percent) {
        driver.executeScript("document.documentElement.style.fontSize = arguments[0] + '%'", percent);
    }

    public void setDark(boolean dark) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    void reset() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of());
    }

    /** Saves what is shown as {@code target/screenshots/NAME.png}. */
    public void save(String name) {
        Map<String, Object> shot = driver.executeCdpCommand("Page.captureScreenshot", Map.of("optimizeForSpeed", true));
        try {
            Files.createDirectories(DIRECTORY);
            Files.write(DIRECTORY.resolve(name + ".png"), Base64.getDecoder().decode((String) shot.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setSize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }
}
