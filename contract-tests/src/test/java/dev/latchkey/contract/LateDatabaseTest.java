package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that start while there is no database to read their keys from. */
class LateDatabaseTest {
    private final String name = "mem:" + UUID.randomUUID();
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private Server server = start(0);

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void nodesThatStartWithoutADatabaseServeOnceItIsThere() throws Exception {
        int port = server.getPort();
        JdbcConnectionPool connections =
                JdbcConnectionPool.create("jdbc:h2:tcp://127.0.0.1:" + port + "/" + name, "sa", "");
        try (Connection keeper =
                JdbcConnectionPool.create("jdbc:h2:" + name, "sa", "").getConnection()) {
            TestDatabase database = TestDatabase.of(connections);
            server.stop();
            try (Deployment first =
                            Deployment.over(database, Deployment::takenIdentifierAtExchange, Clock.systemUTC());
                    Deployment second =
                            Deployment.over(database, Deployment::takenIdentifierAtExchange, Clock.systemUTC())) {
                ContractClient web = first.web();
                Answer challenge = web.passkeyRegister(profile("a@example.com")).expect(200);
                var answer = web.create(authenticator, challenge, Bend.none());
                Shapes.oauthError(web.token(challenge.text("auth_session"), answer), 503, "temporarily_unavailable");
                assertThat(web.jwks().status()).isEqualTo(503);

                server = start(port);
                awaitKeys(web);
                web.token(challenge.text("auth_session"), answer).expect(200);
                String token = Scenario.myAccountLogin(second.web(), authenticator);
                web.withBearer(token).myAccount().list().expect(200);
                assertThat(web.jwks().expect(200).body())
                        .isEqualTo(second.web().jwks().expect(200).body());
            } finally {
                database.factory().close();
                connections.dispose();
            }
            assertThat(keeper.isValid(1)).isTrue();
        }
    }

    /** That they could not be read stands for a second. */
    private static void awaitKeys(ContractClient web) throws InterruptedException {
        for (int i = 0; i < 200 && web.jwks().status() == 503; i++) {
            Thread.sleep(50);
        }
    }

    private static Server start(int port) {
        try {
            return Server.createTcpServer("-tcpPort", String.valueOf(port)).start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
