package dev.latchkey.config;

import java.time.Duration;

/**
 * What is served: sections {@code latchkey.endpoints} and {@code latchkey.cors}.
 *
 * @param signup {@code POST /passkey/register}
 * @param login {@code POST /passkey/challenge}
 * @param myAccount {@code /me/v1/*}
 * @param discovery {@code /.well-known/openid-configuration} and {@code /.well-known/jwks.json}
 * @param openApi {@code /latchkey/openapi.json}
 * @param warmUp whether a sign-in is rehearsed in the background after the start
 * @param maxBodyBytes the greatest size of a request body
 * @param corsMaxAge how long a browser may keep a preflight's answer
 */
public record EndpointSettings(
        boolean signup,
        boolean login,
        boolean myAccount,
        boolean discovery,
        boolean openApi,
        boolean warmUp,
        int maxBodyBytes,
        Duration corsMaxAge) {}
