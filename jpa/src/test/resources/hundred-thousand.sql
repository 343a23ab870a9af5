insert into latchkey_account
    (id, realm, email, email_key, email_verified, phone_number_key, phone_number_verified, username_key, blocked, created_at_micros)
select i, 'members', 'a' || i || '@example.com', 'email-' || i, false, 'phone-' || i, false, 'name-' || i, false, i
from generate_series(1, 100000) i;

insert into latchkey_user_handle select 'handle-' || i, 'members', i from generate_series(1, 100000) i;

insert into latchkey_passkey
    (id, realm, account_id, rp_id, credential_id, credential_hash, user_handle, public_key, sign_count, backup_eligible, backed_up,
     aaguid, created_at_micros)
select 'dev_' || i, 'members', i, 'example.com', '', 'hash-' || i, 'handle-' || i, '', 0, true, false,
    '00000000-0000-0000-0000-000000000000', i
from generate_series(1, 100000) i;

insert into latchkey_spent_session select 'session-' || i, i * 1000 from generate_series(1, 100000) i;

insert into latchkey_refresh_token
    (token_hash, family_id, realm, account_id, client_id, issuer, audience, session_id, authenticated_at_micros, created_at_micros,
     expires_at_micros)
select 'hash-' || i, 'family-' || i, 'members', i, 'web', 'https://localhost/', 'https://localhost/', 'sid', i, i, i * 1000
from generate_series(1, 100000) i;

insert into latchkey_signing_key select 'key-' || i, 'ES256', 'wrapped', i from generate_series(1, 100000) i;

-- the host's own tables, with the indexes that its own queries want, too
insert into member (email, role, registered) select 'm' || i || '@example.com', 0, now() from generate_series(1, 100000) i;
create index member_email_in_any_case on member (lower(email));
insert into employee (login) select 'employee-' || i from generate_series(1, 100000) i;
insert into customer (id, blocked) select gen_random_uuid(), false from generate_series(1, 100000) i;
insert into customer_roles (customer_id, roles) select id, 'buyer' from customer;
create index customer_roles_of_one on customer_roles (customer_id);

analyze;
