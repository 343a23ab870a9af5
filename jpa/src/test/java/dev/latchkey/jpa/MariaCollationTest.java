package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.ConnectionPoolDataSource;
import org.junit.jupiter.api.Test;

/** What docs/databases.md says of MariaDB: text ids of the host want the kit's column in their own collation. */
class MariaCollationTest {
    private static final String LOGIN = "explain format=json select p.id, a.login from latchkey_passkey p, employee a"
            + " where p.credential_hash = 'hash-1' and a.login = p.account_id";

    private final ConnectionPoolDataSource data = MariaServer.shared().newDatabase();

    @Test
    void joinByTextGoesByThePrimaryKeyOnceTheCollationsAreTheSame() {
        Sql.run(data, Sql.migration("mariadb"));
        Sql.run(
                data,
                "create table employee (login varchar(255) character set latin1 collate latin1_swedish_ci primary key);"
                        + " insert into employee select concat('employee-', seq) from seq_1_to_5000;"
                        + " insert into latchkey_passkey (id, realm, account_id, rp_id, credential_id, credential_hash,"
                        + " user_handle, public_key, sign_count, backup_eligible, backed_up, aaguid, created_at_micros)"
                        + " select concat('dev_', seq), 'staff', concat('employee-', seq), 'example.com', '',"
                        + " concat('hash-', seq), '', '', 0, true, false, '', seq from seq_1_to_5000");
        assertThat(plan()).contains("\"access_type\": \"ALL\"");

        Sql.run(data, """
                alter table latchkey_passkey
                    modify account_id varchar(255) character set latin1 collate latin1_swedish_ci not null;
                """);

        assertThat(plan()).doesNotContain("\"access_type\": \"ALL\"").contains("PRIMARY");
    }

    private String plan() {
        return String.join("\n", Sql.list(data, LOGIN));
    }
}
