package dev.latchkey.sample.browser;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Notes which ceremonies the pages begin, and can let a device answer late. Kept in the tab's storage, so that it outlives the pages. */
final class Ceremonies {
    private static final String RECORDER = """
            for (const method of ['create', 'get']) {
              const genuine = CredentialsContainer.prototype[method];
              CredentialsContainer.prototype[method] = async function (options) {
                const kind = options.mediation ? `${method} ${options.mediation}` : method;
                sessionStorage.ceremonies = `${sessionStorage.ceremonies ?? ''}${kind},`;
                const credential = await genuine.call(this, options);
                await new Promise((resolve) => setTimeout(resolve, Number(sessionStorage.delayMillis ?? 0)));
                return credential;
              };
            }
            const available = PublicKeyCredential.isConditionalMediationAvailable;
            PublicKeyCredential.isConditionalMediationAvailable = async () =>
              !sessionStorage.withoutAutofill && available.call(PublicKeyCredential);
            """;

    private final ChromeDriver driver;

    Ceremonies(ChromeDriver driver) {
        this.driver = driver;
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", RECORDER));
    }

    /** Those begun since the library was opened: {@code create}, {@code get} or {@code get conditional}. */
    List<String> begun() {
        String noted = String.valueOf(driver.executeScript("return sessionStorage.ceremonies ?? ''"));
        return Arrays.stream(noted.split(",", -1))
                .filter(kind -> !kind.isEmpty())
                .toList();
    }

    /** How many of a kind were begun. */
    int count(String kind) {
        return Collections.frequency(begun(), kind);
    }

    /** From now on the device's answers reach the page so much later. */
    void delayAnswers(Duration delay) {
        driver.executeScript("sessionStorage.delayMillis = arguments[0]", delay.toMillis());
    }

    /** From now on the browser is one whose autofill knows no passkeys. */
    void withoutAutofill() {
        driver.executeScript("sessionStorage.withoutAutofill = true");
    }
}
