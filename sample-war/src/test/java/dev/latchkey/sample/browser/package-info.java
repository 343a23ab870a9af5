/** The library's pages in a real browser: Chromium with a virtual authenticator, over http and https. */
@NullMarked
package dev.latchkey.sample.browser;

import org.jspecify.annotations.NullMarked;
