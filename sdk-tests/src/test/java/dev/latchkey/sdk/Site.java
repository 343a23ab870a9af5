package dev.latchkey.sdk;

import dev.latchkey.sample.browser.Sample;
import dev.latchkey.sample.browser.Scheme;
import dev.latchkey.sample.run.Pages;
import dev.latchkey.sample.run.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sample, a page of auth0-spa-js at the sample's own origin and at another one, and the origin of a page that a server of its own would serve.
 * What is configured over the sample is those origins, for the clients that have none or another in {@code latchkey.conf}.
 */
final class Site implements AutoCloseable {
    /** Where a server that uses auth0-auth-js would have its pages. */
    static final String BACKEND_ORIGIN = "https://localhost:4000";

    private static final String PATH = "/sdk";
    private static final Path SPA_JS = Path.of("node_modules/@auth0/auth0-spa-js/dist");

    private final Sample sample;
    private final Tls tls;
    private final OtherOrigin other;

    private Site(Sample sample, Tls tls, OtherOrigin other) {
        this.sample = sample;
        this.tls = tls;
        this.other = other;
    }

    static Site start() {
        return startWith(Map.of());
    }

    /** @param more of the configuration, as system properties */
    static Site startWith(Map<String, String> more) {
        int port = Sample.freePort();
        Map<String, String> configuration = new HashMap<>(more);
        configuration.put("latchkey.clients.sample-app.allowed-origins", OtherOrigin.at(port));
        configuration.put("latchkey.clients.sample-backend.allowed-origins", BACKEND_ORIGIN);
        Sample sample = Sample.startWith(configuration);
        Path pages = pages();
        Pages.add(sample.server(), PATH, pages);
        Tls tls = Tls.ofRunningSample();
        return new Site(sample, tls, OtherOrigin.serving(pages, port, tls));
    }

    /** What an SDK calls the domain: host and port, without a scheme. */
    String domain() {
        return address().getAuthority();
    }

    /** The sample's, over https. */
    URI address() {
        return sample.address(Scheme.HTTPS);
    }

    URI address(String path) {
        return URI.create(address() + path);
    }

    URI samePage() {
        return address(PATH + "/index.html");
    }

    URI otherPage() {
        return other.page();
    }

    /** The sample's self-signed certificate, as a file in PEM. */
    Path certificate() {
        try {
            return Files.writeString(Sdks.directory().resolve("sample.pem"), tls.pem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        other.close();
        sample.close();
    }

    /** The tests' page beside the files of the SDK, as they came. */
    private static Path pages() {
        Path pages = Sample.freshDirectory("pages");
        copy(Path.of("src/test/pages"), pages);
        copy(Sdks.directory().resolve(SPA_JS), pages);
        return pages;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
