package dev.latchkey.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An application that may ask for tokens or a session: section {@code latchkey.clients}.
 *
 * @param id its {@code client_id}
 * @param secrets any of which authenticates it; none makes it a public client
 * @param grants what it may ask the token endpoint for
 * @param allowedOrigins exact web origins that may call from a browser
 * @param sessionLogin whether its sign-ins also log the browser in to the application
 * @param myAccount whether it may ask for the scopes of the My Account API
 * @param audiences further audiences that it may ask for
 * @param scopes further scopes that it may ask for
 * @param dpop what its proofs of possession do
 * @param ios its iOS app
 * @param android its Android app
 */
public record Client(
        String id,
        List<ClientSecret> secrets,
        Set<Grant> grants,
        Set<String> allowedOrigins,
        boolean sessionLogin,
        boolean myAccount,
        Set<String> audiences,
        Set<String> scopes,
        DpopPolicy dpop,
        Optional<IosApp> ios,
        Optional<AndroidApp> android) {

    public Client {
        secrets = List.copyOf(secrets);
        grants = Ordered.copyOf(grants);
        allowedOrigins = Ordered.copyOf(allowedOrigins);
        audiences = Ordered.copyOf(audiences);
        scopes = Ordered.copyOf(scopes);
    }

    /** Whether it has to authenticate with a secret. */
    public boolean confidential() {
        return !secrets.isEmpty();
    }

    /**
     * The origins that its WebAuthn answers may come from at a domain: web origins that may use its passkeys, and those of the Android app,
     * which CORS never sees.
     */
    public Set<String> webauthnOrigins(Domain domain) {
        Set<String> origins = new LinkedHashSet<>(allowedOrigins);
        origins.removeIf(origin -> !domain.mayUsePasskeys(origin));
        android.ifPresent(app -> origins.addAll(app.origins()));
        return origins;
    }
}
