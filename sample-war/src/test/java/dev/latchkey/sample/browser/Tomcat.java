package dev.latchkey.sample.browser;

import dev.latchkey.testkit.JavaCommand;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A Tomcat in a process of its own, with the sample's WAR under a context path. */
final class Tomcat implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SERVER = """
            <Server port="-1">
              <Service name="Catalina">
                <Connector address="127.0.0.1" port="${sample.port}"/>
                <Engine name="Catalina" defaultHost="localhost">
                  <Host name="localhost" appBase="webapps" unpackWARs="true"/>
                </Engine>
              </Service>
            </Server>
            """;

    /** What of the defaults in a Tomcat's conf/web.xml the sample needs. */
    private static final String DEFAULTS = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <servlet>
                <servlet-name>default</servlet-name>
                <servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class>
              </servlet>
              <servlet>
                <servlet-name>jsp</servlet-name>
                <servlet-class>org.apache.jasper.servlet.JspServlet</servlet-class>
              </servlet>
              <servlet-mapping><servlet-name>default</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
              <servlet-mapping><servlet-name>jsp</servlet-name><url-pattern>*.jsp</url-pattern></servlet-mapping>
              <mime-mapping><extension>css</extension><mime-type>text/css</mime-type></mime-mapping>
            </web-app>
            """;

    private final Process process;
    private final URI address;

    private Tomcat(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Tomcat start(String contextPath) throws IOException, InterruptedException {
        Path base = Sample.freshDirectory("tomcat");
        Files.createDirectories(base.resolve("webapps"));
        Path configuration = Files.createDirectories(base.resolve("conf"));
        Files.writeString(configuration.resolve("server.xml"), SERVER);
        Files.writeString(configuration.resolve("web.xml"), DEFAULTS);
        int port = Sample.freePort();
        Process process = new ProcessBuilder(JavaCommand.of(
                        "-Dsample.port=" + port,
                        "-Dsample.data=" + base.resolve("data").toAbsolutePath(),
                        "-Dcatalina.base=" + base.toAbsolutePath(),
                        "-Dcatalina.home=" + base.toAbsolutePath(),
                        "-cp",
                        Path.of(System.getProperty("sample.target", "target"), "tomcat", "*")
                                .toString(),
                        "org.apache.catalina.startup.Tomcat",
                        "--path",
                        contextPath,
                        "--war",
                        Sample.war().toAbsolutePath().toString(),
                        "--await"))
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("log.txt").toFile())
                .start();
        Tomcat tomcat = new Tomcat(process, URI.create("http://localhost:" + port + contextPath));
        try {
            awaitPort(process, port);
        } catch (IOException | InterruptedException e) {
            tomcat.close();
            throw new IOException("Tomcat did not start, see " + base.resolve("log.txt"), e);
        }
        return tomcat;
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static void awaitPort(Process process, int port) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (ConnectException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}
