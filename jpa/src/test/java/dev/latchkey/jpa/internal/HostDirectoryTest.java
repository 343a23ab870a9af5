package dev.latchkey.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import dev.latchkey.config.AccountAttribute;
import dev.latchkey.config.AccountSettings;
import dev.latchkey.jpa.Fixtures;
import dev.latchkey.jpa.TestDatabase;
import dev.latchkey.jpa.entity.MappedPasskey;
import dev.latchkey.jpa.host.Member;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.OwnedPasskey;
import jakarta.persistence.metamodel.Metamodel;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostDirectoryTest {
    private static final AccountSettings SETTINGS =
            new AccountSettings(Optional.of("Member"), Map.of(AccountAttribute.EMAIL, "email"), false, Map.of(), true);

    private final TestDatabase database = new TestDatabase("host");

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void loginIsTwoStatementsWhereNoJoinIsToBeHad() {
        Metamodel metamodel = database.factory.getMetamodel();
        Transactions transactions = new Transactions(database.factory, new ResourceLocalBoundary());
        Mapped<MappedPasskey> passkeys = new MappingFinder(metamodel, new ArrayList<>()).find(MappedPasskey.class);
        HostEntity host = HostEntityCheck.check(SETTINGS, "Member", metamodel, new ArrayList<>())
                .orElseThrow();
        HostRows rows = new HostRows(host);
        HostJoin undecided = new HostJoin(host, rows, passkeys, transactions);
        HostDirectory directory = new HostDirectory(host, rows, passkeys, undecided);
        Member member = new Member("a@example.com", null, false);
        database.persist(member);
        Passkey passkey = Fixtures.passkey(new AccountRef("members", member.id().toString()));
        transactions.run(statements -> {
            MappedPasskey entity = passkeys.newInstance();
            entity.assign(passkey);
            statements.insert(entity, Conflict.CREDENTIAL);
            return true;
        });
        database.sent.take();

        Optional<OwnedPasskey> owned = transactions.run(
                statements -> directory.findOwned(statements, MappedPasskey.credentialHash(passkey.credentialId())));

        assertThat(database.sent.take()).hasSize(2);
        assertThat(owned.map(OwnedPasskey::passkey)).contains(passkey);
        assertThat(owned.map(found -> found.account().principalName())).contains("a@example.com");
    }
}
