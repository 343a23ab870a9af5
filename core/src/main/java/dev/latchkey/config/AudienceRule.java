package dev.latchkey.config;

/** Who gets an access token can verify it. */
final class AudienceRule implements Rule {

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        if (config.tokens().accessTokenAlgorithm() != AccessTokenAlgorithm.HS256) {
            return;
        }
        for (Client client : config.clients().values()) {
            client.audiences().stream()
                    .filter(audience -> config.domains().stream().noneMatch(domain -> isOwn(audience, domain)))
                    .forEach(audience -> findings.fault(
                            "latchkey.clients." + client.id() + ".audiences",
                            audience,
                            "could not verify its access tokens, for Latchkey alone has the key of HS256: set"
                                    + " latchkey.tokens.access-token-algorithm to ES256, or remove the audience"));
        }
    }

    private static boolean isOwn(String audience, Domain domain) {
        return audience.equals(domain.userinfoAudience()) || audience.equals(domain.myAccountAudience());
    }
}
