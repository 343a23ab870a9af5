package dev.latchkey.config;

import java.util.regex.Pattern;

/** There is a client, and none is promised what the rest of the configuration does not give. */
final class ClientRule implements Rule {
    private static final String KEY = "latchkey.clients";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    /** RFC 6749 §3.3. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        if (config.clients().isEmpty() && !findings.faultAt(KEY)) {
            findings.faultWithoutValue(
                    KEY,
                    "is empty: name an application, e.g. { web { allowed-origins = [\"https://www.example.com\"] } }");
        }
        for (Client client : config.clients().values()) {
            check(client, config, findings);
        }
        if (config.session().container() && !config.session().login()) {
            findings.fault("latchkey.login.container", true, "needs latchkey.login.session = true");
        }
        boolean sessionWanted = config.clients().values().stream().anyMatch(Client::sessionLogin);
        if (config.session().login() && !sessionWanted) {
            findings.warning(
                    "latchkey.login.session", true, "no client has session-login = true, so that no sign-in logs in");
        }
        if (config.session().myAccount()
                && config.clients().values().stream()
                        .noneMatch(client -> client.sessionLogin()
                                && !client.allowedOrigins().isEmpty())) {
            findings.fault(
                    "latchkey.my-account.session",
                    true,
                    "no client has session-login = true and an allowed origin, so that every change would be refused:"
                            + " set session-login = true at the client of your pages, list their origin there,"
                            + " and set latchkey.login.session = true");
        }
    }

    private static void check(Client client, LatchkeyConfig config, Findings findings) {
        String key = KEY + "." + client.id();
        if (!ID.matcher(client.id()).matches()) {
            findings.faultWithoutValue(
                    key, "a client_id has 1 to 128 letters, digits, dots, hyphens, underscores or tildes");
        }
        if (client.grants().isEmpty() && !findings.faultAt(key + ".grants")) {
            findings.faultWithoutValue(key + ".grants", "is empty: give it passkey, or remove the client");
        }
        if (client.sessionLogin() && !config.session().login()) {
            findings.fault(key + ".session-login", true, "needs latchkey.login.session = true");
        }
        if (client.myAccount() && !config.endpoints().myAccount()) {
            findings.fault(key + ".my-account", true, "needs latchkey.endpoints.my-account = true");
        }
        client.scopes().stream()
                .filter(scope -> !SCOPE.matcher(scope).matches())
                .forEach(scope -> findings.fault(key + ".scopes", scope, "a scope is one word of printable ASCII"));
    }
}
