package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.config.AccountAttribute;
import dev.latchkey.config.AccountSettings;
import dev.latchkey.jpa.host.Member;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.OwnedPasskey;
import dev.latchkey.storage.SignupRefusedException;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostAccountsTest {
    static final AccountSettings MEMBERS = new AccountSettings(
            Optional.of(Member.class.getName()),
            Map.of(
                    AccountAttribute.EMAIL, "email",
                    AccountAttribute.NAME, "fullName",
                    AccountAttribute.PASSWORD, "passwordHash",
                    AccountAttribute.ROLES, "role",
                    AccountAttribute.BLOCKED, "locked",
                    AccountAttribute.EMAIL_VERIFIED, "emailConfirmed",
                    AccountAttribute.CREATED_AT, "registered"),
            true,
            Map.of("role", "READER"),
            false);

    private final TestDatabase database = new TestDatabase("host");
    private final JpaStorage storage = database.storage(MEMBERS);
    private final AccountStore accounts = Stores.of(storage, AccountStore.class, UnitOfWork::accounts);

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void existingMemberIsFoundByIdIdentifierAndPrincipalName() {
        Member member = persist(new Member("Ann@Example.com", "hash", false));
        AccountRef ref = new AccountRef("members", member.id().toString());

        Account account = accounts.find(ref).orElseThrow();

        assertThat(account.ref()).isEqualTo(ref);
        assertThat(account.principalName()).isEqualTo("Ann@Example.com");
        assertThat(account.profile().get(ProfileMember.EMAIL)).contains("Ann@Example.com");
        assertThat(account.roles()).containsExactly("EDITOR");
        assertThat(account.otherWayIn()).isTrue();
        assertThat(account.blocked()).isFalse();
        assertThat(account.verified()).isEmpty();
        assertThat(accounts.findByIdentifier("members", email("ANN@example.com")))
                .contains(account);
        assertThat(accounts.findByPrincipalName("members", "Ann@Example.com")).contains(account);
        assertThat(accounts.findByPrincipalName("members", "ann@example.com")).isEmpty();
        assertThat(accounts.find(new AccountRef("members", "no number"))).isEmpty();
    }

    @Test
    void blockedMemberIsToldAsBlocked() {
        Member member = persist(new Member("a@example.com", null, true));

        Account account =
                accounts.find(new AccountRef("members", member.id().toString())).orElseThrow();

        assertThat(account.blocked()).isTrue();
        assertThat(account.otherWayIn()).isFalse();
    }

    @Test
    void loginReadsPasskeyAndMemberInOneStatementWithoutTheirEagerRelations() {
        Member member = persist(new Member("a@example.com", "hash", false));
        AccountRef ref = new AccountRef("members", member.id().toString());
        Passkey passkey = Fixtures.passkey(ref);
        storage.inTransaction(unit -> {
            unit.passkeys().add(passkey);
            return true;
        });
        Account account = accounts.find(ref).orElseThrow();
        database.sent.take();

        Optional<OwnedPasskey> owned =
                storage.inTransaction(unit -> unit.passkeys().findByCredentialId(passkey.credentialId()));

        assertThat(owned).contains(new OwnedPasskey(passkey, account));
        assertThat(database.sent.take())
                .singleElement()
                .satisfies(sql -> assertThat(sql).doesNotContain("seat").doesNotContain("cast(m1_0.id"));
    }

    /** Where the driver does not tell, EclipseLink asks by a third statement which number the database has given. */
    @Test
    void signupCreatesAMemberByCheckAndInsert() {
        database.sent.take();

        Account created = accounts.create(Fixtures.account(Map.of(
                ProfileMember.EMAIL, "New@Example.com", ProfileMember.NAME, "Ann", ProfileMember.NICKNAME, "dropped")));

        assertThat(database.sent.take())
                .hasSizeBetween(2, Provider.current() == Provider.ECLIPSELINK ? 3 : 2)
                .filteredOn(sql -> sql.toLowerCase(Locale.ROOT).contains(" member"))
                .hasSize(2);
        assertThat(accounts.find(created.ref())).contains(created);
        assertThat(created.principalName()).isEqualTo("new@example.com");
        assertThat(created.roles()).containsExactly("READER");
        assertThat(created.otherWayIn()).isFalse();
        assertThat(created.profile().members()).containsOnlyKeys(ProfileMember.EMAIL, ProfileMember.NAME);
        Member member = database.factory
                .createEntityManager()
                .find(Member.class, Long.valueOf(created.ref().id()));
        assertThat(member.registered()).isEqualTo(LocalDateTime.ofInstant(NOW, ZoneId.systemDefault()));
    }

    @Test
    void identifierOfAMemberInAnotherLetterCaseIsTaken() {
        persist(new Member("Ann@Example.com", "hash", false));

        assertThatThrownBy(() -> accounts.create(Fixtures.account("ann@example.com")))
                .isInstanceOfSatisfying(StorageConflictException.class, e -> assertThat(e.conflict())
                        .isEqualTo(Conflict.IDENTIFIER));
    }

    @Test
    void sameIdentifierByManyThreadsIsOneMember() throws InterruptedException {
        List<Object> outcomes =
                Race.run(i -> accounts.create(Fixtures.account(i % 2 == 0 ? "B@example.com" : "\uff42@EXAMPLE.com")));

        assertThat(outcomes).filteredOn(Account.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(
                        outcome -> outcome instanceof StorageConflictException e && e.conflict() == Conflict.IDENTIFIER)
                .hasSize(Race.THREADS - 1);
    }

    @Test
    void signupIsRefusedWhereAccountsAreMadeElsewhereOrKeepNoSuchIdentifier() {
        JpaStorage closed = database.storage(new AccountSettings(
                Optional.of("Member"), Map.of(AccountAttribute.EMAIL, "email"), false, Map.of(), true));

        assertThatThrownBy(() -> Stores.of(closed, AccountStore.class, UnitOfWork::accounts)
                        .create(Fixtures.account("a@example.com")))
                .isInstanceOf(SignupRefusedException.class)
                .hasMessageContaining("latchkey.accounts.signup");
        assertThatThrownBy(() -> accounts.create(Fixtures.account(Map.of(ProfileMember.PHONE_NUMBER, "+4912345"))))
                .isInstanceOf(SignupRefusedException.class)
                .hasMessageContaining("phone_number");
        assertThat(accounts.findByIdentifier("members", new Identifier(IdentifierType.PHONE_NUMBER, "+4912345")))
                .isEmpty();
    }

    @Test
    void signupThatTheHostsColumnsDoNotHoldIsRefusedAsOne() {
        String email = "a".repeat(260) + "@example.com";

        assertThatThrownBy(() -> accounts.create(Fixtures.account(email)))
                .isInstanceOf(SignupRefusedException.class)
                .hasMessage("the accounts do not take the new one: SQLState 22001");
    }

    @Test
    void hostsTableIsNotAltered() {
        String table = Provider.current() == Provider.ECLIPSELINK ? "MEMBER" : "Member";
        Set<String> columns = Schemas.columns(database.dataSource, table).keySet();

        assertThat(columns)
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "fullname",
                        "passwordhash",
                        "role",
                        "locked",
                        "emailconfirmed",
                        "registered",
                        "seat_id");
    }

    private static Identifier email(String value) {
        return new Identifier(IdentifierType.EMAIL, value);
    }

    private Member persist(Member member) {
        database.persist(member);
        return member;
    }
}
