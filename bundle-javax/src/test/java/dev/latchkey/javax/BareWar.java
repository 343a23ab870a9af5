package dev.latchkey.javax;

import static java.nio.file.StandardOpenOption.APPEND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An application that has the one jar and two files, and needs no {@code web.xml}. */
record BareWar(Path root) {
    /** The jar that the build transformed. */
    static final Path JAR = Path.of(System.getProperty("bundle.jar"));

    private static final String CONFIGURATION = """
            latchkey {
              domains = [{ host = localhost }]
              clients.web {
                allowed-origins = ["http://localhost"]
                grants = [passkey, refresh_token]
                session-login = true
                my-account = true
              }
              login.session = true
              keys.secret = "a secret that these tests alone know"
              filter.automatic = true
            }
            """;

    private static final String PERSISTENCE_UNIT = """
            <persistence xmlns="http://xmlns.jcp.org/xml/ns/persistence" version="2.2">
              <persistence-unit name="latchkey" transaction-type="RESOURCE_LOCAL">
                <mapping-file>META-INF/latchkey-orm.xml</mapping-file>
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
                <properties>
                  <property name="javax.persistence.jdbc.url" value="jdbc:h2:mem:javax;DB_CLOSE_DELAY=-1"/>
                  <property name="javax.persistence.schema-generation.database.action" value="drop-and-create"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;

    private static final String FORM_LOGIN = """
            <web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="4.0">
              <login-config>
                <auth-method>FORM</auth-method>
                <form-login-config>
                  <form-login-page>/login.html</form-login-page>
                  <form-error-page>/failed.html</form-error-page>
                </form-login-config>
              </login-config>
            </web-app>
            """;

    /** One whose container shall know who signed in. */
    static BareWar withLoginInTheContainer(Path root) throws IOException {
        BareWar war = in(root);
        Path inside = root.resolve("WEB-INF");
        Files.writeString(inside.resolve("web.xml"), FORM_LOGIN);
        Files.writeString(inside.resolve("latchkey.conf"), "latchkey.login.container = true", APPEND);
        return war;
    }

    /** One made in a directory. */
    static BareWar in(Path root) throws IOException {
        Path inside = Files.createDirectories(root.resolve("WEB-INF"));
        Files.writeString(inside.resolve("latchkey.conf"), CONFIGURATION);
        Path unit = Files.createDirectories(inside.resolve("classes/META-INF"));
        Files.writeString(unit.resolve("persistence.xml"), PERSISTENCE_UNIT);
        Files.copy(JAR, Files.createDirectories(inside.resolve("lib")).resolve("latchkey.jar"));
        return new BareWar(root);
    }
}
