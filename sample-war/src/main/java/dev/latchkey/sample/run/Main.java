package dev.latchkey.sample.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.logging.LogManager;

/**
 * Runs the sample until it is interrupted, reachable from this machine only.
 *
 * <p>System properties: {@code sample.port} (default 8080), {@code sample.httpsPort} (default 8443),
 * {@code sample.data} (the directory of database and certificate, default {@code data}), {@code sample.war} and
 * {@code sample.cryptoProvider} (default: the native provider on the class path, else {@code jvm}).
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        configureLogging();
        SampleServer server = SampleServer.start(
                Path.of(System.getProperty("sample.war", "target/latchkey-sample.war")),
                Path.of(System.getProperty("sample.data", "data")),
                Integer.getInteger("sample.port", 8080),
                Integer.getInteger("sample.httpsPort", 8443));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "sample-shutdown"));
        System.out.println("The sample is ready at " + server.httpAddress() + " and " + server.httpsAddress());
        server.join();
    }

    private static void configureLogging() throws IOException {
        try (InputStream configuration = Main.class.getResourceAsStream("logging.properties")) {
            if (configuration != null) {
                LogManager.getLogManager().readConfiguration(configuration);
            }
        }
    }
}
