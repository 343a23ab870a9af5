package dev.latchkey.sample.browser;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** Lends the tests one Chromium for all of them, and skips them, saying so, on a machine that has none. */
public final class BrowserExtension implements TestInstancePreConstructCallback, ParameterResolver, AfterEachCallback {
    /** Before each test, for reports do not tell of a parameterized class that is disabled as a whole. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        List<String> missing = Programs.missing("chromium", "chromedriver");
        if (!missing.isEmpty()) {
            Assumptions.abort("Not on the PATH: " + String.join(" and ", missing)
                    + ". Install the packages chromium and chromium-driver to run the browser tests.");
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Browser browser = browser(context);
        browser.startAfresh();
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        browser(context).console().verify();
    }

    private static Browser browser(ExtensionContext context) {
        return SampleExtension.shared(context, Browser.class, Browser::start);
    }
}
