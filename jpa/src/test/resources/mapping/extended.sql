alter table latchkey_passkey rename to patron_passkey;
alter table patron_passkey add branch varchar(40);
alter table patron_passkey add patron_id bigint not null;
alter table patron_passkey add foreign key (patron_id) references patron (id) on delete cascade;
create index patron_passkey_patron on patron_passkey (patron_id);

alter table latchkey_user_handle rename to patron_user_handle;
alter table patron_user_handle add patron_id bigint not null;
alter table patron_user_handle add foreign key (patron_id) references patron (id) on delete cascade;
create index patron_user_handle_patron on patron_user_handle (patron_id);

alter table latchkey_refresh_token rename to patron_refresh_token;
alter table patron_refresh_token add patron_id bigint not null;
alter table patron_refresh_token add foreign key (patron_id) references patron (id) on delete cascade;
create index patron_refresh_token_patron on patron_refresh_token (patron_id);

drop table latchkey_account;
