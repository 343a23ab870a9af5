package dev.latchkey.servlet;

import dev.latchkey.Latchkey;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.storage.Storage;
import java.util.UUID;

/** The kit as these tests configure it: a web client with session login, an app without, a database of its own. */
final class Kit {
    static final String WEB_ORIGIN = "http://localhost:3000";
    static final String APP_ORIGIN = "http://localhost:3001";

    private Kit() {}

    static LatchkeyConfigBuilder configuration() {
        return LatchkeyConfig.builder()
                .domain("localhost")
                .client("web", client -> client.allowedOrigins(WEB_ORIGIN)
                        .sessionLogin(true)
                        .myAccount(true))
                .client("app", client -> client.allowedOrigins(APP_ORIGIN))
                .keys(keys -> keys.secret("a secret that these tests alone know"))
                .login(login -> login.session(true).principalAttribute("user").authenticatedAtAttribute("since"))
                .myAccount(account -> account.session(true))
                .storage(storage -> storage.property("jakarta.persistence.jdbc.url", database()));
    }

    static Latchkey over(Storage storage) {
        return Latchkey.builder(configuration().build(), storage).build();
    }

    /** A database in memory, as long as the process lives. */
    static String database() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }
}
