package dev.latchkey.it;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import java.net.URI;
import java.util.UUID;

/**
 * What an application that was deployed says of itself in its configuration.
 *
 * @param issuer of its tokens
 * @param web the client whose pages are the application's, with session login
 * @param webOrigin where they are
 * @param app the client of another origin, which has tokens alone
 */
record Host(String issuer, String web, String webOrigin, String app) {
    static final Host SAMPLE = new Host("https://localhost:8443/", "sample-web", "http://localhost:8080", "sample-app");
    static final Host BARE = new Host("https://localhost/", "web", "http://localhost:8080", "app");
    static final String APP_ORIGIN = "http://localhost:3000";

    private static final String MY_ACCOUNT_SCOPES = "openid read:me:factors read:me:authentication_methods"
            + " create:me:authentication_methods update:me:authentication_methods delete:me:authentication_methods";

    /** Somebody new. */
    static ObjectNode profile() {
        return ContractClient.profile("eve-" + UUID.randomUUID() + "@example.com")
                .put("name", "Eve");
    }

    /** A browser with the application's pages, which keeps cookies. */
    ContractClient browser(URI endpoints) {
        return ContractClient.of(HttpTransport.to(endpoints).withCookies(), web).withOrigin(webOrigin);
    }

    /** An app that asks for tokens. */
    ContractClient app(URI endpoints) {
        return ContractClient.of(HttpTransport.to(endpoints), app)
                .withOrigin(APP_ORIGIN)
                .withScope("openid email offline_access");
    }

    /** An app that asks for tokens of the My Account API. */
    ContractClient myAccount(URI endpoints) {
        return app(endpoints).withAudience(issuer + "me/").withScope(MY_ACCOUNT_SCOPES);
    }
}
