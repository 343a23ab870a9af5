package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log tells whoever puts the filter into an application. */
class StartLogTest {
    private final Logger logger = Logger.getLogger("dev.latchkey");
    private final Level before = logger.getLevel();
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(lines);
        logger.setLevel(before);
    }

    @Test
    void checklistIsOneBlock() throws Exception {
        start("/");

        assertThat(lines.messages)
                .filteredOn(line -> line.startsWith("Checklist"))
                .singleElement()
                .satisfies(block -> {
                    assertThat(block.lines()).hasSizeGreaterThan(5);
                    assertThat(block).contains("\n  [done]    domain localhost: ", "\n  [missing] iOS app: ");
                });
    }

    @Test
    void applicationBelowTheRootIsToldTheLineForItsProxy() throws Exception {
        start("/shop");

        assertThat(lines.messages)
                .anyMatch(
                        line -> line.contains("mounted at /shop")
                                && line.endsWith(
                                        "rewrite ^/\\.well-known/(jwks\\.json|openid-configuration)$ /shop/.well-known/$1 last;"));
    }

    @Test
    void applicationAtTheRootNeedsNoLine() throws Exception {
        start("/");

        assertThat(lines.messages).isNotEmpty().noneMatch(line -> line.contains("rewrite"));
    }

    @Test
    void secondFilterThatServesTheSameIsTold() throws Exception {
        PasskeyFilter first = new PasskeyFilter(Kit.over(new UnreachableStorage()));
        PasskeyFilter second = new PasskeyFilter(Kit.over(new UnreachableStorage()));
        WebApp.start("/", application -> {
                    application.addFilter(filter("first", first), "/*", EnumSet.of(DispatcherType.REQUEST));
                    application.addFilter(filter("second", second), "/*", EnumSet.of(DispatcherType.REQUEST));
                })
                .close();

        assertThat(lines.messages)
                .filteredOn(line -> line.contains("doors in this application"))
                .singleElement()
                .asString()
                .contains("the servlet filter first and the servlet filter second", "Keep one of them");
    }

    @Test
    void oneFilterAfterAnotherIsNoFault() throws Exception {
        start("/");
        start("/");

        assertThat(lines.messages).noneMatch(line -> line.contains("doors in this application"));
    }

    private static FilterHolder filter(String name, PasskeyFilter filter) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setName(name);
        return holder;
    }

    private static void start(String contextPath) throws Exception {
        PasskeyFilter filter = new PasskeyFilter(Kit.over(new UnreachableStorage()));
        WebApp.start(
                        contextPath,
                        application -> application.addFilter(
                                new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST)))
                .close();
    }

    private static final class Lines extends Handler {
        private final List<String> messages = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            messages.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
