package dev.latchkey.sample.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A {@link BrowserTest} of what is the same whatever the scheme: over https alone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(value = Scheme.class, names = "HTTPS")
@ExtendWith({SampleExtension.class, BrowserExtension.class})
@interface SecureBrowserTest {}
