package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credential ids of every length that W3C WebAuthn Level 3 §7.1 allows, and not a byte more. */
class CredentialIdTest {
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 1023})
    void credentialIdOfThatManyBytesSignsUpAndIn(int bytes) {
        SoftwareAuthenticator authenticator = authenticator(bytes);
        web.signup(authenticator, ContractClient.profile("a@example.com")).expect(200);

        web.login(authenticator).expect(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 1024})
    void credentialIdOfThatManyBytesIsRefused(int bytes) {
        web.signup(authenticator(bytes), ContractClient.profile("a@example.com"))
                .expectError(400, "invalid_grant");

        assertThat(deployment.rows("latchkey_account")).isZero();
    }

    @Test
    void credentialIdThatSomebodyElseHasIsRefused() {
        SoftwareAuthenticator authenticator = authenticator(32);
        web.signup(authenticator, ContractClient.profile("a@example.com")).expect(200);
        var taken = authenticator.credentials().get(0).id();

        web.signup(
                        new SoftwareAuthenticator(),
                        ContractClient.profile("b@example.com"),
                        Bend.none().credentialId(taken))
                .expectError(400, "invalid_grant");

        assertThat(deployment.rows("latchkey_account")).isEqualTo(1);
    }

    private static SoftwareAuthenticator authenticator(int credentialIdBytes) {
        return new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys().withCredentialIdLength(credentialIdBytes));
    }
}
