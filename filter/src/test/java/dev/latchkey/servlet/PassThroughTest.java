package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.latchkey.Latchkey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the filter costs a request that is none of the kit's. */
class PassThroughTest {
    private static final int ROUNDS = 20_000;
    private static final int WRAPPER_BYTES = 32;

    private final Latchkey latchkey = Kit.over(new UnreachableStorage());
    private final Door door =
            Door.of("the filter", latchkey, new ServletContextHandler().getServletContext(), Optional.empty());
    private final HttpServletResponse response = untouchable(HttpServletResponse.class);
    private final Chain chain = new Chain();

    @Test
    void requestWithoutSessionPassesAsItIs() throws Exception {
        Request request = new Request("/shop/cart", null);
        door.enter(request, response, chain);

        assertThat(chain.passed).isSameAs(request);
    }

    @Test
    void requestWithSessionPassesInOneWrapperUntilSomebodyAsks() throws Exception {
        door.enter(new Request("/shop/cart", "1234"), response, chain);

        assertThat(chain.passed).isInstanceOf(PasskeyRequest.class);
    }

    @Test
    void wrappedRequestIsNotWrappedAgain() throws Exception {
        door.enter(new Request("/shop/cart", "1234"), response, chain);
        HttpServletRequest forwarded = new HttpServletRequestWrapper(chain.passed());
        door.enter(forwarded, response, chain);

        assertThat(chain.passed).isSameAs(forwarded);
    }

    @Test
    void pathThatIsShorterThanTheContextPathPasses() throws Exception {
        Request request = new Request("*", null);
        door.enter(request, response, chain);

        assertThat(chain.passed).isSameAs(request);
    }

    @Test
    void passingOnAllocatesNothing() throws Exception {
        assertThat(bytesPerRequest(new Request("/shop/passkeys/and/more", null)))
                .isZero();
        assertThat(bytesPerRequest(new Request("/shop/oauth", null))).isZero();
    }

    @Test
    void passingOnWithASessionAllocatesTheWrapperAlone() throws Exception {
        assertThat(bytesPerRequest(new Request("/shop/cart", "1234"))).isLessThanOrEqualTo(WRAPPER_BYTES);
    }

    private long bytesPerRequest(Request request) throws Exception {
        pass(request);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        pass(request);
        return (threads.getThreadAllocatedBytes(id) - before) / ROUNDS;
    }

    private void pass(Request request) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            door.enter(request, response, chain);
        }
    }

    private static <T> T untouchable(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    throw new AssertionError(method.getName() + " was called");
                }));
    }

    /** Tells its path and the session id that it carries, and fails whoever asks for anything else. */
    private static final class Request extends HttpServletRequestWrapper {
        private final String uri;
        private final @Nullable String sessionId;

        Request(String uri, @Nullable String sessionId) {
            super(untouchable(HttpServletRequest.class));
            this.uri = uri;
            this.sessionId = sessionId;
        }

        @Override
        public String getRequestURI() {
            return uri;
        }

        @Override
        public String getContextPath() {
            return "/shop";
        }

        @Override
        public @Nullable String getRequestedSessionId() {
            return sessionId;
        }
    }

    /** Keeps what passes. */
    private static final class Chain implements FilterChain {
        private @Nullable HttpServletRequest passed;

        @Override
        public void doFilter(ServletRequest request, ServletResponse unused) {
            passed = (HttpServletRequest) request;
        }

        HttpServletRequest passed() {
            return Objects.requireNonNull(passed);
        }
    }
}
