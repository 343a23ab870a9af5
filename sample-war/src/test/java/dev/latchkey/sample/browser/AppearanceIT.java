package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page on wide and small screens, light and dark; the pictures are kept in {@code target/screenshots}. */
@ExtendWith({SampleExtension.class, BrowserExtension.class})
class AppearanceIT {
    private static final int WIDE = 1280;
    private static final int PHONE = 390;
    private static final int NARROWEST = 320;
    private static final int HALF = 640;

    private final Browser browser;
    private final Library library;
    private final List<String> faults = new ArrayList<>();

    AppearanceIT(Browser browser, Sample sample) {
        this.browser = browser;
        this.library = browser.at(sample.address(Scheme.HTTP));
    }

    @Test
    void everyPageReadsWellOnEveryScreen() {
        new Tour(browser, library, this::look).run();

        assertThat(faults).isEmpty();
    }

    private void look(String page) {
        look(page, "wide-light", WIDE, false);
        look(page, "wide-dark", WIDE, true);
        look(page, "phone-light", PHONE, false);
        look(page, "phone-dark", PHONE, true);
        look(page, "narrowest-light", NARROWEST, false);
        browser.screen().setTextSize(200);
        look(page, "large-text-light", HALF, false);
        browser.screen().setTextSize(100);
        browser.screen().reset();
    }

    private void look(String page, String manner, int width, boolean dark) {
        browser.screen().setWidth(width);
        browser.screen().setDark(dark);
        browser.screen().save(page + "-" + manner);
        PageFaults.in(browser).forEach(fault -> faults.add(page + ", " + manner + ": " + fault));
    }
}
