import pg from 'pg';
import { eraseSalts, history, isRecordedText } from '../../src/audit/history.ts';
import { hashOf, record } from '../../src/audit/record.ts';
import { sealEvents } from '../../src/audit/seal.ts';
import { chainHead, verifyChain } from '../../src/audit/verify.ts';
import { client } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/in-transaction.ts';
import type { Viewer } from '../../src/features/access/types.ts';
import { type Act, inside } from '../../src/kernel/act.ts';
import { Bug } from '../../src/kernel/errors.ts';
import { type CommitteeId, newId, type PersonId } from '../../src/kernel/ids.ts';
import { testAct } from '../support/acts.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let act: Act;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => {
  act = testAct(database.handle);
});

const subject = { kind: 'plan', id: newId() };

async function recordMany(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await record(act.store, act, { kind: 'plans.changed', subject, facts: { index } });
}

/** What somebody with all rights over the database does: triggers off, change, triggers on. */
async function tamper(sql: string, values: unknown[] = []): Promise<void> {
  const superuser = new pg.Client({ connectionString: database.url });
  await superuser.connect();
  try {
    await superuser.query("SET session_replication_role = 'replica'");
    await superuser.query(sql, values);
  } finally {
    await superuser.end();
  }
}

describe('the log is append-only', () => {
  test.each([
    { table: 'event', sql: `UPDATE "event" SET "kind" = 'x'` },
    { table: 'event', sql: `DELETE FROM "event"` },
    { table: 'event', sql: `TRUNCATE "event"` },
    { table: 'seal', sql: `UPDATE "seal" SET "hash" = 'x'` },
    { table: 'seal', sql: `DELETE FROM "seal"` },
    { table: 'seal', sql: `TRUNCATE "seal"` },
  ])('the database refuses $sql', async ({ sql }) => {
    await recordMany(1);
    await sealEvents(act);

    await expect(client(act.store).$executeRawUnsafe(sql)).rejects.toThrow('append-only');
  });

  test('an event of an act that is rolled back does not exist', async () => {
    const failing = inTransaction(act, async (tx) => {
      await record(tx, act, { kind: 'plans.changed', subject, facts: {} });
      throw new Bug('rolled back');
    });

    await expect(failing).rejects.toThrow(Bug);
    expect(await verifyChain(act.store, act.workspace)).toMatchObject({ ok: true, head: { count: 0 }, waiting: 0 });
  });
});

describe('sealing', () => {
  test('links every event once, however often it runs', async () => {
    await recordMany(20);

    const sealed = [await sealEvents(act), await sealEvents(act)];

    expect(sealed).toEqual([20, 0]);
    expect(await verifyChain(act.store, act.workspace)).toMatchObject({ ok: true, head: { count: 20 }, waiting: 0 });
  });

  test('a second sealer waits for the first and then finds nothing left', async () => {
    await recordMany(3);
    let commit = (): void => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let isSealed = (): void => {};
    const sealed = new Promise<void>((resolve) => {
      isSealed = resolve;
    });
    const first = inTransaction({ ...act }, async (tx) => {
      const count = await sealEvents(inside(act, tx));
      isSealed();
      await held;
      return count;
    });
    await sealed;

    const second = sealEvents(act);
    const early = await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 150, 'waits'))]);
    commit();

    expect(early).toBe('waits');
    expect(await Promise.all([first, second])).toEqual([3, 0]);
    expect(await verifyChain(act.store, act.workspace)).toMatchObject({ ok: true, head: { count: 3 } });
  });

  test('an event that took an earlier number and was committed later is not forgotten', async () => {
    let commit = (): void => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let isWritten = (): void => {};
    const written = new Promise<void>((resolve) => {
      isWritten = resolve;
    });
    const slow = inTransaction({ ...act }, async (tx) => {
      await record(tx, act, { kind: 'plans.slow', subject, facts: {} });
      isWritten();
      await held;
    });
    await written;
    await recordMany(2);

    const first = await sealEvents(act);
    commit();
    await slow;
    const second = await sealEvents(act);

    expect([first, second]).toEqual([2, 1]);
    expect(await verifyChain(act.store, act.workspace)).toMatchObject({ ok: true, head: { count: 3 } });
  });

  test('chains of two workspaces do not touch each other', async () => {
    const other = testAct(database.handle);
    await recordMany(3);
    await record(other.store, other, { kind: 'plans.changed', subject, facts: {} });

    await sealEvents(act);

    expect((await chainHead(act.store, act.workspace)).count).toBe(3);
    expect(await verifyChain(act.store, other.workspace)).toMatchObject({ ok: true, head: { count: 0 }, waiting: 1 });
  });
});

