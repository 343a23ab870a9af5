package dev.latchkey.sample.browser;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lends the tests one Chromium and one sample for all of them, and disables them, saying so, on a machine that has none. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = Programs.missing("chromium", "chromedriver");
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("Chromium is there")
                : ConditionEvaluationResult.disabled("Not on the PATH: " + String.join(" and ", missing)
                        + ". Install the packages chromium and chromium-driver to run the browser tests.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == Sample.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Sample.class) {
            return shared(context, Sample.class, Sample::start);
        }
        Browser browser = browser(context);
        browser.startAfresh();
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        browser(context).console().verify();
    }

    private static Browser browser(ExtensionContext context) {
        return shared(context, Browser.class, Browser::start);
    }

    /** Made when first asked for, closed after the last test of all. */
    private static <T extends AutoCloseable> T shared(ExtensionContext context, Class<T> type, Supplier<T> maker) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(type, key -> maker.get(), type);
    }
}
