/** What somebody who has stolen everything has: dumps with the system columns, the files of tables and TOAST, the write-ahead log. */
import pg from 'pg';

export interface Row {
  readonly table: string;
  /** The transaction that wrote it, and its place in the file. */
  readonly xmin: string;
  readonly ctid: string;
  /** As JSON; bytes in hex. */
  readonly content: string;
}

export interface Dump {
  readonly rows: readonly Row[];
  readonly files: Buffer;
}

/** Every row of every table with xmin and ctid, and the files behind them, indexes and TOAST included. */
export async function dump(url: string): Promise<Dump> {
  const tables = await query<{ name: string; oid: number }>(
    url,
    `SELECT c.oid::int, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const rows: Row[] = [];
  for (const { name } of tables) {
    const found = await query<Omit<Row, 'table'>>(
      url,
      `SELECT xmin::text, ctid::text, to_jsonb(t)::text AS content FROM ${name} t`,
    );
    rows.push(...found.map((row) => ({ table: name, ...row })));
  }
  await query(url, 'CHECKPOINT');
  const files = await query<{ bytes: Uint8Array }>(
    url,
    `SELECT pg_read_binary_file(path, true) AS bytes
     FROM (SELECT pg_relation_filepath(c.oid) AS path FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE c.relkind IN ('r', 't', 'i') AND n.nspname NOT IN ('pg_catalog', 'information_schema')) f
     WHERE path IS NOT NULL`,
  );
  return { rows, files: Buffer.concat(files.flatMap(({ bytes }) => (bytes ? [bytes] : []))) };
}

export async function logPosition(url: string): Promise<string> {
  const [row] = await query<{ lsn: string }>(url, 'SELECT pg_current_wal_lsn()::text AS lsn');
  return row?.lsn ?? '0/0';
}

/** What was written to the log from that position on, without the page headers that would cut a text in two. */
export async function writeAheadLog(url: string, from: string): Promise<Buffer> {
  // Commits do not wait for the log in tests: this brings it to the file.
  await query(url, 'CHECKPOINT');
  const segments = await query<{ name: string; first: string; bytes: Uint8Array }>(
    url,
    `SELECT name, pg_walfile_name('${from}'::pg_lsn) AS first, pg_read_binary_file('pg_wal/' || name) AS bytes
     FROM pg_ls_waldir()
     WHERE name ~ '^[0-9A-F]{24}$' AND name >= pg_walfile_name('${from}'::pg_lsn)
       AND name <= pg_walfile_name(pg_current_wal_lsn()) ORDER BY name`,
  );
  // Searching half a log would find nothing and prove nothing.
  if (segments[0]?.name !== segments[0]?.first) throw new Error('the server has thrown a part of its log away');
  return Buffer.concat(segments.flatMap(({ bytes }) => pagesOf(Buffer.from(bytes))));
}

/** PostgreSQL's XLogLongPageHeaderData is 40 bytes, on a segment's first page; XLogPageHeaderData is 24. */
function pagesOf(segment: Buffer): Buffer[] {
  const pages: Buffer[] = [];
  for (let at = 0; at < segment.length; at += 8_192)
    pages.push(segment.subarray(at + (at === 0 ? 40 : 24), at + 8_192));
  return pages;
}

/** In any of the forms in which a text may have been written down. */
export function holds(evidence: Buffer, text: string): boolean {
  const utf8 = Buffer.from(text, 'utf8');
  const forms = [utf8, Buffer.from(text, 'utf16le'), Buffer.from(utf8.toString('hex')), ...base64Forms(utf8)];
  return forms.some((form) => evidence.includes(form));
}

/** Base64 of a text inside something longer depends on where it begins: the middle of each of the three ways. */
function base64Forms(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(encoded.slice(4, -2));
  });
}

/** Over a connection of its own: reading everything takes longer than the bot would wait for an answer. */
async function query<Found>(url: string, sql: string): Promise<Found[]> {
  const own = new pg.Client({ connectionString: url });
  await own.connect();
  try {
    return (await own.query(sql)).rows as Found[];
  } finally {
    await own.end();
  }
}
