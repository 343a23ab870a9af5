package dev.latchkey.servlet;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;

/** Tomcat, with the realm of its engine. */
final class TomcatServer implements WebServer {
    private final Tomcat tomcat = new Tomcat();
    private final Context application = new StandardContext();

    private TomcatServer(FormWar war, Path base, ClassLoader shared) throws Exception {
        tomcat.setBaseDir(base.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        tomcat.setConnector(connector);
        user("bob", "member");
        user("ada@example.com", "member");
        user("zoë", "guest");
        ContextConfig configuration = new ContextConfig();
        configuration.setDefaultWebXml("org/apache/catalina/startup/NO_DEFAULT_XML");
        String path = war.name().equals("ROOT") ? "" : "/" + war.name();
        application.setName(path);
        application.setPath(path);
        application.setDocBase(war.root().toString());
        application.setParentClassLoader(shared);
        application.addLifecycleListener(configuration);
        tomcat.getHost().addChild(application);
    }

    static TomcatServer start(FormWar war, Path base) throws Exception {
        TomcatServer server = of(war, base, TomcatServer.class.getClassLoader());
        if (server.application.getState() != LifecycleState.STARTED) {
            server.stop();
            throw new IllegalStateException("the application did not start");
        }
        return server;
    }

    /** One whose application may not have started. */
    static TomcatServer of(FormWar war, Path base, ClassLoader shared) throws Exception {
        TomcatServer server = new TomcatServer(war, base, shared);
        server.tomcat.start();
        return server;
    }

    boolean runs() {
        return application.getState() == LifecycleState.STARTED;
    }

    String virtualServer() {
        return application.getServletContext().getVirtualServerName();
    }

    void remove() throws Exception {
        application.stop();
        tomcat.getHost().removeChild(application);
    }

    @Override
    public URI application() {
        return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + application.getPath());
    }

    @Override
    public void restartApplication() {
        application.reload();
    }

    @Override
    public void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    private void user(String name, String role) {
        tomcat.addUser(name, name);
        tomcat.addRole(name, role);
    }
}
