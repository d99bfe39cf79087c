/** The pool in force, for those who put names on a list. */
import type { Act } from '../../../kernel/act.ts';
import type { PersonId, PlanId, PositionId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Viewer } from '../../access/types.ts';
import { considered } from '../rules.ts';
import * as store from '../store.ts';

export interface ConfirmedPool {
  readonly version: number;
  readonly discussedOn: PlainDate;
  has(position: PositionId, person: PersonId): boolean;
}

/** With the viewer's eyes; the clockwork's see everybody. Null: none was confirmed. The caller has authorised. */
export async function confirmedPoolOf(act: Act, viewer: Viewer, plan: PlanId): Promise<ConfirmedPool | null> {
  const pool = (await store.listPools(act.store, viewer, plan)).find(({ state }) => state === 'confirmed');
  if (!pool?.confirmed) return null;
  const findings = await store.listFindings(act.store, viewer, pool.id);
  const opinions = await store.listOpinions(act.store, viewer, pool.id);
  const isIn = new Set(
    considered(findings, opinions)
      .filter(({ standing }) => standing === 'in')
      .map(({ position, person }) => `${position} ${person}`),
  );
  const { version } = pool;
  const { discussedOn } = pool.confirmed;
  return { version, discussedOn, has: (position, person) => isIn.has(`${position} ${person}`) };
}
