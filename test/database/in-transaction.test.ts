/** The one door to writing: all or nothing, in time, and a repeat is recognised. */
import { client } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/in-transaction.ts';
import { freshSaving, inside } from '../../src/kernel/act.ts';
import { AlreadySaved, Unavailable } from '../../src/kernel/errors.ts';
import { newId, type WorkspaceId } from '../../src/kernel/ids.ts';
import { done, refused } from '../../src/kernel/outcome.ts';
import { testAct, testNow } from '../support/acts.ts';
import { patiently, pause } from '../support/eventually.ts';
import { createTestDatabase } from '../support/test-database.ts';

const { handle, url } = await createTestDatabase();

async function addWorkspace(tx: typeof handle, id: WorkspaceId = newId()): Promise<WorkspaceId> {
  const data = { id, platform: 'slack', platformId: id, name: 'Demo', locale: 'vi', zone: 'UTC', createdAt: testNow };
  await client(tx).workspace.create({ data });
  return id;
}

function isThere(id: WorkspaceId): Promise<boolean> {
  return client(handle)
    .workspace.findUnique({ where: { id } })
    .then((row) => row !== null);
}

function requests(requestId: string): Promise<number> {
  return client(handle).request.count({ where: { requestId } });
}

test('what the work wrote is there once it has returned, and the act says so', async () => {
  const act = testAct(handle);

  const id = await inTransaction(act, (tx) => addWorkspace(tx));

  expect(await isThere(id)).toBe(true);
  expect(act.saving.state).toBe('committed');
});

test('a refusal rolls everything back, is returned as it is, and leaves the same form free to be sent again', async () => {
  const act = testAct(handle, { requestId: 'form-1' });
  const id = newId<WorkspaceId>();

  const outcome = await inTransaction(act, async (tx) => {
    await addWorkspace(tx, id);
    return refused('too-many', { limit: 3 });
  });

  expect(outcome).toEqual(refused('too-many', { limit: 3 }));
  expect(await isThere(id)).toBe(false);
  expect(act.saving.state).toBe('not-begun');
  expect(await requests('form-1')).toBe(0);
  const again = testAct(handle, { workspace: act.workspace, requestId: 'form-1' });
  await inTransaction(again, (tx) => addWorkspace(tx, id).then(done));
  expect(await isThere(id)).toBe(true);
});

test('an error rolls everything back', async () => {
  const act = testAct(handle, { requestId: 'form-2' });
  const id = newId<WorkspaceId>();

  const attempt = inTransaction(act, async (tx) => {
    await addWorkspace(tx, id);
    throw new RangeError('out of range');
  });

  await expect(attempt).rejects.toThrow(RangeError);
  expect(await isThere(id)).toBe(false);
  expect(await requests('form-2')).toBe(0);
  expect(act.saving.state).toBe('not-begun');
});

test('the same request a second time is recognised and does nothing', async () => {
  const workspace = newId<WorkspaceId>();
  let runs = 0;
  const send = () =>
    inTransaction(testAct(handle, { workspace, requestId: 'form-3' }), async (tx) => {
      runs += 1;
      return addWorkspace(tx);
    });
  await send();

  const repeat = send();

  await expect(repeat).rejects.toThrow(AlreadySaved);
  expect(runs).toBe(1);
});

test('the same request id in another workspace is another request', async () => {
  await inTransaction(testAct(handle, { requestId: 'form-4' }), (tx) => addWorkspace(tx));

  const other = inTransaction(testAct(handle, { requestId: 'form-4' }), (tx) => addWorkspace(tx));

  await expect(other).resolves.toEqual(expect.any(String));
});

test('of two equal requests at the same moment exactly one is saved and the other is told so', async () => {
  const workspace = newId<WorkspaceId>();
  const saved: WorkspaceId[] = [];
  const send = () =>
    inTransaction(testAct(handle, { workspace, requestId: 'form-5' }), async (tx) => {
      const id = await addWorkspace(tx);
      await new Promise((resolve) => setTimeout(resolve, 100));
      saved.push(id);
    });

  const results = await Promise.allSettled([send(), send(), send()]);

  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(reasons).toEqual([expect.any(AlreadySaved), expect.any(AlreadySaved)]);
  expect(saved).toHaveLength(1);
});

test('when the first of two equal requests is refused, the second is saved', async () => {
  const workspace = newId<WorkspaceId>();
  let entered = 0;
  const send = () =>
    inTransaction(testAct(handle, { workspace, requestId: 'form-6' }), async (tx) => {
      entered += 1;
      if (entered > 1) return done(await addWorkspace(tx));
      await new Promise((resolve) => setTimeout(resolve, 100));
      return refused('not-yet');
    });

  const results = await Promise.all([send(), send()]);

  expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
});

