package dev.latchkey.it;

import dev.latchkey.it.host.Api;
import dev.latchkey.it.plain.TransactionPage;
import dev.latchkey.it.server.Database;
import dev.latchkey.it.server.Server;
import dev.latchkey.it.server.ServerKind;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The applications that are deployed. */
final class Wars {
    private static final String DATA_SOURCE = "java:comp/env/jdbc/latchkey";
    private static final String CONFIG = "latchkey.conf";
    private static final String SETTING = "  storage.data-source = \"" + DATA_SOURCE + "\"\n";
    private static final String UNITS = "persistence.xml";
    private static final String BUNDLE = "latchkey.jar";

    /** The kit's modules and the libraries that are theirs alone. */
    private static final Pattern MODULES = Pattern.compile(
            "/WEB-INF/lib/(latchkey-|jackson-|webauthn-|yubico-|guava-|cbor-"
                    + "|nimbus-|config-|slf4j-|numbers-|datautilities-|failureaccess-|listenablefuture-|error_prone|j2objc).*");

    /** For servers with transactions of their own. */
    private static final String UNITS_OF_SERVER = "persistence-jta.xml";

    private static final String DEFAULT_SOURCE = "java:comp/DefaultDataSource";

    private Wars() {}

    /** The sample, as it is; on servers that impose their Jackson, with the one jar in place of the modules. */
    static WebArchive sample() {
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, new File(Server.property("sample.war")));
        if (Server.chosen().kind().imposesJackson()) {
            war.getContent(path -> MODULES.matcher(path.get()).matches())
                    .keySet()
                    .forEach(war::delete);
            war.addAsLibrary(new File(Server.property("bundle.jar")), BUNDLE);
        }
        return war;
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
        ServerKind server = Server.chosen().kind();
        String source = server.dataSource(database);
        String config = server.hasTransactions()
                ? resource(CONFIG).replace(SETTING, "")
                : resource(CONFIG).replace(DATA_SOURCE, source);
        String units =
                server.hasTransactions() ? resource(UNITS_OF_SERVER).replace(DEFAULT_SOURCE, source) : resource(UNITS);
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addAsLibrary(new File(Server.property("bundle.jar")), BUNDLE)
                .addAsWebInfResource(new StringAsset(config + more), CONFIG)
                .addAsResource(new StringAsset(units), "META-INF/" + UNITS);
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

    /** An application without Latchkey, for a server with transactions. */
    static WebArchive plain(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war").addPackage(TransactionPage.class.getPackage());
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
