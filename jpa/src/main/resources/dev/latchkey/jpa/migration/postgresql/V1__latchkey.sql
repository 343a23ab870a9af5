-- Latchkey's tables for PostgreSQL. Points in time are microseconds since 1970-01-01T00:00:00Z.

create table latchkey_account (
    id                    varchar(64)   not null primary key,
    realm                 varchar(128)  not null,
    email                 varchar(320),
    email_key             varchar(43),
    email_verified        boolean       not null,
    phone_number          varchar(16),
    phone_number_key      varchar(43),
    phone_number_verified boolean       not null,
    username              varchar(128),
    username_key          varchar(43),
    full_name             varchar(300),
    nickname              varchar(300),
    given_name            varchar(150),
    family_name           varchar(150),
    picture               varchar(2048),
    user_metadata         varchar(8000),
    roles                 varchar(1000),
    blocked               boolean       not null,
    created_at_micros     bigint        not null,
    constraint latchkey_account_email_key unique (realm, email_key),
    constraint latchkey_account_phone_key unique (realm, phone_number_key),
    constraint latchkey_account_user_key unique (realm, username_key)
);

create table latchkey_user_handle (
    user_handle varchar(86)  not null primary key,
    realm       varchar(128) not null,
    account_id  varchar(255) not null,
    constraint latchkey_user_handle_owner unique (realm, account_id)
);

create table latchkey_passkey (
    id                  varchar(64)     not null primary key,
    realm               varchar(128)    not null,
    account_id          varchar(255)    not null,
    rp_id               varchar(253)    not null,
    credential_id       bytea           not null,
    credential_hash     varchar(43)     not null,
    user_handle         varchar(86)     not null,
    public_key          bytea           not null,
    sign_count          bigint          not null,
    backup_eligible     boolean         not null,
    backed_up           boolean         not null,
    transports          varchar(255),
    aaguid              varchar(36)     not null,
    display_name        varchar(300),
    user_agent          varchar(512),
    created_at_micros   bigint          not null,
    last_used_at_micros bigint,
    constraint latchkey_passkey_credential unique (credential_hash)
);

create index latchkey_passkey_owner on latchkey_passkey (realm, account_id);

create table latchkey_spent_session (
    session_id        varchar(64) not null primary key,
    expires_at_micros bigint      not null
);

create index latchkey_spent_session_expiry on latchkey_spent_session (expires_at_micros);

create table latchkey_refresh_token (
    token_hash              varchar(43)   not null primary key,
    family_id               varchar(64)   not null,
    realm                   varchar(128)  not null,
    account_id              varchar(255)  not null,
    client_id               varchar(255)  not null,
    issuer                  varchar(300)  not null,
    audience                varchar(1000) not null,
    scopes                  varchar(2000),
    session_id              varchar(64)   not null,
    authenticated_at_micros bigint        not null,
    organization            varchar(255),
    key_thumbprint          varchar(43),
    created_at_micros       bigint        not null,
    expires_at_micros       bigint        not null,
    spent_at_micros         bigint,
    revoked_at_micros       bigint
);

create index latchkey_refresh_token_family on latchkey_refresh_token (family_id);
create index latchkey_refresh_token_owner on latchkey_refresh_token (realm, account_id);
create index latchkey_refresh_token_expiry on latchkey_refresh_token (expires_at_micros);

create table latchkey_signing_key (
    key_id            varchar(128)  not null primary key,
    algorithm         varchar(32)   not null,
    wrapped_key       varchar(8000) not null,
    created_at_micros bigint        not null
);
