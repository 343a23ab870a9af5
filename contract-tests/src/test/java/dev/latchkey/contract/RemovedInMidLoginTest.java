package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A passkey is removed while a sign-in with it is under way, which has read it already. */
class RemovedInMidLoginTest {
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void loginIsRefusedAsIfThePasskeyWereUnknown(boolean refuseCounterFall) throws Exception {
        try (Deployment deployment = Deployment.start(
                config -> config.ceremony(ceremony -> ceremony.refuseCounterFall(refuseCounterFall)))) {
            ContractClient web = deployment.web();
            web.signup(authenticator, ContractClient.profile("a@example.com")).expect(200);
            String before = deployment.contents();
            deployment.takeEvents();
            AccountRef owner = owner(deployment);

            CompletableFuture<Answer> login = deployment.storage().inTransaction(work -> {
                work.passkeys().removeAll(owner);
                CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> web.login(authenticator));
                awaitUpdate();
                return waiting;
            });

            Shapes.notVerified(login.get(20, TimeUnit.SECONDS));
            assertThat(deployment.contents())
                    .isEqualTo(before.replace("1 handles, 1 passkeys", "0 handles, 0 passkeys"));
            assertThat(deployment.takeEvents())
                    .singleElement()
                    .isInstanceOfSatisfying(PasskeyEvent.Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.WEBAUTHN));
        }
    }

    private static AccountRef owner(Deployment deployment) {
        return new AccountRef("default", deployment.database().query(String.class, "select id from latchkey_account"));
    }

    /** It waits for the row, which the other transaction holds. */
    private static void awaitUpdate() {
        try {
            while (SentStatements.take().stream().noneMatch(sql -> sql.startsWith("update latchkey_passkey"))) {
                Thread.sleep(10);
            }
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
