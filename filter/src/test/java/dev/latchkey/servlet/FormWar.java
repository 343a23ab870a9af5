package dev.latchkey.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/**
 * A web application with security constraints and a form login, to which passkeys were added. It has the filter in its own
 * {@code WEB-INF/classes}.
 */
record FormWar(Path root, String database) {
    private static final String UNITS = "META-INF/persistence.xml";

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <filter>
                <filter-name>passkeys</filter-name>
                <filter-class>dev.latchkey.servlet.PasskeyFilter</filter-class>
              </filter>
              <filter-mapping>
                <filter-name>passkeys</filter-name>
                <url-pattern>/*</url-pattern>
              </filter-mapping>
              <servlet>
                <servlet-name>pages</servlet-name>
                <servlet-class>dev.latchkey.servlet.FormPagesServlet</servlet-class>
              </servlet>
              <servlet-mapping>
                <servlet-name>pages</servlet-name>
                <url-pattern>/</url-pattern>
              </servlet-mapping>
              <servlet>
                <servlet-name>staff</servlet-name>
                <servlet-class>dev.latchkey.servlet.StaffServlet</servlet-class>
                <load-on-startup>1</load-on-startup>
              </servlet>
              <servlet-mapping>
                <servlet-name>staff</servlet-name>
                <url-pattern>/staff/*</url-pattern>
              </servlet-mapping>
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>members</web-resource-name>
                  <url-pattern>/members/*</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>member</role-name></auth-constraint>
              </security-constraint>
              <login-config>
                <auth-method>FORM</auth-method>
                <realm-name>shop</realm-name>
                <form-login-config>
                  <form-login-page>/sign-in</form-login-page>
                  <form-error-page>/sign-in-failed</form-error-page>
                </form-login-config>
              </login-config>
              <security-role><role-name>member</role-name></security-role>
              <security-role><role-name>staff</role-name></security-role>
            </web-app>
            """;

    private static final String CONFIG = """
            latchkey {
              domains = [{ host = localhost }]
              clients.web { allowed-origins = ["http://localhost:3000"], session-login = true, my-account = true }
              login { session = true, container = true }
              my-account.session = true
              keys.secret = "a secret that these tests alone know"
              accounts {
                entity = dev.latchkey.servlet.Member
                attributes { id = id, email = email, roles = role }
                defaults { role = member }
              }
              storage { persistence-unit = members, properties { "jakarta.persistence.jdbc.url" = "%s" } }
            }
            """;

    static FormWar in(Path root) throws IOException {
        FormWar war = new FormWar(root, Kit.database());
        war.write("WEB-INF/web.xml", WEB_XML);
        war.write("WEB-INF/latchkey.conf", CONFIG.formatted(war.database));
        war.copyClasses(location(PasskeyFilter.class));
        return war;
    }

    /** The same as a server takes it that shares no class path with the tests: with libraries, and a database that both may open. */
    FormWar withLibraries(Path libraries) throws IOException {
        FormWar war = new FormWar(root, "jdbc:h2:" + root.resolveSibling("members") + ";AUTO_SERVER=TRUE");
        war.with(
                "WEB-INF/latchkey.conf",
                '"' + database + '"',
                '"' + war.database + "\", \"jakarta.persistence.jdbc.driver\" = org.h2.Driver");
        Path lib = Files.createDirectories(root.resolve("WEB-INF/lib"));
        try (Stream<Path> files = Files.list(libraries)) {
            files.forEach(file -> copyFile(file, lib.resolve(file.getFileName())));
        }
        Path tests = location(FormWar.class);
        war.copyClasses(tests);
        copyFile(tests.resolve(UNITS), root.resolve("WEB-INF/classes").resolve(UNITS));
        return war;
    }

    String name() {
        return root.getName(root.getNameCount() - 1).toString();
    }

    FormWar with(String file, String old, String changed) throws IOException {
        String text = Files.readString(root.resolve(file));
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " has no " + old);
        }
        write(file, text.replace(old, changed));
        return this;
    }

    FormWar write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    void giveRole(String email, String role) throws SQLException {
        try (Statement statement = DriverManager.getConnection(database).createStatement()) {
            statement.executeUpdate("update member set role = '%s' where email = '%s'".formatted(role, email));
        }
    }

    private void copyClasses(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("dev"))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> copyFile(
                            file,
                            root.resolve("WEB-INF/classes")
                                    .resolve(directory.relativize(file).toString())));
        }
    }

    private static void copyFile(Path file, Path target) {
        try {
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path location(Class<?> type) {
        try {
            URI uri = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
