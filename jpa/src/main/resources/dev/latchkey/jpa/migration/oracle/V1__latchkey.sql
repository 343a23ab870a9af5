-- Latchkey's tables for Oracle Database 19c and later, with character set AL32UTF8.
-- Points in time are microseconds since 1970-01-01T00:00:00Z.
-- Compared with what Hibernate would make there, and run on H2 in its Oracle mode. Nobody has run it on Oracle itself yet.

create table latchkey_account (
    id                    varchar2(64 char)   not null primary key,
    realm                 varchar2(128 char)  not null,
    email                 varchar2(320 char),
    email_key             varchar2(43 char),
    email_verified        number(1,0)         not null check (email_verified in (0, 1)),
    phone_number          varchar2(16 char),
    phone_number_key      varchar2(43 char),
    phone_number_verified number(1,0)         not null check (phone_number_verified in (0, 1)),
    username              varchar2(128 char),
    username_key          varchar2(43 char),
    full_name             varchar2(300 char),
    nickname              varchar2(300 char),
    given_name            varchar2(150 char),
    family_name           varchar2(150 char),
    picture               varchar2(2048 char),
    user_metadata         clob,
    roles                 varchar2(1000 char),
    blocked               number(1,0)         not null check (blocked in (0, 1)),
    created_at_micros     number(19,0)        not null
);

-- Oracle takes two rows with the same realm and no e-mail for duplicates; a row of nulls alone is in no index.
create unique index latchkey_account_email_key
    on latchkey_account (email_key, case when email_key is not null then realm end);
create unique index latchkey_account_phone_key
    on latchkey_account (phone_number_key, case when phone_number_key is not null then realm end);
create unique index latchkey_account_user_key
    on latchkey_account (username_key, case when username_key is not null then realm end);

create table latchkey_user_handle (
    user_handle varchar2(86 char)  not null primary key,
    realm       varchar2(128 char) not null,
    account_id  varchar2(255 char) not null,
    constraint latchkey_user_handle_owner unique (realm, account_id)
);

create table latchkey_passkey (
    id                  varchar2(64 char)  not null primary key,
    realm               varchar2(128 char) not null,
    account_id          varchar2(255 char) not null,
    rp_id               varchar2(253 char) not null,
    credential_id       raw(1023)          not null,
    credential_hash     varchar2(43 char)  not null,
    user_handle         varchar2(86 char)  not null,
    public_key          raw(2000)          not null,
    sign_count          number(19,0)       not null,
    backup_eligible     number(1,0)        not null check (backup_eligible in (0, 1)),
    backed_up           number(1,0)        not null check (backed_up in (0, 1)),
    transports          varchar2(255 char),
    aaguid              varchar2(36 char)  not null,
    display_name        varchar2(300 char),
    user_agent          varchar2(512 char),
    created_at_micros   number(19,0)       not null,
    last_used_at_micros number(19,0),
    constraint latchkey_passkey_credential unique (credential_hash)
);

create index latchkey_passkey_owner on latchkey_passkey (realm, account_id);

create table latchkey_spent_session (
    session_id        varchar2(64 char) not null primary key,
    expires_at_micros number(19,0)      not null
);

create index latchkey_spent_session_expiry on latchkey_spent_session (expires_at_micros);

create table latchkey_refresh_token (
    token_hash              varchar2(43 char)   not null primary key,
    family_id               varchar2(64 char)   not null,
    realm                   varchar2(128 char)  not null,
    account_id              varchar2(255 char)  not null,
    client_id               varchar2(255 char)  not null,
    issuer                  varchar2(300 char)  not null,
    audience                varchar2(1000 char) not null,
    scopes                  varchar2(2000 char),
    session_id              varchar2(64 char)   not null,
    authenticated_at_micros number(19,0)        not null,
    organization            varchar2(255 char),
    key_thumbprint          varchar2(43 char),
    created_at_micros       number(19,0)        not null,
    expires_at_micros       number(19,0)        not null,
    spent_at_micros         number(19,0),
    revoked_at_micros       number(19,0)
);

create index latchkey_refresh_token_family on latchkey_refresh_token (family_id);
create index latchkey_refresh_token_owner on latchkey_refresh_token (realm, account_id);
create index latchkey_refresh_token_expiry on latchkey_refresh_token (expires_at_micros);

create table latchkey_signing_key (
    key_id            varchar2(128 char) not null primary key,
    algorithm         varchar2(32 char)  not null,
    wrapped_key       clob               not null,
    created_at_micros number(19,0)       not null
);
