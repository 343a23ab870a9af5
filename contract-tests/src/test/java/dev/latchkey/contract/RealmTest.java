package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.Realm.Presence;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** §1: "Which identifiers are allowed and required is the realm's policy". */
class RealmTest {
    private static Deployment deployment;
    private static ContractClient web;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start(config -> config.realm("default", realm -> realm.phoneNumber(Presence.OPTIONAL))
                .realm("byphone", realm -> realm.email(Presence.OFF).phoneNumber(Presence.REQUIRED))
                .realm("any", realm -> realm.email(Presence.OPTIONAL)
                        .phoneNumber(Presence.OPTIONAL)
                        .username(Presence.OPTIONAL)));
        web = deployment.web();
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @ParameterizedTest
    @CsvSource({
        "default, phone_number, +14155550123, user_profile.email is required",
        "byphone, email, a@example.com, user_profile.email is not used",
        "byphone, name, Ann, user_profile.phone_number is required",
        "any, name, Ann, user_profile needs an identifier"
    })
    @DisplayName("§1: Which identifiers are allowed and required is the realm's policy")
    void profileThatDoesNotFitTheRealmIsRefused(String realm, String member, String value, String why) {
        Shapes.invalidRequest(web.withRealm(realm).passkeyRegister(Bodies.of(member, value)), why);
    }

    @Test
    void identifierThatARealmDoesNotUseIsRefusedBesideOneThatItDoes() {
        Shapes.invalidRequest(
                web.withRealm("byphone")
                        .passkeyRegister(profile("a@example.com").put("phone_number", "+14155550123")),
                "user_profile.email");
    }

    @Test
    @DisplayName("§1: \"name\":\"<the identifier of highest precedence>\"")
    void passkeyIsNamedByTheIdentifierOfHighestPrecedence() {
        assertThat(userName(
                        "any", Bodies.of("username", "ann", "phone_number", "+14155550123", "email", "a@b.example")))
                .isEqualTo("a@b.example");
        assertThat(userName("any", Bodies.of("username", "ann", "phone_number", "+14155550123")))
                .isEqualTo("+14155550123");
        assertThat(userName("any", Bodies.of("username", "ann"))).isEqualTo("ann");
    }

    @Test
    @DisplayName("§1: optional: the user directory; absent = the default one; unknown = 400 … when the host's accounts "
            + "accept it, else 400")
    void unknownRealmAndOrganizationAreRefusedByName() {
        Shapes.invalidRequest(web.withRealm("other").passkeyRegister(profile("a@example.com")), "realm");
        Shapes.invalidRequest(web.withOrganization("org_1").passkeyRegister(profile("a@example.com")), "organization");
        Shapes.invalidRequest(register(Bodies.of("client_id", "web").put("realm", 7)), "realm");
        Shapes.invalidRequest(register(Bodies.of("client_id", "web").put("organization", true)), "organization");
    }

    private String userName(String realm, ObjectNode profile) {
        return web.withRealm(realm)
                .passkeyRegister(profile)
                .expect(200)
                .body()
                .at("/authn_params_public_key/user/name")
                .asText();
    }

    /** A signup challenge with a good profile, and with these members beside it. */
    private Answer register(ObjectNode body) {
        return web.send("POST", "/passkey/register", body.set("user_profile", profile("a@example.com")));
    }
}
