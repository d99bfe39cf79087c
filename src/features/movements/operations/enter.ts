/** How every operation on one movement begins: its committee, the right, the movement as the viewer may see it. */
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, clockworkViewer, viewerOf } from '../../access/operations.ts';
import { maySeeCase } from '../../access/rules.ts';
import type { Right, Viewer } from '../../access/types.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import type { Committee } from '../../committees/types.ts';
import * as store from '../store/movements.ts';
import type { Movement, MovementId, MovementState } from '../types.ts';

export type EnterRefusal = AccessRefusal | 'movement-unknown';

export interface Entered {
  readonly viewer: Viewer;
  readonly committee: Committee;
  readonly movement: Movement;
}

/** Refusals: access, movement-unknown (also of a case that is closed to the acting person). */
export async function enter(act: Act, id: MovementId, right: Right): Promise<Outcome<Entered, EnterRefusal>> {
  const [home] = await store.homesOf(act.store, act.workspace, [id]);
  if (!home) return refused('movement-unknown');
  const viewer = await authorise(act, home.committee, right);
  // Whoever is recused learns not even that there is a movement which their role would not let them see.
  if (!viewer.ok)
    return maySeeCase(await viewerOf(act, home.committee), home.person) ? viewer : refused('movement-unknown');
  const [movement] = await store.listMovements(act.store, viewer.value, { ids: [id] });
  const committee = await committeeHeader(act, home.committee);
  return movement && committee ? done({ viewer: viewer.value, committee, movement }) : refused('movement-unknown');
}

/** For the clockwork and for cards: the movement with all eyes. Null: there is none. */
export async function withAllEyes(act: Act, id: string): Promise<{ viewer: Viewer; movement: Movement } | null> {
  const [home] = await store.homesOf(act.store, act.workspace, [id]);
  if (!home) return null;
  const viewer = clockworkViewer({ ...act, member: null, person: null }, home.committee);
  const [movement] = await store.listMovements(act.store, viewer, { ids: [id] });
  return movement ? { viewer, movement } : null;
}

/** movement-state {state}: it cannot be done of a movement that stands like this. */
export function wrongState(movement: Movement, ...allowed: readonly MovementState[]) {
  return allowed.includes(movement.state) ? null : refused('movement-state', { movementState: movement.state });
}
