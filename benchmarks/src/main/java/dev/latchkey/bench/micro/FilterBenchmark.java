package dev.latchkey.bench.micro;

import dev.latchkey.servlet.PasskeyFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A request that is none of Latchkey's, through Jetty in memory: with the filter before the application, and without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FilterBenchmark {
    @Param({"false", "true"})
    public boolean filter;

    private static final String REQUEST = "GET /loans HTTP/1.1\r\nHost: auth.example.com\r\n\r\n";

    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);

    @Setup
    public void start() throws Exception {
        ServletContextHandler application = new ServletContextHandler(ServletContextHandler.SESSIONS);
        application.addServlet(new ServletHolder(new Page()), "/*");
        if (filter) {
            application.addFilter(
                    new FilterHolder(new PasskeyFilter(InMemory.latchkey())), "/*", EnumSet.of(DispatcherType.REQUEST));
        }
        server.addConnector(connector);
        server.setHandler(application);
        server.start();
        if (!passThrough().contains("200 OK")) {
            throw new IllegalStateException("the page is not served");
        }
    }

    @TearDown
    public void stop() throws Exception {
        server.stop();
    }

    @Benchmark
    public String passThrough() throws Exception {
        return connector.getResponse(REQUEST);
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
