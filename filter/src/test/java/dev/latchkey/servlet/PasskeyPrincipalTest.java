package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasskeyPrincipalTest {
    private final PasskeyPrincipal principal = new PasskeyPrincipal(
            "ada@example.com", "members", "1", Set.of("member", "editor"), Instant.now(), "passkey|dev_1");

    @Test
    void survivesReplicationToAnotherNode() throws Exception {
        assertThat(copy(principal)).isEqualTo(principal);
    }

    @Test
    void saysItsNameToTheApplicationAndNotToTheLog() {
        assertThat(principal.getName()).isEqualTo("ada@example.com");
        assertThat(principal.toString()).doesNotContain("ada");
    }

    private static Object copy(Object original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
