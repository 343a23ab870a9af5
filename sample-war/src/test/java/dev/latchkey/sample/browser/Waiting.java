package dev.latchkey.sample.browser;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;

/** Patience with pages. */
public final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 40;

    private Waiting() {}

    /**
     * Waits until the condition holds. While a page comes and goes, its elements may be missing.
     *
     * @throws AssertionError with what the page says, if that takes too long
     */
    public static void until(Browser browser, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for " + what + " at "
                        + browser.driver().getCurrentUrl() + ":\n"
                        + browser.driver().findElement(By.cssSelector("body")).getText());
            }
            pause();
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (WebDriverException comingAndGoing) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
