/** A database of its own for a test file, cloned from the migrated template in some tens of milliseconds. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../src/database/connect.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';

export interface TestDatabase {
  readonly handle: StoreHandle;
  readonly url: string;
  /** Called by itself after the file's tests. */
  close(): Promise<void>;
}

/** Call it in `beforeAll`, or at the top of the file with `await`. `beforeClose` stops what works on it. */
export async function createTestDatabase(beforeClose = async (): Promise<void> => {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE template_quorate`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  // Few tests are about time: a busy machine may let the others wait.
  const database = openDatabase(url.href, 5, 20);
  let isOpen = true;
  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await beforeClose();
    await database.close();
    await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
  opened.push(close);
  return { handle: database.handle, url: url.href, close };
}

const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of opened.splice(0)) await close();
});

function serverUrl(): string {
  const url = process.env.QUORATE_TEST_SERVER;
  if (url === undefined) throw new Error('run the tests with `npm test`: it starts the database server');
  return url;
}

async function onServer(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl() });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}
