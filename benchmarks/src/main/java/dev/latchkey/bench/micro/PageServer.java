package dev.latchkey.bench.micro;

import dev.latchkey.servlet.PasskeyFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * A page of an application, through Jetty in memory and in the thread that asks: with the filter before the application, or without. Used by
 * one thread at a time.
 */
final class PageServer implements AutoCloseable {
    private static final String REQUEST = "GET /loans HTTP/1.1\r\nHost: auth.example.com\r\n\r\n";

    private final Server server = new Server();
    private final LocalConnector.LocalEndPoint connection;

    PageServer(boolean filter) throws Exception {
        ServletContextHandler application = new ServletContextHandler(ServletContextHandler.SESSIONS);
        application.addServlet(new ServletHolder(new Page()), "/*");
        if (filter) {
            application.addFilter(
                    new FilterHolder(new PasskeyFilter(InMemory.latchkey())), "/*", EnumSet.of(DispatcherType.REQUEST));
        }
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        server.setHandler(application);
        server.start();
        connection = connector.connect();
        if (!get().contains("200 OK")) {
            throw new IllegalStateException("the page is not served");
        }
    }

    String get() throws Exception {
        connection.addInputAndExecute(REQUEST);
        return connection.getResponse();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static final class Page extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            response.getWriter().print("hello");
        }
    }
}
