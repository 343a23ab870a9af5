package dev.latchkey.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.StorageSettings;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.Test;

class EclipseLinkRetriesTest {
    @Test
    void unitThatIsOpenedHereDoesNotRetryByItself() {
        StorageSettings settings = new StorageSettings(
                "kit",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        "jakarta.persistence.provider", "org.eclipse.persistence.jpa.PersistenceProvider",
                        "jakarta.persistence.jdbc.url", "jdbc:h2:mem:"));

        try (EntityManagerFactory factory = Units.open(settings, Optional.empty())) {
            assertThat(factory.unwrap(Session.class).getLogin().getQueryRetryAttemptCount())
                    .isZero();
        }
    }
}
