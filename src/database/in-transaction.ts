/** All or nothing, within the time that the act has, and recognising a repeat: the one door to writing. */
import type { Act, Saving, StoreHandle } from '../kernel/act.ts';
import { AlreadySaved, Unavailable } from '../kernel/errors.ts';
import type { Refused } from '../kernel/outcome.ts';
import { withinLimits } from './bounded-pool.ts';
import { handleOf, type OpenedDatabase, opened, type Tx } from './client.ts';
import { asUnavailable, isAnswerOfServer, isCollision } from './failures.ts';

const person = { longestMs: 1_500, leastMs: 200 };
const job = { longestMs: 30_000, startsAtMs: 5_000 };
const attempts = 3;

/** The acts whose request row is in the database already: it is written once per act. */
const remembered = new WeakSet<Saving>();

/**
 * Runs `work` in one transaction. Inside an open one (`inside(act, tx)`) it joins: the outermost owns everything below.
 *
 * - A `Refused` result of the outermost rolls everything back and is returned: the same form may be sent again.
 *   The result of an inner one only goes to its caller, which decides whether to pass it on.
 * - `act.requestId` seen before: throws AlreadySaved, nothing is done. Of two at once the second waits for the first.
 * - `act.saving` tells the router how far it is; once `abandoned`, nothing is saved any more.
 * - No time left, no connection, no lock in time: throws Unavailable. `saving.state` is then 'committing' if the
 *   commit was on its way and its fate is unknown, and never otherwise.
 * - `work` may run again from its beginning (three times at most) when two transactions stood in each other's way: it
 *   must touch nothing but the transaction.
 */
export async function inTransaction<T>(act: Act, work: (tx: StoreHandle) => Promise<T>): Promise<T> {
  const store = opened(act.store);
  if (store.kind === 'transaction') return work(act.store);
  const budget = budgetOf(act.saving);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await untilDeadline(act.saving, budget, (expiry) => runOnce(store, act, { ...budget, expiry }, work));
    } catch (error) {
      const canBeRepeated = isCollision(error) || error instanceof NotBegun;
      const hasTime = performance.now() < budget.deadline && !act.saving.abandoned;
      if (canBeRepeated && hasTime && attempt < attempts) continue;
      if (isCollision(error)) throw new Unavailable('too many at once', { cause: error });
      throw asUnavailable(error instanceof NotBegun ? error.cause : error);
    }
  }
}

/** There was no connection, or an idle one turned out to be dead: nothing was asked, so asking again is safe. */
class NotBegun extends Error {}

interface Budget {
  /** performance.now() at which the caller gets its answer, whatever the database does. */
  readonly deadline: number;
  readonly statementMs: number;
  /** What the act's state goes back to when nothing was saved. */
  readonly before: Saving['state'];
}

/** A person has about two seconds in all, so one statement may not use them up; a job may take its time. */
function budgetOf(saving: Saving): Budget {
  const now = performance.now();
  const left = saving.answerBy - now;
  const isJob = left > job.startsAtMs;
  const leftMs = isJob ? Math.min(left, job.longestMs) : Math.max(left, person.leastMs);
  const statementMs = isJob ? leftMs : Math.min(leftMs, person.longestMs);
  return { deadline: now + leftMs, statementMs: Math.ceil(statementMs), before: saving.state };
}

interface Expiry {
  isOver: boolean;
}

/** The server's own limits do not work when it is frozen or cut off: this one does not depend on it. */
async function untilDeadline<T>(saving: Saving, budget: Budget, run: (expiry: Expiry) => Promise<T>): Promise<T> {
  const expiry: Expiry = { isOver: false };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      expiry.isOver = true;
      if (saving.state !== 'committing') saving.state = budget.before;
      reject(new Unavailable('the database did not answer in time'));
    }, budget.deadline - performance.now());
  });
  try {
    return await Promise.race([withinLimits(budget, () => run(expiry)), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function runOnce<T>(
  database: OpenedDatabase,
  act: Act,
  budget: Budget & { readonly expiry: Expiry },
  work: (tx: StoreHandle) => Promise<T>,
): Promise<T> {
  const { saving } = act;
  const left = Math.max(person.leastMs, budget.deadline - performance.now());
  let hasBegun = false;
  try {
    const value = await database.prisma.$transaction(
      async (tx) => {
        hasBegun = true;
        stopWhenUseless(saving, budget.expiry);
        saving.state = 'open';
        await limitStatements(tx, budget.statementMs);
        if (act.requestId !== null && !remembered.has(saving)) await remember(tx, act, act.requestId);
        const result = await work(handleOf({ kind: 'transaction', prisma: tx }));
        if (isRefused(result)) throw new RolledBack(result);
        stopWhenUseless(saving, budget.expiry);
        saving.state = 'committing';
        return result;
      },
      // Prisma's own limit only frees the connection of work that hangs outside the database.
      { maxWait: Math.ceil(left), timeout: Math.ceil(left) + 1_000 },
    );
    saving.state = 'committed';
    if (act.requestId !== null) remembered.add(saving);
    return value;
  } catch (error) {
    const isFateUnknown = saving.state === 'committing' && !isAnswerOfServer(error);
    if (!isFateUnknown) saving.state = budget.before;
    if (error instanceof RolledBack) return error.result as T;
    throw hasBegun ? error : new NotBegun('no connection', { cause: error });
  }
}

/** The person has been told "not saved": from then on that has to stay true. */
function stopWhenUseless(saving: Saving, expiry: Expiry): void {
  if (saving.abandoned || expiry.isOver) throw new Unavailable('the answer was given before the work was done');
}

async function limitStatements(tx: Tx, ms: number): Promise<void> {
  const limit = String(ms);
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${limit}, true), set_config('lock_timeout', ${limit}, true)`;
}

/** Waits here while the same request is being saved by another transaction, and then knows what became of it. */
async function remember(tx: Tx, act: Act, requestId: string): Promise<void> {
  const inserted = await tx.$executeRaw`
    INSERT INTO request ("workspaceId", "requestId", "at") VALUES (${act.workspace}::uuid, ${requestId}, ${act.now})
    ON CONFLICT DO NOTHING`;
  if (inserted === 0) throw new AlreadySaved('this request was saved before');
}

function isRefused(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}

/** Carries a refusal out of the transaction, so that Prisma rolls it back. */
class RolledBack extends Error {
  readonly result: Refused;
  constructor(result: Refused) {
    super('refused');
    this.result = result;
  }
}
