package dev.latchkey.sdk;

import dev.latchkey.sample.browser.BrowserExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A class whose tests run in Chromium once for each {@link Setting}. Its constructor takes that, a {@link dev.latchkey.sample.browser.Browser} that remembers
 * nothing of earlier tests, and the {@link Site}. A test fails if the console holds anything that it did not announce.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(Setting.class)
@ExtendWith({SdkExtension.class, BrowserExtension.class})
@interface SpaTest {}
