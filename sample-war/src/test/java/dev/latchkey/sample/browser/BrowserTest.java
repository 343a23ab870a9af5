package dev.latchkey.sample.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A class whose tests run in Chromium once over http and once over https. Its constructor takes a {@link Scheme}, a {@link Browser}
 * that remembers nothing of earlier tests, and the running {@link Sample}. A test fails if the console holds anything that it did not announce.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(Scheme.class)
@ExtendWith({SampleExtension.class, BrowserExtension.class})
@interface BrowserTest {}
