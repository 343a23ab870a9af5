package dev.latchkey.sample.crew.run;

import java.nio.file.Path;

/**
 * Runs the sample until it is interrupted, reachable from this machine only.
 *
 * <p>System properties: {@code crew.port} (default 8081), {@code crew.data} (the directory of the database, default {@code data}) and
 * {@code crew.war}.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        CrewServer server = CrewServer.start(
                Path.of(System.getProperty("crew.war", "target/latchkey-sample-form-login.war")),
                Path.of(System.getProperty("crew.data", "data")),
                Integer.getInteger("crew.port", 8081));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "sample-shutdown"));
        System.out.println("The sample is ready at " + server.address());
        server.join();
    }
}
