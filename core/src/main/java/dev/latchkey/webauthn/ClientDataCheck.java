package dev.latchkey.webauthn;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;

/**
 * Steps of W3C WebAuthn Level 3 §7.1 (7 to 12) and §7.2 (10 to 14): type, challenge, origin, {@code crossOrigin}, {@code topOrigin}; and
 * token binding, which Level 3 has dropped.
 */
final class ClientDataCheck {
    private ClientDataCheck() {}

    static void check(ClientData client, String type, Expectation expected) {
        require(client.type().equals(type), "clientDataJSON.type is not " + type);
        require(sameChallenge(client, expected), "clientDataJSON.challenge is not the one given out");
        require(expected.origins().contains(client.origin()), "clientDataJSON.origin is not the one that asked");
        require(!client.crossOrigin() || expected.policy().crossOrigin(), "clientDataJSON.crossOrigin is true");
        client.topOrigin().ifPresent(topOrigin -> {
            require(client.crossOrigin(), "clientDataJSON.topOrigin without crossOrigin");
            require(expected.policy().topOrigins().contains(topOrigin), "clientDataJSON.topOrigin is not allowed");
        });
        require(!client.tokenBinding(), "clientDataJSON.tokenBinding is present");
    }

    private static boolean sameChallenge(ClientData client, Expectation expected) {
        byte[] told = client.challenge().getBytes(US_ASCII);
        byte[] given = expected.challenge().toBase64Url().getBytes(US_ASCII);
        return MessageDigest.isEqual(told, given);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new WebAuthnException(otherwise);
        }
    }
}
