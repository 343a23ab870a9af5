package dev.latchkey.sdk;

import dev.latchkey.sample.browser.SampleExtension;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** Installs the SDKs, or skips the tests, saying what is missing; lends one {@link Site} and one {@link NodeAgent} to all of them. */
final class SdkExtension implements TestInstancePreConstructCallback, ParameterResolver {
    /** Before each test, for reports do not tell of a parameterized class that is disabled as a whole. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        Sdks.missing().ifPresent(Assumptions::abort);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Site.class || type == NodeAgent.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Site site = SampleExtension.shared(context, Site.class, Site::start);
        return parameter.getParameter().getType() == Site.class
                ? site
                : SampleExtension.shared(context, NodeAgent.class, () -> NodeAgent.start(site.certificate()));
    }
}
