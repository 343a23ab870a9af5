package dev.latchkey.sample.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium. Not thread-safe. */
public final class Browser implements AutoCloseable {
    private static final List<String> SWITCHES = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-features=SpareRendererForSitePerProcess",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--ignore-certificate-errors",
            "--lang=en-GB");

    private final ChromeDriver driver;
    private final Console console;
    private final Ceremonies ceremonies;
    private final Screen screen;
    private Device device;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        this.console = new Console(driver);
        this.ceremonies = new Ceremonies(driver);
        this.screen = new Screen(driver);
        this.device = Device.attachedTo(driver);
    }

    static Browser start() {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Programs.get("chromedriver"))
                .usingAnyFreePort()
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Programs.get("chromium"));
        options.setAcceptInsecureCerts(true);
        options.addArguments(SWITCHES);
        Path profile = Sample.freshDirectory("chromium");
        options.addArguments("--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return new Browser(new ChromeDriver(service, options));
    }

    /** Forgets cookies and devices; attaches one new device. */
    void startAfresh() {
        device.detach();
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        screen.reset();
        console.clear();
        device = Device.attachedTo(driver);
    }

    /** The library at an address of which nothing is stored in the browser. */
    Library at(URI address) {
        driver.get(address + "/");
        driver.executeScript("localStorage.clear(); sessionStorage.clear()");
        return new Library(this, address);
    }

    /** The device that the person holds: it confirms whatever it is asked. */
    public Device device() {
        return device;
    }

    /** Another device in place of the one before. */
    public Device changeDevice() {
        device.detach();
        device = Device.attachedTo(driver);
        return device;
    }

    /** The value of a cookie that the page has. */
    String cookie(String name) {
        return Objects.requireNonNull(driver.manage().getCookieNamed(name), name)
                .getValue();
    }

    public Console console() {
        return console;
    }

    public Ceremonies ceremonies() {
        return ceremonies;
    }

    public Screen screen() {
        return screen;
    }

    public WebDriver driver() {
        return driver;
    }

    /** What a script in the page returns; of a promise, what it resolves to. Never null. */
    public Object evaluate(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
