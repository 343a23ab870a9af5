package dev.latchkey.servlet;

import dev.latchkey.Latchkey;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.servlet.internal.RecordMethods;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the passkey endpoints to a web application, and lets their session login speak through {@code getUserPrincipal()},
 * {@code getRemoteUser()}, {@code isUserInRole()}, {@code getAuthType()} and {@code logout()}. Every other request passes on.
 *
 * <p>Map it to {@code /*}, before filters that read request bodies:
 *
 * <pre>{@code
 * <filter>
 *   <filter-name>passkeys</filter-name>
 *   <filter-class>dev.latchkey.servlet.PasskeyFilter</filter-class>
 *   <async-supported>true</async-supported>
 * </filter>
 * <filter-mapping>
 *   <filter-name>passkeys</filter-name>
 *   <url-pattern>/*</url-pattern>
 *   <dispatcher>REQUEST</dispatcher>
 *   <dispatcher>ASYNC</dispatcher>
 *   <dispatcher>ERROR</dispatcher>
 * </filter-mapping>
 * }</pre>
 *
 * <p>Forwards and includes keep what the filter added; asynchronous and error dispatches begin anew with the container's own request, so
 * map the filter to those too if they ask who is logged in.
 *
 * <p>With {@code latchkey.filter.automatic = true} it stands there by itself, see {@link PasskeyInitializer}.
 *
 * <p>With the init-param {@code application-path}, or {@code latchkey.filter.application-path}, the filter serves no endpoint itself: it stands in front of a JAX-RS application at that
 * path that has {@code dev.latchkey.jaxrs.PasskeyFeature}, refuses what comes from other origins, answers preflights, and adds what JAX-RS has
 * not: the session login, who is logged in, and the address of a proxy.
 *
 * <p>Made by {@code web.xml}, it takes the {@link Latchkey} in the {@code ServletContext} attribute {@code dev.latchkey.Latchkey}, else
 * builds one from {@code WEB-INF/latchkey.conf}, {@code WEB-INF/latchkey.properties} or the class path, or from the resource that the
 * init-param {@code config} names, with the storage on the class path, puts it into that attribute for the application, and closes it in {@link #destroy()}. Thread-safe.
 */
public final class PasskeyFilter implements Filter {
    /** What {@link HttpServletRequest#getAuthType()} says of a passkey login. */
    public static final String AUTH_TYPE = "PASSKEY";

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyFilter.class);

    private final Optional<Latchkey> given;

    private Optional<LatchkeyConfig> read;

    private Optional<OpenLatchkey> open = Optional.empty();

    private @Nullable Door door;

    /** For {@code web.xml}. */
    public PasskeyFilter() {
        this.given = Optional.empty();
        this.read = Optional.empty();
    }

    /** For a kit that the application makes, and closes. */
    public PasskeyFilter(Latchkey latchkey) {
        this.given = Optional.of(latchkey);
        this.read = Optional.empty();
    }

    /** For a configuration that was read already. */
    PasskeyFilter(LatchkeyConfig config) {
        this.given = Optional.empty();
        this.read = Optional.of(config);
    }

    /** Fails with every fault of the configuration in one message, which is also logged. */
    @Override
    public void init(FilterConfig config) throws ServletException {
        try {
            if (door == null) {
                open(
                        config.getFilterName(),
                        config.getServletContext(),
                        parameter(config, "config"),
                        parameter(config, "application-path"));
            }
        } catch (RuntimeException e) {
            throw new ServletException(e.getMessage(), e);
        }
    }

    /** Opens the kit before the container asks for it. */
    void open(ServletContext context) {
        open(getClass().getName(), context, Optional.empty(), Optional.empty());
    }

    private void open(
            String name, ServletContext context, Optional<String> configuration, Optional<String> applicationPath) {
        ConfigLocation location = new ConfigLocation(context);
        try {
            OpenLatchkey found = given.map(OpenLatchkey::given)
                    .orElseGet(() -> OpenLatchkey.find(context, () -> read.or(() -> configuration.map(location::read))
                            .orElseGet(location::read)));
            open = Optional.of(found);
            Optional<String> path =
                    ApplicationPath.of(applicationPath, found.latchkey().config());
            door = Door.of("the servlet filter " + name, found.latchkey(), context, path);
            AbsentApis.of(Extensions.loader(context), () -> ContainerLogin.isJetty(context))
                    .ifPresent(line -> LOG.info(line));
            found.latchkey()
                    .proxyHint(context.getContextPath() + path.orElse(""))
                    .ifPresent(line -> LOG.info(line));
        } catch (RuntimeException e) {
            LOG.error("The passkey filter cannot start: {}", e.getMessage());
            destroy();
            throw e;
        }
    }

    private static Optional<String> parameter(FilterConfig config, String name) {
        return Optional.ofNullable(config.getInitParameter(name));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse httpResponse) {
            Objects.requireNonNull(door, "init").enter(http, httpResponse, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Closes what {@link #init} opened, and forgets the configuration and its secrets, for some servers keep a filter that has ended. */
    @Override
    public void destroy() {
        if (door != null) {
            door.close();
            door = null;
        }
        open.ifPresent(OpenLatchkey::close);
        open = Optional.empty();
        read = Optional.empty();
        RecordMethods.forget();
    }
}
