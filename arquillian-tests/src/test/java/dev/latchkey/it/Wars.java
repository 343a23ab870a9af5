package dev.latchkey.it;

import dev.latchkey.it.host.Api;
import dev.latchkey.it.server.Database;
import dev.latchkey.it.server.Server;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The applications that are deployed. */
final class Wars {
    private static final String DATA_SOURCE = "java:comp/env/jdbc/latchkey";
    private static final String CONFIG = "latchkey.conf";
    private static final String UNITS = "persistence.xml";

    private Wars() {}

    /** The sample, as it is. */
    static WebArchive sample() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(Server.property("sample.war")));
    }

    /** One jar and two small files. */
    static WebArchive bare(String name) {
        return bare(name, Database.LATCHKEY, "");
    }

    /**
     * One jar and two small files.
     *
     * @param more lines at the end of the configuration, which win
     */
    static WebArchive bare(String name, Database database, String more) {
        String config =
                resource(CONFIG).replace(DATA_SOURCE, Server.chosen().kind().dataSource(database));
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addAsLibrary(new File(Server.property("bundle.jar")), "latchkey.jar")
                .addAsWebInfResource(new StringAsset(config + more), CONFIG)
                .addAsResource(new StringAsset(resource(UNITS)), "META-INF/" + UNITS);
    }

    /** An application with JAX-RS and JSON of its own, which serves the endpoints too. */
    static WebArchive jaxrs(String name) {
        WebArchive war = bare(name, Database.LATCHKEY, "latchkey.filter.application-path = /api\n")
                .addPackage(Api.class.getPackage());
        for (Path jar : Server.chosen().kind().jaxrs()) {
            war.addAsLibrary(jar.toFile());
        }
        return war;
    }

    private static String resource(String name) {
        try (InputStream file = Wars.class.getResourceAsStream("/bare/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
