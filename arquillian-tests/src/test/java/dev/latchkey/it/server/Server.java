package dev.latchkey.it.server;

import dev.latchkey.it.server.ServerKind.Kept;
import java.nio.file.Files;
import java.nio.file.Path;

/** The servers that the tests know. One run has one: the system property {@code server} names it. */
public enum Server {
    TOMCAT_10_1("Tomcat 10.1"),
    TOMCAT_11_0("Tomcat 11.0"),
    JETTY_12_0("Jetty 12.0"),
    JETTY_12_1("Jetty 12.1"),
    WILDFLY_39("WildFly 39"),
    LIBERTY_26("Open Liberty 26"),
    GLASSFISH_7("GlassFish 7"),
    PAYARA_6("Payara 6");

    private final String label;

    Server(String label) {
        this.label = label;
    }

    /** The server of this run. */
    public static Server chosen() {
        return valueOf(property("server"));
    }

    /** As the documentation calls it. */
    public String label() {
        return label;
    }

    public ServerKind kind() {
        return switch (this) {
            case TOMCAT_10_1 -> new Tomcat(Libraries.HIBERNATE);
            case TOMCAT_11_0 -> new Tomcat(Libraries.ECLIPSELINK);
            case JETTY_12_0 -> new Jetty("ee10", Libraries.HIBERNATE);
            case JETTY_12_1 -> new Jetty("ee11", Libraries.ECLIPSELINK);
            case WILDFLY_39 -> new WildFly();
            case LIBERTY_26 -> new Liberty();
            case GLASSFISH_7 -> new GlassFish("glassfish7", Kept.ALL);
            case PAYARA_6 -> new GlassFish("payara6", Kept.FIRST);
        };
    }

    /** The directory of the unpacked distribution, if it is there. */
    public Path home() {
        return Path.of(property("servers"), kind().directory(property("server.version")));
    }

    /** Whether the build unpacked it, and was not told to do without. */
    public boolean isThere() {
        return !Boolean.getBoolean("server.left.out") && Files.isDirectory(home());
    }

    /** A system property that the build sets. */
    public static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the system property " + name + " is missing: run these tests by Maven");
        }
        return value;
    }
}