describe('tampering by somebody with all rights over the database is found', () => {
  const where = `"workspaceId" = $1`;
  const third = `(SELECT "eventId" FROM "seal" WHERE ${where} AND "position" = 3)`;

  test.each([
    {
      what: 'a fact changed',
      sql: `UPDATE "event" SET "facts" = '{"index": 99}' WHERE "id" = ${third}`,
      at: 3,
      reason: 'event-changed',
    },
    {
      what: 'the actor changed',
      sql: `UPDATE "event" SET "personId" = gen_random_uuid() WHERE "id" = ${third}`,
      at: 3,
      reason: 'event-changed',
    },
    {
      what: 'the time changed',
      sql: `UPDATE "event" SET "at" = "at" + interval '1 ms' WHERE "id" = ${third}`,
      at: 3,
      reason: 'event-changed',
    },
    { what: 'an event deleted', sql: `DELETE FROM "event" WHERE "id" = ${third}`, at: 3, reason: 'event-missing' },
    {
      what: 'an event and its seal deleted',
      sql: `WITH gone AS (DELETE FROM "seal" WHERE ${where} AND "position" = 3 RETURNING "eventId") DELETE FROM "event" WHERE "id" IN (SELECT "eventId" FROM gone)`,
      at: 3,
      reason: 'link-missing',
    },
    {
      what: 'a seal changed',
      sql: `UPDATE "seal" SET "hash" = repeat('a', 64) WHERE ${where} AND "position" = 2`,
      at: 2,
      reason: 'event-changed',
    },
    {
      what: 'a link cut',
      sql: `UPDATE "seal" SET "previousHash" = repeat('a', 64) WHERE ${where} AND "position" = 4`,
      at: 4,
      reason: 'link-changed',
    },
    {
      what: 'an event slipped in',
      sql: `INSERT INTO "event" ("id","workspaceId","kind","subjectKind","subjectId","facts","at") VALUES (gen_random_uuid(), $1, 'x.y', 'plan', gen_random_uuid(), '{}', now())`,
      at: 6,
      reason: 'event-without-seal',
    },
  ])('$what', async ({ sql, at, reason }) => {
    await recordMany(5);
    await sealEvents(act);
    const before = await verifyChain(act.store, act.workspace);

    await tamper(sql, [act.workspace]);

    expect(before.ok).toBe(true);
    expect(await verifyChain(act.store, act.workspace)).toEqual({ ok: false, position: at, reason });
  });

  test('the newest links cut off are found with the head that was posted before, and only with it', async () => {
    await recordMany(5);
    await sealEvents(act);
    const known = await chainHead(act.store, act.workspace);
    await tamper(
      `WITH gone AS (DELETE FROM "seal" WHERE ${where} AND "position" > 3 RETURNING "eventId")
       DELETE FROM "event" WHERE "id" IN (SELECT "eventId" FROM gone)`,
      [act.workspace],
    );

    const without = await verifyChain(act.store, act.workspace);
    const verdict = await verifyChain(act.store, act.workspace, known);

    expect(without.ok).toBe(true);
    expect(verdict).toEqual({ ok: false, position: 4, reason: 'head-differs' });
  });
});

describe('what an event holds', () => {
  test.each([
    { what: 'a name', value: 'Trần Thị Mẫu' },
    { what: 'a sentence', value: 'needs more experience' },
    { what: 'a single word in Vietnamese', value: 'đồng' },
  ])('$what in a fact is our bug, not a row', async ({ value }) => {
    await expect(record(act.store, act, { kind: 'plans.changed', subject, facts: { value } })).rejects.toThrow(Bug);
  });

  test('a typed text is kept as a salted hash, and can be confirmed until its salt is erased', async () => {
    const here = { kind: 'nomination', id: newId() };
    const event = await record(act.store, act, {
      kind: 'nominations.withdrawn',
      subject: here,
      facts: { reason: hashOf('Lý do sức khoẻ') },
      via: { kind: 'letter', reference: '12-CV/VP', dated: '2026-03-01' },
    });
    await sealEvents(act);
    const row = await client(act.store).auditEvent.findUniqueOrThrow({ where: { id: event } });
    const confirmed = await isRecordedText(act.store, event, 'reason', 'Lý do sức khoẻ');
    const other = await isRecordedText(act.store, event, 'reason', 'Lý do khác');

    await eraseSalts(act.store, act.workspace, here);

    expect(JSON.stringify([row.facts, row.via])).not.toMatch(/sức|12-CV/);
    expect([confirmed, other]).toEqual([true, false]);
    expect(await isRecordedText(act.store, event, 'reason', 'Lý do sức khoẻ')).toBeNull();
    expect(await verifyChain(act.store, act.workspace)).toMatchObject({ ok: true });
  });

  test('two events with the same text have different hashes', async () => {
    const facts = { reason: hashOf('same') };
    await record(act.store, act, { kind: 'plans.changed', subject, facts });
    await record(act.store, act, { kind: 'plans.changed', subject, facts });

    const rows = await client(act.store).auditEvent.findMany({ where: { workspaceId: act.workspace } });
    expect(new Set(rows.map((row) => JSON.stringify(row.facts))).size).toBe(2);
  });
});

test('the history shows what the viewer may see: nothing of a closed case, nothing of another committee', async () => {
  const here = { kind: 'plan', id: newId() };
  const committee = newId<CommitteeId>();
  const [closed, open] = [newId<PersonId>(), newId<PersonId>()];
  const say = (kind: string, more: object) =>
    record(act.store, act, { kind, subject: here, committee, facts: {}, ...more });
  await say('a.open', { nominee: open });
  await say('a.closed', { nominee: closed });
  await say('a.both', { nominees: [open, closed] });
  await say('a.elsewhere', { committee: newId() });
  await say('a.general', {});
  const viewer = {
    workspace: act.workspace,
    committee,
    hiddenNominees: [closed],
    recusedFrom: [closed],
  } as unknown as Viewer;

  const seen = await history(act.store, viewer, here);
  const ofClosed = await history(act.store, viewer, { kind: 'person', id: closed });
  const all = await history(act.store, { ...viewer, hiddenNominees: [], recusedFrom: [] }, here);

  expect(seen.map((event) => event.kind)).toEqual(['a.open', 'a.general']);
  expect(ofClosed).toEqual([]);
  expect(all.map((event) => event.kind)).toEqual(['a.open', 'a.closed', 'a.both', 'a.general']);
});
