package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.logging.LogType;

/** The browser's console: nothing may stand there that a test did not announce. */
public final class Console {
    private final WebDriver driver;
    private final List<String> announced = new ArrayList<>();

    Console(WebDriver driver) {
        this.driver = driver;
    }

    /** The line that Chromium writes for a request that the server refuses. */
    public void announceRefusal(URI address, int status, String phrase) {
        announced.add(address + " - Failed to load resource: the server responded with a status of " + status + " ("
                + phrase + ")");
    }

    void clear() {
        announced.clear();
        lines();
    }

    void verify() {
        assertThat(lines()).as("console of the browser").containsExactlyInAnyOrderElementsOf(announced);
    }

    private List<String> lines() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }
}
