package dev.latchkey.sample.crew;

import dev.latchkey.sample.browser.SampleExtension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lends the tests one running {@link Crew} for all of them. */
final class CrewExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Crew.class;
    }

    @Override
    public Crew resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SampleExtension.shared(context, Crew.class, Crew::start);
    }
}
