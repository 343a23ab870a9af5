package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.NewAccount;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnAccountsTest {
    private final TestDatabase database = new TestDatabase("kit");
    private final AccountStore accounts = Stores.of(database.storage(), AccountStore.class, UnitOfWork::accounts);

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void accountComesBackByIdAndIdentifier() {
        Map<ProfileMember, String> members = new EnumMap<>(ProfileMember.class);
        for (ProfileMember member : ProfileMember.values()) {
            members.put(member, "x".repeat(member.maxLength()));
        }
        UserProfile profile = new UserProfile(members);

        Account created = accounts.create(
                new NewAccount("members", profile, Map.of("plan", "a\"b\n\u00e9", "empty", ""), Optional.empty(), NOW));

        assertThat(created.ref().id()).matches("usr_[A-Za-z0-9_-]{22}");
        assertThat(created.profile()).isEqualTo(profile);
        assertThat(created.verified()).isEmpty();
        assertThat(created.otherWayIn()).isFalse();
        assertThat(accounts.find(created.ref())).contains(created);
        for (Identifier identifier : profile.identifiers()) {
            assertThat(accounts.findByIdentifier("members", identifier)).contains(created);
        }
    }

    @Test
    void realmsAreApart() {
        Account created = accounts.create(Fixtures.account("a@example.com"));

        assertThat(accounts.find(new AccountRef("other", created.ref().id()))).isEmpty();
        assertThat(accounts.findByIdentifier("other", email("a@example.com"))).isEmpty();
        assertThat(accounts.create(new NewAccount("other", created.profile(), Map.of(), Optional.empty(), NOW)))
                .isNotNull();
    }

    @Test
    void nameThatTheApplicationsOwnLoginGivesIsNobodys() {
        Account created = accounts.create(Fixtures.account(Map.of(ProfileMember.USERNAME, "ann")));

        assertThat(accounts.findByPrincipalName("members", created.principalName()))
                .isEmpty();
        assertThat(accounts.findByPrincipalName("members", "ann")).isEmpty();
    }

    @Test
    void everyIdentifierIsUniqueInItsRealm() {
        accounts.create(Fixtures.account(Map.of(
                ProfileMember.EMAIL, "a@example.com",
                ProfileMember.PHONE_NUMBER, "+4912345",
                ProfileMember.USERNAME, "ann")));

        assertTaken(Map.of(ProfileMember.EMAIL, "A@Example.com"));
        assertTaken(Map.of(ProfileMember.PHONE_NUMBER, "+4912345"));
        assertTaken(Map.of(ProfileMember.EMAIL, "new@example.com", ProfileMember.USERNAME, "ANN"));
    }

    @Test
    void accountsWithoutAnIdentifierOfAKindDoNotCollide() {
        accounts.create(Fixtures.account(Map.of(ProfileMember.USERNAME, "ann")));

        assertThat(accounts.create(Fixtures.account(Map.of(ProfileMember.USERNAME, "bob"))))
                .isNotNull();
    }

    @Test
    void identifierThatNormalisationLengthensIsStoredAndUnique() {
        String ligatures = "\ufdfa".repeat(128);
        Account created = accounts.create(Fixtures.account(Map.of(ProfileMember.USERNAME, ligatures)));

        assertThat(accounts.findByIdentifier("members", new Identifier(IdentifierType.USERNAME, ligatures)))
                .contains(created);
        assertTaken(Map.of(ProfileMember.USERNAME, ligatures));
    }

    /** A database that refuses a duplicate quotes its key, and the persistence provider logs that. */
    @Test
    void keyColumnsQuoteNoIdentifier() {
        accounts.create(Fixtures.account(Map.of(
                ProfileMember.EMAIL, "a@example.com",
                ProfileMember.PHONE_NUMBER, "+4912345",
                ProfileMember.USERNAME, "ann")));

        assertThat(keys()).hasSize(3).doesNotHaveDuplicates().allMatch(key -> key.matches("[A-Za-z0-9_-]{43}"));
    }

    private List<String> keys() {
        String sql = "select email_key, phone_number_key, username_key from latchkey_account";
        try (EntityManager entityManager = database.factory.createEntityManager()) {
            Object[] row = (Object[]) entityManager.createNativeQuery(sql).getSingleResult();
            return Arrays.stream(row).map(String::valueOf).toList();
        }
    }

    private void assertTaken(Map<ProfileMember, String> members) {
        assertThatThrownBy(() -> accounts.create(Fixtures.account(members)))
                .isInstanceOfSatisfying(StorageConflictException.class, e -> assertThat(e.conflict())
                        .isEqualTo(Conflict.IDENTIFIER));
    }

    private static Identifier email(String value) {
        return new Identifier(IdentifierType.EMAIL, value);
    }
}
