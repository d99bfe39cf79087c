/** What the person to be moved reads: their own movement, from the moment when they may know of it. */
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { viewerOf } from '../../access/operations.ts';
import { committeesIn, type Eyes, type Viewer } from '../../access/types.ts';
import { committeeHeader, committeeHeaders } from '../../committees/operations/look.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import { mayPersonKnow } from '../rules/person.ts';
import * as store from '../store/movements.ts';
import { opinionsOf } from '../store/said.ts';
import type { Movement, MovementId, Opinion } from '../types.ts';

export interface Own {
  readonly viewer: Viewer;
  readonly movement: Movement;
  readonly committeeName: string;
  /** What the person said, the standing one; null: nothing yet. */
  readonly opinion: Opinion | null;
}

/** Without a right: it is their own. Refuses movement-unknown whatever the cause. */
export async function ownMovement(act: Act, id: MovementId): Promise<Outcome<Own, 'movement-unknown'>> {
  const [home] = await store.homesOf(act.store, act.workspace, [id]);
  if (!home || home.person !== act.person) return refused('movement-unknown');
  const viewer = await viewerOf(act, home.committee);
  const [found] = await ownKnown(act, viewer, [id]);
  const header = await committeeHeader(act, home.committee);
  if (!found || !header) return refused('movement-unknown');
  const said = (await opinionsOf(act.store, [id])).get(id) ?? [];
  const opinion = said.find(({ side, isReplaced }) => side === 'person' && !isReplaced) ?? null;
  return done({ viewer, movement: found, committeeName: header.name, opinion });
}

/** Of the person's own movements in these committees those that they may know of. */
export async function ownKnown(act: Act, eyes: Eyes, ids?: readonly MovementId[]): Promise<readonly Movement[]> {
  const own = await store.listOwn(act.store, eyes, ids ? { ids } : {});
  if (own.length === 0) return [];
  const headers = await committeeHeaders(act, committeesIn(eyes));
  return own.filter((movement) => {
    const header = headers.get(movement.committee);
    return header !== undefined && mayPersonKnow(ruleSetInForce(act, header.profile), movement);
  });
}

/** The same over all committees of the workspace, the earliest first: for whoever asks what is held about them. */
export async function ownMovementsEverywhere(act: Act): Promise<readonly Movement[]> {
  if (!act.person) return [];
  const committees = await store.committeesMoving(act.store, act.person);
  const known = await Promise.all(committees.map(async (committee) => ownKnown(act, await viewerOf(act, committee))));
  return known.flat();
}
