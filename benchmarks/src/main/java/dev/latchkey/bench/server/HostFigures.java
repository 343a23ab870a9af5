package dev.latchkey.bench.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Locale;

/** How long this JVM took to start, and what it holds after a collection, as JSON. */
final class HostFigures extends HttpServlet {
    private static final long serialVersionUID = 1;

    private volatile long startMillis;

    void started(long millis) {
        startMillis = millis;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        System.gc();
        System.gc();
        response.setContentType("application/json");
        response.getWriter()
                .write(String.format(
                        Locale.ROOT,
                        "{\"start\":%d,\"heap\":%d,\"metaspace\":%d}",
                        startMillis,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                        metaspace()));
    }

    /** With the compressed class space, which is a part of it. */
    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
