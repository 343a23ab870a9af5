package dev.latchkey.config;

/**
 * A host that the deployment answers for: section {@code latchkey.domains}.
 *
 * @param host the host name in lower case; with a port ({@code localhost:8443}) it stands for that port alone, else for every port
 * @param issuer exactly {@code https://HOST/}, or with a port {@code https://HOST:8443/}: the {@code iss} of its tokens
 * @param rpId the relying party id: the host name or a parent of it
 * @param rpName what a browser may show, by default the rpId
 */
public record Domain(String host, String issuer, String rpId, String rpName) {

    /** The audience of the My Account API of this domain: {@code https://HOST/me/}. */
    public String myAccountAudience() {
        return issuer + "me/";
    }

    /** The audience of an access token whose client asked for none: {@code https://HOST/userinfo}. */
    public String userinfoAudience() {
        return issuer + "userinfo";
    }
}
