insert into latchkey_account
    (id, realm, email, email_key, email_verified, phone_number_verified, blocked, created_at_micros)
select 'usr_' || i, 'members', 'a' || i || '@example.com', translate(encode(sha256(('a' || i)::bytea), 'base64'), '+/=', '-_'),
    false, false, false, i
from generate_series(1, MEMBERS) i;

insert into latchkey_user_handle select translate(encode(sha512(int8send(i)), 'base64'), '+/=' || chr(10), '-_'), 'members', 'usr_' || i
from generate_series(1, MEMBERS) i;

insert into latchkey_passkey
    (id, realm, account_id, rp_id, credential_id, credential_hash, user_handle, public_key, sign_count, backup_eligible, backed_up,
     transports, aaguid, display_name, user_agent, created_at_micros)
select 'dev_' || i, 'members', 'usr_' || i, 'example.com', int8send(i),
    translate(encode(sha256(int8send(i)), 'base64'), '+/=', '-_'),
    translate(encode(sha512(int8send(i)), 'base64'), '+/=' || chr(10), '-_'),
    sha512(int8send(i)), 0, true, false, 'internal hybrid', 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4', 'Laptop', 'Mozilla/5.0', i
from generate_series(1, MEMBERS) i;

insert into latchkey_spent_session
select translate(encode(sha256(('s' || i)::bytea), 'base64'), '+/=', '-_'), 4000000000000000 from generate_series(1, MEMBERS) i;

vacuum analyze latchkey_account;
vacuum analyze latchkey_user_handle;
vacuum analyze latchkey_passkey;
vacuum analyze latchkey_spent_session;
