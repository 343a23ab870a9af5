java -cp "WEB-INF/classes:WEB-INF/lib/*" dev.latchkey.transfer.Main import \
  --config WEB-INF/latchkey.conf \
  --from spring-security --jdbc-url "$OLD_DATABASE" --jdbc-user sa --match email
