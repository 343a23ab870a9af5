java -cp "WEB-INF/classes:WEB-INF/lib/*" dev.latchkey.transfer.Main export \
  --config WEB-INF/latchkey.conf --file passkeys.jsonl
