package dev.latchkey.servlet;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Caller;
import dev.latchkey.account.UserProfile;
import dev.latchkey.ceremony.SignIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.util.security.Password;
import org.jspecify.annotations.Nullable;

/** An application with a session login of its own, one of the container, and that of the kit. */
final class LegacyApplication {
    static final Instant PASSKEY_TIME = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant PASSWORD_TIME = Instant.parse("2026-03-01T11:00:00Z");

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final SessionLogin login;
    private final SessionCallers callers;
    private volatile Optional<Caller> lastCaller = Optional.empty();
    private volatile boolean refusing;
    private @Nullable ServletContextHandler application;

    private LegacyApplication(HostAttributes attributes) {
        this.login = new SessionLogin(new StoredLogin(attributes), ContainerLogin.NONE, List.of(new Recorder()));
        this.callers = new SessionCallers(login, attributes, (request, found) -> found);
    }

    /** One that tells the kit by session attributes who is logged in. */
    static LegacyApplication withAttributes() {
        return new LegacyApplication(new HostAttributes(Optional.of("user"), Optional.of("since")));
    }

    /** One that tells the kit nothing. */
    static LegacyApplication withoutAttributes() {
        return new LegacyApplication(new HostAttributes(Optional.empty(), Optional.empty()));
    }

    static AccountRef ref(String id) {
        return new AccountRef("members", id);
    }

    void install(ServletContextHandler handler) {
        application = handler;
        UserStore users = new UserStore();
        users.addUser("1@example.com", new Password("secret"), new String[] {"admin"});
        users.addUser("carol", new Password("secret"), new String[] {"admin"});
        HashLoginService service = new HashLoginService("legacy");
        service.setUserStore(users);
        ConstraintSecurityHandler security = new ConstraintSecurityHandler();
        security.setLoginService(service);
        security.setAuthenticator(new BasicAuthenticator());
        handler.setSecurityHandler(security);
        handler.addFilter(new FilterHolder(new Wrap()), "/*", EnumSet.of(DispatcherType.REQUEST));
        handler.addServlet(new ServletHolder(new Pages()), "/*");
    }

    boolean knowsSession(String id) {
        return application != null && application.getSessionHandler().getManagedSession(id) != null;
    }

    List<String> events() {
        return List.copyOf(events);
    }

    Optional<Caller> lastCaller() {
        return lastCaller;
    }

    void refuseLogins() {
        refusing = true;
    }

    private final class Wrap extends HttpFilter {
        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(new PasskeyRequest(request, login), response);
            if (request.getPathInfo().equals("/who") || request.getPathInfo().startsWith("/container")) {
                lastCaller = callers.caller(request);
            }
        }
    }

    private final class Recorder implements LoginListener {
        @Override
        public void loggedIn(HttpServletRequest request, PasskeyPrincipal principal) {
            if (refusing) {
                throw new IllegalStateException("refused");
            }
            events.add("in " + principal.realm() + "/" + principal.accountId());
        }

        @Override
        public void loggedOut(HttpServletRequest request, PasskeyPrincipal principal) {
            events.add("out " + principal.realm() + "/" + principal.accountId());
        }
    }

    private final class Pages extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            String page = request.getPathInfo();
            if (page.equals("/forward")) {
                request.getRequestDispatcher("/who").forward(request, response);
            } else {
                response.setCharacterEncoding("UTF-8");
                response.getWriter().print(page(page, request, response));
            }
        }

        private String page(String page, HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            return switch (page) {
                case "/passkey-login" -> passkeyLogin(request, response);
                case "/password-login" -> passwordLogin(request);
                case "/switch-user" -> put(request, "user", request.getParameter("name"));
                case "/password-logout" -> put(request, "user", null);
                case "/container-login" -> containerLogin(request);
                case "/container-then-passkey" -> containerThenPasskey(request, response);
                case "/logout" -> logout(request);
                case "/invalidate" -> invalidate(request);
                case "/cart" -> put(request, "cart", "full");
                case "/session" -> "cart=" + request.getSession().getAttribute("cart");
                case "/session-id" -> sessionId(request);
                case "/attributes" ->
                    "user=" + request.getSession().getAttribute("user") + " since="
                            + request.getSession().getAttribute("since");
                case "/who" -> who(request);
                default -> throw new ServletException("no page " + page);
            };
        }
    }

    private String passkeyLogin(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String id = request.getParameter("id");
        String name = id + "@example.com";
        Account account =
                new Account(ref(id), name, UserProfile.EMPTY, Set.of(), Map.of(), Set.of("member"), false, false);
        HttpServletRequest containers = (HttpServletRequest) ((PasskeyRequest) request).getRequest();
        login.logIn(containers, response, new SignIn(account, "passkey|dev_1", "localhost", PASSKEY_TIME, "sid"));
        return who(request);
    }

    private static String passwordLogin(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getParameter("type")).orElse("instant");
        long millis = PASSWORD_TIME.toEpochMilli();
        put(
                request,
                "since",
                switch (type) {
                    case "date" -> Date.from(PASSWORD_TIME);
                    case "sql-date" -> new java.sql.Date(millis);
                    case "millis" -> millis;
                    case "text" -> "yesterday";
                    default -> PASSWORD_TIME;
                });
        return put(request, "user", request.getParameter("name"));
    }

    private static String containerLogin(HttpServletRequest request) throws ServletException {
        request.login(request.getParameter("name"), "secret");
        return who(request);
    }

    private String containerThenPasskey(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        containerLogin(request);
        put(request, "cart", "full");
        return passkeyLogin(request, response);
    }

    private static String logout(HttpServletRequest request) throws ServletException {
        request.logout();
        return who(request);
    }

    private static String invalidate(HttpServletRequest request) {
        request.getSession().invalidate();
        return "principal=" + request.getUserPrincipal();
    }

    private static String put(HttpServletRequest request, String name, @Nullable Object value) {
        HttpSession session = request.getSession();
        session.setAttribute(name, value);
        return session.getId();
    }

    private static String sessionId(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(HttpSession::getId)
                .orElse("none");
    }

    private static String who(HttpServletRequest request) {
        return "principal=%s user=%s auth=%s member=%s admin=%s any=%s"
                .formatted(
                        request.getUserPrincipal(),
                        request.getRemoteUser(),
                        request.getAuthType(),
                        request.isUserInRole("member"),
                        request.isUserInRole("admin"),
                        request.isUserInRole("**"));
    }
}
