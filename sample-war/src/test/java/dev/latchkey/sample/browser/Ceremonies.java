package dev.latchkey.sample.browser;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Notes which ceremonies the pages begin, and can let a device answer late. Kept in the tab's storage, so that it outlives the pages. */
public final class Ceremonies {
    private static final String RECORDER = """
            function acted(options) {
              switch (sessionStorage.conditionalCreate) {
                case 'makes':
                  return { ...options, mediation: undefined };
                case 'declines':
                  throw new DOMException('Not now.', 'NotAllowedError');
                default:
                  return options;
              }
            }
            for (const method of ['create', 'get']) {
              const genuine = CredentialsContainer.prototype[method];
              CredentialsContainer.prototype[method] = async function (options) {
                const kind = options.mediation ? `${method} ${options.mediation}` : method;
                sessionStorage.ceremonies = `${sessionStorage.ceremonies ?? ''}${kind},`;
                const credential = await genuine.call(this, kind === 'create conditional' ? acted(options) : options);
                await new Promise((resolve) => setTimeout(resolve, Number(sessionStorage.delayMillis ?? 0)));
                return credential;
              };
            }
            const send = window.fetch;
            window.fetch = async (address, options) => {
              if (sessionStorage.sendsAnswersTwice && String(options?.body).includes('"authn_response"')) {
                await send(address, options);
              }
              return send(address, options);
            };
            const available = PublicKeyCredential.isConditionalMediationAvailable;
            PublicKeyCredential.isConditionalMediationAvailable = async () =>
              !sessionStorage.withoutAutofill && available.call(PublicKeyCredential);
            const capabilities = PublicKeyCredential.getClientCapabilities;
            PublicKeyCredential.getClientCapabilities = async () => ({
              ...(await capabilities.call(PublicKeyCredential)),
              conditionalCreate: Boolean(sessionStorage.conditionalCreate),
            });
            for (const method of ['signalUnknownCredential', 'signalAllAcceptedCredentials', 'signalCurrentUserDetails']) {
              const signal = PublicKeyCredential[method];
              PublicKeyCredential[method] = (options) => {
                sessionStorage.signals = `${sessionStorage.signals ?? ''}${method} ${JSON.stringify(options)}\n`;
                return signal.call(PublicKeyCredential, options);
              };
            }
            """;

    private final ChromeDriver driver;

    Ceremonies(ChromeDriver driver) {
        this.driver = driver;
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", RECORDER));
    }

    /** What a browser does that is asked for a conditional create. */
    enum ConditionalCreate {
        /** It makes a passkey: here by an ordinary create, which the device confirms, for Chromium's virtual authenticator makes none by itself. */
        MAKES,
        /** It refuses, as where it keeps no password of the person. */
        DECLINES,
        /** It never answers: what Chromium does beside a virtual authenticator. */
        KEEPS_SILENT
    }

    /** Those begun since the library was opened: {@code create}, {@code create conditional}, {@code get} or {@code get conditional}. */
    List<String> begun() {
        String noted = String.valueOf(driver.executeScript("return sessionStorage.ceremonies ?? ''"));
        return Arrays.stream(noted.split(",", -1))
                .filter(kind -> !kind.isEmpty())
                .toList();
    }

    /** The signals sent since the library was opened: the method, a blank and the options. */
    List<String> signals() {
        return String.valueOf(driver.executeScript("return sessionStorage.signals ?? ''"))
                .lines()
                .toList();
    }

    /** From now on the browser is one that knows the conditional create; before, it is one that does not. */
    void withConditionalCreate(ConditionalCreate manner) {
        driver.executeScript(
                "sessionStorage.conditionalCreate = arguments[0]", manner.name().toLowerCase(Locale.ROOT));
    }

    /** How many of a kind were begun. */
    public int count(String kind) {
        return Collections.frequency(begun(), kind);
    }

    /** From now on the device's answers reach the page so much later. */
    void delayAnswers(Duration delay) {
        driver.executeScript("sessionStorage.delayMillis = arguments[0]", delay.toMillis());
    }

    /** From now on the server's first reply to a device's answer gets lost, and the browser sends the same request again. */
    void sendAnswersTwice() {
        driver.executeScript("sessionStorage.sendsAnswersTwice = true");
    }

    /** From now on the browser is one whose autofill knows no passkeys. */
    void withoutAutofill() {
        driver.executeScript("sessionStorage.withoutAutofill = true");
    }
}
