alter table latchkey_account rename to lib_account;
alter table latchkey_user_handle rename to lib_user_handle;
alter table latchkey_passkey rename to lib_passkey;
alter table lib_passkey rename column display_name to label;
alter table lib_passkey rename column account_id to owner;
alter table latchkey_spent_session rename to lib_spent_session;
alter table latchkey_refresh_token rename to lib_refresh_token;
alter table latchkey_signing_key rename to lib_signing_key;
