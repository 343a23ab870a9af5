package dev.latchkey.servlet;

import java.net.InetAddress;
import java.net.URI;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.security.Password;

/** Jetty, with the realm of the server. */
final class JettyServer implements WebServer {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final FormWar war;

    private JettyServer(FormWar war) {
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        UserStore users = new UserStore();
        users.addUser("bob", new Password("bob"), new String[] {"member"});
        users.addUser("ada@example.com", new Password("ada@example.com"), new String[] {"member"});
        users.addUser("zoë", new Password("zoë"), new String[] {"guest"});
        HashLoginService realm = new HashLoginService("shop");
        realm.setUserStore(users);
        server.addBean(realm);
        this.war = war;
        server.setHandler(deployed(war));
    }

    private static WebAppContext deployed(FormWar war) {
        WebAppContext application = new WebAppContext();
        application.setContextPath("/shop");
        application.setBaseResource(ResourceFactory.root().newResource(war.root()));
        application.setThrowUnavailableOnStartupException(true);
        return application;
    }

    static JettyServer start(FormWar war) throws Exception {
        JettyServer jetty = new JettyServer(war);
        try {
            jetty.server.start();
        } catch (Exception e) {
            jetty.stop();
            throw e;
        }
        return jetty;
    }

    @Override
    public URI application() {
        return URI.create("http://localhost:" + connector.getLocalPort() + "/shop");
    }

    /** By a new context, as Jetty's deployer does it. */
    @Override
    public void restartApplication() throws Exception {
        server.stop();
        server.setHandler(deployed(war));
        server.start();
    }

    @Override
    public void stop() {
        LifeCycle.stop(server);
    }
}
