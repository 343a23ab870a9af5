package dev.latchkey.servlet.internal.authentication;

import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.callback.PasswordValidationCallback;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/** Tells the container who sends a request, in the words of Jakarta Authentication 3.0 §3.8 and §4.3. */
record Caller(CallbackHandler container, MessageInfo message, Subject subject) {
    static final String FORM = "FORM";
    private static final String AUTH_TYPE = "jakarta.servlet.http.authType";

    /** It knows already; some containers forget by which login. */
    void isStill(Principal principal, String authType) throws IOException, UnsupportedCallbackException {
        container.handle(new Callback[] {new CallerPrincipalCallback(subject, principal)});
        message.getMap().put(AUTH_TYPE, authType);
    }

    /** Somebody logged in whom the kit knows. */
    void is(Principal principal, Set<String> groups, String authType) throws IOException, UnsupportedCallbackException {
        container.handle(new Callback[] {
            new CallerPrincipalCallback(subject, principal),
            new GroupPrincipalCallback(subject, groups.toArray(String[]::new))
        });
        keepInSession(authType);
    }

    /** Somebody logged in whose password the container's realm has just taken for right. */
    void isByPassword(String name) throws IOException, UnsupportedCallbackException {
        container.handle(new Callback[] {new CallerPrincipalCallback(subject, name)});
        keepInSession(FORM);
    }

    void isNobody() throws IOException, UnsupportedCallbackException {
        Principal nobody = nobody();
        container.handle(new Callback[] {new CallerPrincipalCallback(subject, nobody)});
    }

    /** Whether the container's realm takes the password for right. */
    boolean proves(String name, char[] password) throws IOException, UnsupportedCallbackException {
        PasswordValidationCallback validation = new PasswordValidationCallback(subject, name, password);
        try {
            container.handle(new Callback[] {validation});
            return validation.getResult();
        } finally {
            validation.clearPassword();
            Arrays.fill(password, '\0');
        }
    }

    private void keepInSession(String authType) {
        message.getMap().put("jakarta.servlet.http.registerSession", "true");
        message.getMap().put(AUTH_TYPE, authType);
    }

    /** The specification's sign for a caller who is not authenticated. */
    @SuppressWarnings("NullAway")
    private static Principal nobody() {
        @Nullable Principal none = null;
        return none;
    }
}
