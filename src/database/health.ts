import type { StoreHandle } from '../kernel/act.ts';
import { withinLimits } from './bounded-pool.ts';
import { client } from './client.ts';

const patienceMs = 1_000;

/** Does the database answer, with our tables in it? Never takes longer than a second. */
export async function isReady(database: { readonly handle: StoreHandle }): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const limits = { deadline: performance.now() + patienceMs, statementMs: patienceMs };
  const asked = withinLimits(limits, async () => {
    const row = await client(database.handle).installation.findFirst({ select: { id: true } });
    return row !== null;
  }).catch(() => false);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
