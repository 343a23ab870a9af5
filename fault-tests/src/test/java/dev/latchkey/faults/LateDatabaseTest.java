package dev.latchkey.faults;

import static dev.latchkey.testkit.ContractClient.profile;

import dev.latchkey.testkit.SoftwareAuthenticator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LateDatabaseTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nodeThatStartsWhileItsDatabaseIsDownServesOnceItIsUp(boolean residents, @TempDir Path directory) {
        try (Database database = Database.in(directory)) {
            database.execute(Resident.TABLE);
            String url = database.url();
            database.kill();
            try (NodeProcess node = NodeProcess.start(url, residents)) {
                SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
                node.web().passkeyChallenge().expect(200);
                node.web().passkeyRegister(profile("a@example.com")).expectError(503, "temporarily_unavailable");

                database.restart();

                await(node);
                node.web().signup(authenticator, profile("a@example.com")).expect(200);
                node.web().login(authenticator).expect(200);
            }
        }
    }

    /** The pool asks for a connection once a second at the most. */
    private static void await(NodeProcess node) {
        for (int i = 0; i < 20 && node.web().jwks().status() == 503; i++) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }
}