test('an operation inside another joins its transaction and is rolled back with it', async () => {
  const act = testAct(handle);
  const [outer, inner] = [newId<WorkspaceId>(), newId<WorkspaceId>()];

  const outcome = await inTransaction(act, async (tx) => {
    await addWorkspace(tx, outer);
    await inTransaction(inside(act, tx), (same) => addWorkspace(same, inner));
    return refused('changed-my-mind');
  });

  expect(outcome.ok).toBe(false);
  expect(await isThere(outer)).toBe(false);
  expect(await isThere(inner)).toBe(false);
});

test('an act of two transactions remembers its request once', async () => {
  const act = testAct(handle, { requestId: 'form-7' });
  await inTransaction(act, (tx) => addWorkspace(tx));

  await inTransaction(act, (tx) => addWorkspace(tx));

  expect(await requests('form-7')).toBe(1);
});

test('an act that the router has given up is not saved any more', async () => {
  const act = testAct(handle);
  const id = newId<WorkspaceId>();

  const attempt = inTransaction(act, async (tx) => {
    await addWorkspace(tx, id);
    act.saving.abandoned = true;
  });

  await expect(attempt).rejects.toThrow(Unavailable);
  expect(await isThere(id)).toBe(false);
  expect(act.saving.state).toBe('not-begun');
});

test('work that takes longer than the person can wait is given up, and never saved afterwards', async () => {
  const act = testAct(handle, { saving: freshSaving(300) });
  const id = newId<WorkspaceId>();
  let finished: () => void = () => {};
  const end = new Promise<void>((resolve) => {
    finished = resolve;
  });

  const attempt = inTransaction(act, async (tx) => {
    try {
      await addWorkspace(tx, id);
      await pause(600);
    } finally {
      finished();
    }
  });

  await expect(attempt).rejects.toThrow(Unavailable);
  expect(act.saving.state).toBe('not-begun');
  // On a busy machine the work may not even have begun.
  await Promise.race([end, pause(5_000)]);
  await pause(100);
  expect(await isThere(id)).toBe(false);
});

test('a lock that another holds is waited for no longer than the person can wait', async () => {
  const id = await inTransaction(testAct(handle), (tx) => addWorkspace(tx));
  const rename = (name: string, budgetMs: number, afterwards: () => Promise<void>) =>
    inTransaction(testAct(handle, { saving: freshSaving(budgetMs) }), async (tx) => {
      await client(tx).workspace.update({ where: { id }, data: { name } });
      await afterwards();
    });

  // Once more where the machine stopped in between: what waits for the lock is late every time.
  await patiently(async () => {
    let letGo = (): void => {};
    const released = new Promise<void>((resolve) => (letGo = resolve));
    let holder: Promise<void> = Promise.resolve();
    await new Promise<void>((locked) => {
      holder = rename('first', 60_000, () => {
        locked();
        return released;
      });
    });
    const start = performance.now();
    try {
      await expect(rename('second', 400, async () => {})).rejects.toThrow(Unavailable);
      expect(performance.now() - start).toBeLessThan(700);
    } finally {
      letGo();
      await holder;
    }
  });
});

test('two transactions that block each other are both done in the end', async () => {
  const [a, b] = await inTransaction(testAct(handle), async (tx) => [await addWorkspace(tx), await addWorkspace(tx)]);
  const renameBoth = (first: WorkspaceId, second: WorkspaceId) =>
    inTransaction(testAct(handle), async (tx) => {
      await client(tx).workspace.update({ where: { id: first }, data: { name: 'renamed' } });
      await new Promise((resolve) => setTimeout(resolve, 100));
      await client(tx).workspace.update({ where: { id: second }, data: { name: 'renamed' } });
    });

  await Promise.all([renameBoth(a as WorkspaceId, b as WorkspaceId), renameBoth(b as WorkspaceId, a as WorkspaceId)]);

  const renamed = await client(handle).workspace.count({ where: { id: { in: [a, b] as string[] }, name: 'renamed' } });
  expect(renamed).toBe(2);
});

test('a statement that failed and was swallowed does not count as saved', async () => {
  const act = testAct(handle);
  const id = await inTransaction(testAct(handle), (tx) => addWorkspace(tx));
  const second = newId<WorkspaceId>();

  const attempt = inTransaction(act, async (tx) => {
    await addWorkspace(tx, second);
    await addWorkspace(tx, id).catch(() => {});
  });

  await expect(attempt).rejects.toThrow();
  expect(act.saving.state).toBe('not-begun');
  expect(await isThere(second)).toBe(false);
});

test('the database is gone while the commit is on its way: the fate is unknown, and the act says so', async () => {
  const act = testAct(handle);
  expect(url).toContain('test_');

  const attempt = inTransaction(act, async (tx) => {
    await client(tx).$executeRaw`
      CREATE FUNCTION pg_temp.cut() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'`;
    await client(tx).$executeRaw`
      CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON workspace DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION pg_temp.cut()`;
    await addWorkspace(tx);
  });

  await expect(attempt).rejects.toThrow(Unavailable);
  expect(act.saving.state).toBe('committing');
});
