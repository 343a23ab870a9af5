-- The table that Tomcat's realm has always read. The passwords are in README, for this is a sample.
create table crew (
  user_name varchar(60) primary key,
  user_pass varchar(200),
  full_name varchar(120) not null,
  role_name varchar(20) not null
);

insert into crew (user_name, user_pass, full_name, role_name) values
  ('ada', 'ebb11802862b78813062e9a9bcab5309$600000$3e6d9cfdea6b02544191c749c94e0b95ee2167b71530aa8f2dee0caafc6e9c54', 'Ada Marsh', 'crew'),
  ('mae', '80ef5dcfb7c3cec394cf9f16b7c735fb$600000$0316d3143ea3b6ab1e09b63050b4957aff13e0349a49c66c738f16e4cd136726', 'Mae Torrance', 'crew'),
  ('finn', '6cf15a3d289ca11b0704084990ebdcf6$600000$b6ef30c43861d735b2f081d30f3937f8ebb0e8fc10acebf1fba0babd425114e7', 'Finn Ross', 'guest');
