/** How far the reviews of frozen lists have come: for an agenda that carries them. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, NomineeListId } from '../../../kernel/ids.ts';
import { authorise } from '../../access/operations.ts';
import { linesOf } from '../store/anonymous.ts';
import * as answers from '../store/answers.ts';
import * as lists from '../store/lists.ts';
import * as rounds from '../store/rounds.ts';
import type { Round, Stance } from '../types/nouns.ts';
import type { ListStanding } from '../types/seen.ts';
import { everythingOf } from './seat.ts';

const objections: readonly Stance[] = ['not-yet', 'not-enough-information'];

/**
 * Of those of these lists that the acting person may see. Objections are counted on nominees whose case is open to them,
 * and only for those who may read the synthesis; for everybody else there are none.
 */
export async function standingOfLists(
  act: Act,
  committee: CommitteeId,
  wanted: readonly NomineeListId[],
): Promise<ReadonlyMap<NomineeListId, ListStanding>> {
  if (wanted.length === 0) return new Map();
  const viewer = await authorise(act, committee, 'candidates.see');
  if (!viewer.ok) return new Map();
  const readsSynthesis = await authorise(act, committee, 'review.synthesis');
  const all = await lists.listLists(act.store, viewer.value);
  const reviews = await rounds.listRounds(act.store, viewer.value, { states: ['open', 'closed'] });
  const standings = new Map<NomineeListId, ListStanding>();
  for (const list of all.filter(({ id }) => wanted.includes(id))) {
    const ofList = reviews.filter((round) => round.list.id === list.id);
    const closed = ofList.find(({ state, synthesisVersion }) => state === 'closed' && synthesisVersion > 0) ?? null;
    standings.set(list.id, {
      isNewest: all.every((other) => other.plan !== list.plan || other.number <= list.number),
      isReviewOpen: ofList.some(({ state }) => state === 'open'),
      hasSynthesis: closed !== null,
      hasObjection: closed !== null && readsSynthesis.ok && (await isObjectedTo(act, closed)),
    });
  }
  return standings;
}

/**
 * Of these lists those to which somebody objected in the newest closed review, with the eyes of the clockwork: whoever
 * may not read a case must not have it adopted without a word by not knowing of the objection. Never to be shown.
 */
export async function objectedLists(
  act: Act,
  committee: CommitteeId,
  wanted: readonly NomineeListId[],
): Promise<ReadonlySet<NomineeListId>> {
  if (wanted.length === 0) return new Set();
  const reviews = await rounds.listRounds(act.store, everythingOf(act, { committee }), { states: ['closed'] });
  const objected = new Set<NomineeListId>();
  for (const list of wanted) {
    const closed = reviews.find((round) => round.list.id === list && round.synthesisVersion > 0);
    if (closed && (await isObjectedTo(act, closed))) objected.add(list);
  }
  return objected;
}

async function isObjectedTo(act: Act, round: Round): Promise<boolean> {
  const seen = new Set(round.list.entries.map(({ id }) => id));
  const everything = everythingOf(act, round);
  const said =
    round.kind === 'anonymous'
      ? await linesOf(act.store, everything, round.id)
      : (await answers.standingAnswers(act.store, everything, round.id)).flatMap(({ lines }) => lines);
  return said.some(({ entry, stance }) => seen.has(entry) && objections.includes(stance));
}
