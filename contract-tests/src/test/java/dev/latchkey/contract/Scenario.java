package dev.latchkey.contract;

import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;

/** How the tests get to where they begin. */
final class Scenario {
    static final String MY_ACCOUNT_SCOPES = "openid read:me:factors read:me:authentication_methods"
            + " create:me:authentication_methods update:me:authentication_methods delete:me:authentication_methods";
    static final String MY_ACCOUNT_AUDIENCE = "https://localhost/me/";

    private Scenario() {}

    /** Signs somebody up, and gives an access token with every scope of the My Account API. */
    static String myAccountToken(ContractClient client, SoftwareAuthenticator authenticator, String email) {
        return client.withAudience(MY_ACCOUNT_AUDIENCE)
                .withScope(MY_ACCOUNT_SCOPES)
                .signup(authenticator, ContractClient.profile(email))
                .expect(200)
                .text("access_token");
    }

    /** Logs somebody in, and gives an access token with every scope of the My Account API. */
    static String myAccountLogin(ContractClient client, SoftwareAuthenticator authenticator) {
        return client.withAudience(MY_ACCOUNT_AUDIENCE)
                .withScope(MY_ACCOUNT_SCOPES)
                .login(authenticator)
                .expect(200)
                .text("access_token");
    }
}
