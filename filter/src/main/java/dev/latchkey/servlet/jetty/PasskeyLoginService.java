package dev.latchkey.servlet.jetty;

import dev.latchkey.servlet.internal.PasswordLogin;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.security.auth.Subject;
import org.eclipse.jetty.security.DefaultIdentityService;
import org.eclipse.jetty.security.IdentityService;
import org.eclipse.jetty.security.LoginService;
import org.eclipse.jetty.security.SecurityHandler;
import org.eclipse.jetty.security.UserIdentity;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Session;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;

/**
 * The login service of an application on Jetty 12: those whom the filter vouches for, and whoever else the application's realm knows. Made
 * by {@code WEB-INF/jetty-web.xml}, which calls {@link #install}. Thread-safe.
 */
public final class PasskeyLoginService implements LoginService {
    private final SecurityHandler security;
    private final Optional<LoginService> own;
    private final IdentityService identities = new DefaultIdentityService();

    private PasskeyLoginService(SecurityHandler security, Optional<LoginService> own) {
        this.security = security;
        this.own = own;
    }

    /** Puts it in front of the realm that the application or the server has. To be called before the application starts. */
    public static void install(ContextHandler application, SecurityHandler security) {
        Optional<LoginService> own = Optional.ofNullable(security.getLoginService());
        own.ifPresent(application::addBean);
        security.setLoginService(new PasskeyLoginService(security, own));
        application.setAttribute(LoginTicket.SERVICE, true);
    }

    @Override
    public String getName() {
        return realm().map(LoginService::getName).orElse("latchkey");
    }

    /** Logs in whom the request's {@link LoginTicket} names, else whom the realm knows. */
    @Override
    public @Nullable UserIdentity login(
            String name,
            Object credentials,
            @Nullable Request request,
            @Nullable Function<Boolean, Session> sessionOf) {
        if (request != null
                && request.getAttribute(LoginTicket.ATTRIBUTE) instanceof LoginTicket ticket
                && ticket.principal().getName().equals(name)) {
            return identity(ticket);
        }
        UserIdentity known = realm().map(realm -> realm.login(name, credentials, request, sessionOf))
                .orElse(null);
        if (known != null && request != null && sessionOf != null) {
            sessionOf.apply(true).setAttribute(PasswordLogin.ATTRIBUTE, new PasswordLogin(name, Instant.now()));
        }
        return known;
    }

    @Override
    public boolean validate(UserIdentity user) {
        return isByTicket(user) || realm().filter(realm -> realm.validate(user)).isPresent();
    }

    @Override
    public void logout(UserIdentity user) {
        if (!isByTicket(user)) {
            realm().ifPresent(realm -> realm.logout(user));
        }
    }

    @Override
    public IdentityService getIdentityService() {
        return identities;
    }

    @Override
    public void setIdentityService(IdentityService service) {
        throw new IllegalStateException("the identity service is that of Latchkey");
    }

    private UserIdentity identity(LoginTicket ticket) {
        Principal principal = ticket.principal();
        Subject subject = new Subject();
        subject.getPrincipals().add(principal);
        subject.getPrivateCredentials().add(ticket);
        subject.setReadOnly();
        return identities.newUserIdentity(subject, principal, ticket.roles().toArray(String[]::new));
    }

    private static boolean isByTicket(UserIdentity user) {
        return !user.getSubject().getPrivateCredentials(LoginTicket.class).isEmpty();
    }

    /** As Jetty finds it, where the application names none: by the name of the realm, else the only one. */
    private Optional<LoginService> realm() {
        return own.or(() -> {
            List<LoginService> services = List.copyOf(security.getServer().getBeans(LoginService.class));
            String name = security.getRealmName();
            return name == null && services.size() == 1
                    ? Optional.of(services.get(0))
                    : services.stream()
                            .filter(service -> service.getName() != null
                                    && service.getName().equals(name))
                            .findFirst();
        });
    }
}
