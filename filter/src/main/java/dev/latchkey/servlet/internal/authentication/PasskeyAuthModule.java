package dev.latchkey.servlet.internal.authentication;

import dev.latchkey.servlet.internal.FormLogin;
import dev.latchkey.servlet.internal.FormPages;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the container at every request who sends it: whom it knows already, who signed in with a passkey, or whose password its own realm
 * takes for right; asks for the latter where the page wants somebody. Servlet Container Profile of Jakarta Authentication 3.0. Thread-safe.
 */
final class PasskeyAuthModule implements ServerAuthModule {
    private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";

    private final SessionIdentity identities;
    private final String authType;
    private final LoginPage pages;
    private final PasswordCheck passwords;

    @SuppressWarnings("NullAway.Init")
    private volatile CallbackHandler container;

    PasskeyAuthModule(SessionIdentity identities, String authType, FormPages pages, Clock clock) {
        this.identities = identities;
        this.authType = authType;
        this.pages = new LoginPage(pages);
        this.passwords = new PasswordCheck(identities, clock);
    }

    @Override
    public void initialize(
            @Nullable MessagePolicy request,
            @Nullable MessagePolicy response,
            CallbackHandler handler,
            @Nullable Map<String, Object> options) {
        container = handler;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
            throws AuthException {
        HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
        HttpServletResponse response = (HttpServletResponse) message.getResponseMessage();
        try {
            Caller caller = new Caller(container, message, client);
            return FormLogin.sentBy(request)
                    ? password(caller, request, response)
                    : validate(caller, isMandatory(message), request, response);
        } catch (IOException | ServletException | UnsupportedCallbackException | RuntimeException e) {
            throw new AuthException("the caller could not be told", e);
        }
    }

    /** Ends the passkey login with the container's own. */
    @Override
    public void cleanSubject(MessageInfo message, @Nullable Subject subject) {
        identities.clear((HttpServletRequest) message.getRequestMessage());
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    private AuthStatus password(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException, UnsupportedCallbackException {
        if (passwords.accept(caller, request)) {
            return AuthStatus.SUCCESS;
        }
        pages.refuse(request, response);
        return AuthStatus.SEND_CONTINUE;
    }

    private AuthStatus validate(
            Caller caller, boolean mandatory, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException, UnsupportedCallbackException {
        Optional<SessionIdentity.Identity> byPasskey = identities.find(request);
        Principal known = request.getUserPrincipal();
        boolean passkey = known != null && isByPasskey(known, request);
        if (known != null && (!passkey || stands(known, byPasskey))) {
            caller.isStill(known, passkey ? authType : Caller.FORM);
        } else if (byPasskey.isPresent()) {
            caller.is(byPasskey.get().principal(), byPasskey.get().groups(), authType);
        } else if (mandatory) {
            pages.ask(request, response);
            return AuthStatus.SEND_CONTINUE;
        } else {
            caller.isNobody();
        }
        return AuthStatus.SUCCESS;
    }

    private boolean isByPasskey(Principal known, HttpServletRequest request) {
        return authType.equals(request.getAuthType()) || identities.gave(known);
    }

    /** What the container remembers of a passkey login counts only as long as that does, and no newer one took its place. */
    private static boolean stands(Principal known, Optional<SessionIdentity.Identity> byPasskey) {
        return byPasskey
                .map(SessionIdentity.Identity::principal)
                .filter(principal -> isSame(principal, known))
                .isPresent();
    }

    /** Some containers give a principal of their own back, with the name. */
    private static boolean isSame(Principal principal, Principal known) {
        return known.getClass() == principal.getClass()
                ? known.equals(principal)
                : known.getName().equals(principal.getName());
    }

    private static boolean isMandatory(MessageInfo message) {
        return Boolean.parseBoolean(String.valueOf(message.getMap().get(MANDATORY)));
    }
}
