package dev.latchkey.faults;

/** What must not be in the tables, whatever was killed or happened at once. */
enum Audit {
    ACCOUNT_WITHOUT_PASSKEY("select count(*) from latchkey_account a where not exists"
            + " (select 1 from latchkey_passkey p where p.account_id = a.id and p.realm = a.realm)"),
    PASSKEY_WITHOUT_ACCOUNT("select count(*) from latchkey_passkey p where not exists"
            + " (select 1 from latchkey_account a where p.account_id = a.id and p.realm = a.realm)"),
    PASSKEY_WITHOUT_USER_HANDLE(
            "select count(*) from latchkey_passkey p where not exists"
                    + " (select 1 from latchkey_user_handle h where h.user_handle = p.user_handle and h.account_id = p.account_id)"),
    LIVING_TOKEN_OF_A_DEAD_FAMILY("select count(*) from latchkey_refresh_token t where t.revoked_at_micros is null"
            + " and exists (select 1 from latchkey_refresh_token r"
            + " where r.family_id = t.family_id and r.revoked_at_micros is not null)"),
    FAMILY_WITH_TWO_LIVING_TOKENS("select count(*) from (select family_id from latchkey_refresh_token"
            + " where spent_at_micros is null and revoked_at_micros is null group by family_id having count(*) > 1) f");

    private final String sql;

    Audit(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
