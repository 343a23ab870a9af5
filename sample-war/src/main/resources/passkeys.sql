-- Behind Latchkey's own script: what belongs to a member refers to the member, and goes with it.

alter table latchkey_passkey rename to member_passkey;
alter table member_passkey add column member_id bigint;
update member_passkey set member_id = cast(account_id as bigint);
alter table member_passkey alter column member_id set not null;
alter table member_passkey add foreign key (member_id) references member on delete cascade;

alter table latchkey_user_handle rename to member_user_handle;
alter table member_user_handle add column member_id bigint;
update member_user_handle set member_id = cast(account_id as bigint);
alter table member_user_handle alter column member_id set not null;
alter table member_user_handle add foreign key (member_id) references member on delete cascade;

alter table latchkey_refresh_token rename to member_refresh_token;
alter table member_refresh_token add column member_id bigint;
update member_refresh_token set member_id = cast(account_id as bigint);
alter table member_refresh_token alter column member_id set not null;
alter table member_refresh_token add foreign key (member_id) references member on delete cascade;

-- The accounts are the library's own members.
drop table latchkey_account;
