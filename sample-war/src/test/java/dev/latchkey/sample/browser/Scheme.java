package dev.latchkey.sample.browser;

import dev.latchkey.sample.run.SampleServer;
import java.net.URI;

/** The two ways to reach the sample. */
public enum Scheme {
    HTTP,
    HTTPS;

    URI addressOf(SampleServer server) {
        return this == HTTP ? server.httpAddress() : server.httpsAddress();
    }
}
