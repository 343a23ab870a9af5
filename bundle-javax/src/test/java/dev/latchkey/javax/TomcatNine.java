package dev.latchkey.javax;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;

/** Tomcat 9 with one application, which has a page that tells who asks. */
final class TomcatNine implements AutoCloseable {
    /** Answers the name of the caller. */
    static final String WHO = "/who";

    private final Tomcat tomcat = new Tomcat();
    private final Context application = new StandardContext();

    private TomcatNine(BareWar war, Path base) {
        tomcat.setBaseDir(base.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        tomcat.setConnector(connector);
        ContextConfig configuration = new ContextConfig();
        configuration.setDefaultWebXml("org/apache/catalina/startup/NO_DEFAULT_XML");
        application.setName("");
        application.setPath("");
        application.setDocBase(war.root().toString());
        application.setParentClassLoader(TomcatNine.class.getClassLoader());
        application.addLifecycleListener(configuration);
        Tomcat.addServlet(application, "files", new DefaultServlet());
        application.addServletMappingDecoded("/", "files");
        Tomcat.addServlet(application, "who", new Who());
        application.addServletMappingDecoded(WHO, "who");
        tomcat.getHost().addChild(application);
    }

    /** One whose application may not have started. */
    static TomcatNine start(BareWar war, Path base) throws Exception {
        TomcatNine server = new TomcatNine(war, base);
        server.tomcat.start();
        return server;
    }

    boolean serves() {
        return application.getState() == LifecycleState.STARTED;
    }

    URI address() {
        return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort());
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private static final class Who extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
            String name = Optional.ofNullable(request.getUserPrincipal())
                    .map(Principal::getName)
                    .orElse("nobody");
            response.getWriter().print(name + " by " + request.getAuthType());
        }
    }
}
