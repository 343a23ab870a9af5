package dev.latchkey.sample.browser;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lends the tests one running {@link Sample} for all of them. */
public final class SampleExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SampleExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sample.class;
    }

    @Override
    public Sample resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context, Sample.class, Sample::start);
    }

    /** Made when first asked for, closed after the last test of all. */
    public static <T extends AutoCloseable> T shared(ExtensionContext context, Class<T> type, Supplier<T> maker) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(type, key -> maker.get(), type);
    }
}
