/** A loopback proxy in front of PostgreSQL that counts what is executed: Execute ('E') and simple Query ('Q') messages. */
import { connect, createServer } from 'node:net';

export async function startCounter(databaseUrl) {
  const target = new URL(databaseUrl);
  let executed = 0;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const read = reader(() => {
      executed += 1;
    });
    client.on('data', read);
    client.pipe(database);
    database.pipe(client);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String(server.address().port);
  return { url: url.href, executed: () => executed, close: () => server.close() };
}

/** Messages are a letter and a length; the first one of a connection has no letter. */
function reader(onStatement) {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      const kind = isFirst ? '' : String.fromCharCode(rest[0]);
      if (kind === 'E' || kind === 'Q') onStatement();
      isFirst = false;
      rest = rest.subarray(length);
    }
  };
}
