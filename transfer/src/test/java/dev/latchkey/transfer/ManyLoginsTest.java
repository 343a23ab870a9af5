package dev.latchkey.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.CoseAlgorithm;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code -Dimport.people} chooses how many. */
class ManyLoginsTest {
    private static final int PEOPLE = Integer.getInteger("import.people", 2_000);

    @Test
    void everyPasskeyOfASpringSecuritySchemaSignsInToItsOwnAccount() throws Exception {
        try (Kit kit = new Kit()) {
            List<Device> devices = IntStream.range(0, PEOPLE)
                    .parallel()
                    .mapToObj(i -> Device.of(i % 10 == 0 ? CoseAlgorithm.EDDSA : CoseAlgorithm.ES256))
                    .toList();
            SpringTables spring = fill(devices);
            List<String> ids =
                    kit
                            .accounts(IntStream.range(0, PEOPLE)
                                    .mapToObj(ManyLoginsTest::email)
                                    .toList())
                            .stream()
                            .map(account -> account.ref().id())
                            .toList();

            assertThat(kit.importAll(new SpringSecuritySource(spring.database, AccountKey.Kind.EMAIL::of)))
                    .containsExactly(PEOPLE + " imported, 0 unchanged, 0 refused");
            List<String> subjects = IntStream.range(0, PEOPLE)
                    .parallel()
                    .mapToObj(i -> signIn(kit, devices.get(i)))
                    .toList();
            assertThat(subjects)
                    .isEqualTo(ids.stream().map(id -> "default|" + id).toList());
        }
    }

    private static SpringTables fill(List<Device> devices) throws Exception {
        SpringTables spring = new SpringTables();
        try (Connection connection = spring.database.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < devices.size(); i++) {
                SpringTables.add(connection, email(i), devices.get(i));
            }
            connection.commit();
        }
        return spring;
    }

    private static String email(int i) {
        return "person" + i + "@shop.example";
    }

    /** The subject of the access token; without the scope openid no second token is signed. */
    private static String signIn(Kit kit, Device device) {
        Answer tokens =
                kit.client().withScope("profile").login(device.authenticator()).expect(200);
        return Jwt.claims(tokens.text("access_token")).path("sub").asText();
    }
}
