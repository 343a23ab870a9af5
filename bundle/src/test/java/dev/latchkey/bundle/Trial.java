package dev.latchkey.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.Latchkey;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.SoftwareAuthenticator;

/** Whole ceremonies with each usual algorithm, and the Jackson of a host; a program of its own, for class paths of its own. */
final class Trial {
    /** What it prints in the end. */
    static final String DONE = "signed up, signed in and enrolled with ";

    private static final CoseAlgorithm[] ALGORITHMS = {CoseAlgorithm.ES256, CoseAlgorithm.EDDSA, CoseAlgorithm.RS256};

    private Trial() {}

    public static void main(String... arguments) {
        try (Latchkey latchkey = Latchkey.open()) {
            ContractClient web =
                    ContractClient.of(new DirectTransport(latchkey), "web").withOrigin("http://localhost");
            for (CoseAlgorithm algorithm : ALGORITHMS) {
                perform(web, algorithm);
            }
        }
        ObjectMapper ofHost = new ObjectMapper().findAndRegisterModules();
        System.out.println("Jackson of the host " + ofHost.version() + " with " + ofHost.getRegisteredModuleIds());
    }

    private static void perform(ContractClient web, CoseAlgorithm algorithm) {
        SoftwareAuthenticator authenticator =
                new SoftwareAuthenticator(AuthenticatorModel.securityKey().withAlgorithms(algorithm));
        web.signup(authenticator, ContractClient.profile(algorithm + "@example.com"))
                .expect(200);
        Answer tokens = web.withScope("openid offline_access create:me:authentication_methods")
                .withAudience("https://localhost/me/")
                .login(authenticator)
                .expect(200);
        web.enroll(new SoftwareAuthenticator(), tokens.text("access_token")).expect(201);
        System.out.println(DONE + algorithm);
    }
}
