-- Latchkey's tables for SQL Server 2016 and later. Points in time are microseconds since 1970-01-01T00:00:00Z.
-- Text is compared byte by byte: under a collation that ignores letter case, two hashes could be taken for the same.
-- Compared with what Hibernate would make there, and run on H2 in its SQL Server mode. Nobody has run it on SQL Server itself yet.

create table latchkey_account (
    id                    nvarchar(64) collate Latin1_General_100_BIN2   not null primary key,
    realm                 nvarchar(128) collate Latin1_General_100_BIN2  not null,
    email                 nvarchar(320) collate Latin1_General_100_BIN2,
    email_key             nvarchar(43) collate Latin1_General_100_BIN2,
    email_verified        bit                                            not null,
    phone_number          nvarchar(16) collate Latin1_General_100_BIN2,
    phone_number_key      nvarchar(43) collate Latin1_General_100_BIN2,
    phone_number_verified bit                                            not null,
    username              nvarchar(128) collate Latin1_General_100_BIN2,
    username_key          nvarchar(43) collate Latin1_General_100_BIN2,
    full_name             nvarchar(300) collate Latin1_General_100_BIN2,
    nickname              nvarchar(300) collate Latin1_General_100_BIN2,
    given_name            nvarchar(150) collate Latin1_General_100_BIN2,
    family_name           nvarchar(150) collate Latin1_General_100_BIN2,
    picture               nvarchar(2048) collate Latin1_General_100_BIN2,
    user_metadata         nvarchar(max) collate Latin1_General_100_BIN2,
    roles                 nvarchar(1000) collate Latin1_General_100_BIN2,
    blocked               bit                                            not null,
    created_at_micros     bigint                                         not null
);

-- SQL Server takes two rows with the same realm and no e-mail for duplicates.
create unique index latchkey_account_email_key on latchkey_account (realm, email_key) where email_key is not null;
create unique index latchkey_account_phone_key on latchkey_account (realm, phone_number_key) where phone_number_key is not null;
create unique index latchkey_account_user_key on latchkey_account (realm, username_key) where username_key is not null;

create table latchkey_user_handle (
    user_handle nvarchar(86) collate Latin1_General_100_BIN2  not null primary key,
    realm       nvarchar(128) collate Latin1_General_100_BIN2 not null,
    account_id  nvarchar(255) collate Latin1_General_100_BIN2 not null,
    constraint latchkey_user_handle_owner unique (realm, account_id)
);

create table latchkey_passkey (
    id                  nvarchar(64) collate Latin1_General_100_BIN2  not null primary key,
    realm               nvarchar(128) collate Latin1_General_100_BIN2 not null,
    account_id          nvarchar(255) collate Latin1_General_100_BIN2 not null,
    rp_id               nvarchar(253) collate Latin1_General_100_BIN2 not null,
    credential_id       varbinary(1023)                               not null,
    credential_hash     nvarchar(43) collate Latin1_General_100_BIN2  not null,
    user_handle         nvarchar(86) collate Latin1_General_100_BIN2  not null,
    public_key          varbinary(2000)                               not null,
    sign_count          bigint                                        not null,
    backup_eligible     bit                                           not null,
    backed_up           bit                                           not null,
    transports          nvarchar(255) collate Latin1_General_100_BIN2,
    aaguid              nvarchar(36) collate Latin1_General_100_BIN2  not null,
    display_name        nvarchar(300) collate Latin1_General_100_BIN2,
    user_agent          nvarchar(512) collate Latin1_General_100_BIN2,
    created_at_micros   bigint                                        not null,
    last_used_at_micros bigint,
    constraint latchkey_passkey_credential unique (credential_hash)
);

create index latchkey_passkey_owner on latchkey_passkey (realm, account_id);

create table latchkey_spent_session (
    session_id        nvarchar(64) collate Latin1_General_100_BIN2 not null primary key,
    expires_at_micros bigint                                       not null
);

create index latchkey_spent_session_expiry on latchkey_spent_session (expires_at_micros);

create table latchkey_refresh_token (
    token_hash              nvarchar(43) collate Latin1_General_100_BIN2   not null primary key,
    family_id               nvarchar(64) collate Latin1_General_100_BIN2   not null,
    realm                   nvarchar(128) collate Latin1_General_100_BIN2  not null,
    account_id              nvarchar(255) collate Latin1_General_100_BIN2  not null,
    client_id               nvarchar(255) collate Latin1_General_100_BIN2  not null,
    issuer                  nvarchar(300) collate Latin1_General_100_BIN2  not null,
    audience                nvarchar(1000) collate Latin1_General_100_BIN2 not null,
    scopes                  nvarchar(2000) collate Latin1_General_100_BIN2,
    session_id              nvarchar(64) collate Latin1_General_100_BIN2   not null,
    authenticated_at_micros bigint                                         not null,
    organization            nvarchar(255) collate Latin1_General_100_BIN2,
    key_thumbprint          nvarchar(43) collate Latin1_General_100_BIN2,
    created_at_micros       bigint                                         not null,
    expires_at_micros       bigint                                         not null,
    spent_at_micros         bigint,
    revoked_at_micros       bigint
);

create index latchkey_refresh_token_family on latchkey_refresh_token (family_id);
create index latchkey_refresh_token_owner on latchkey_refresh_token (realm, account_id);
create index latchkey_refresh_token_expiry on latchkey_refresh_token (expires_at_micros);

create table latchkey_signing_key (
    key_id            nvarchar(128) collate Latin1_General_100_BIN2 not null primary key,
    algorithm         nvarchar(32) collate Latin1_General_100_BIN2  not null,
    wrapped_key       nvarchar(max) collate Latin1_General_100_BIN2 not null,
    created_at_micros bigint                                        not null
);
