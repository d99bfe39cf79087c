/** Whether a stretch of time is free for somebody: asked inside the transaction that takes it. */
import type { StoreHandle } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Viewer } from '../../access/types.ts';
import { lastDay, overlapping } from '../rules/legs.ts';
import { holdLegsOf } from '../store/legs.ts';
import type { Movement } from '../types.ts';

export type OverlapRefusal = 'movement-overlaps';

/** Refuses movement-overlaps {kind, from, to}: the dates of the leg in the way. What the movement itself holds is not. */
export async function holdFree(
  tx: StoreHandle,
  viewer: Viewer,
  wanted: Pick<Movement, 'person'> & { readonly id: Movement['id'] | null },
  leg: { readonly startsOn: PlainDate; readonly endsOn: PlainDate | null },
  field?: string,
): Promise<Outcome<void, OverlapRefusal>> {
  const held = await holdLegsOf(tx, viewer, wanted.person);
  const inTheWay = overlapping(
    leg,
    held.filter(({ movement }) => movement !== wanted.id),
  );
  if (!inTheWay) return done();
  const { kind, startsOn } = inTheWay;
  return refused('movement-overlaps', { movementKind: kind, from: startsOn, to: lastDay(inTheWay) }, field);
}
