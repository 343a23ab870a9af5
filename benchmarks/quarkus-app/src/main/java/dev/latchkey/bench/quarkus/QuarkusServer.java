package dev.latchkey.bench.quarkus;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;

/** Prints {@code ready PORT} and serves until it is ended. System property {@code bench.jdbc}: a URL with user. */
@QuarkusMain
public class QuarkusServer implements QuarkusApplication {

    @Override
    public int run(String... arguments) {
        System.out.println("ready " + ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class));
        Quarkus.waitForExit();
        return 0;
    }
}
