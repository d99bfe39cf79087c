/** The box of an anonymous round through the turns of the round: who may send, put away, closed. */
import { sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { boxOf, turnoutOf } from '../../sealing/operations/look.ts';
import { cancelBox, closeBox } from '../../sealing/operations/open.ts';
import { askedAbout } from '../rules/asked.ts';
import { shieldOf } from '../rules/rule-set.ts';
import { preparedAnonymous } from '../store/anonymous.ts';
import type { RecusedFrom, Round } from '../types/nouns.ts';
import { anonymousKey, cardKinds, roundSubject } from './cards.ts';
import { everythingOf } from './seat.ts';
import { dueOf } from './tell.ts';

type OfRound = Pick<Round, 'id' | 'committee'>;

export function subjectOf({ id, committee }: OfRound) {
  return { kind: roundSubject, id, committee };
}

/** Another preview of the plan takes the place of those that nobody opened: keys taken for them are of no use any more. */
export async function putAwayPrepared(act: Act, of: { committee: CommitteeId; plan: PlanId }): Promise<void> {
  for (const id of await preparedAnonymous(act.store, of.plan)) {
    await cancelBoxOf(act, { id, committee: of.committee });
  }
}

export async function cancelBoxOf(act: Act, round: OfRound): Promise<void> {
  await cancelBox(act, subjectOf(round));
}

/** Of these people, those who can send a paper: with a chat account, and asked about somebody. Nobody can send for them. */
export function electorsAmong<Person extends { readonly person: PersonId; readonly isReachable: boolean }>(
  people: readonly Person[],
  round: Pick<Round, 'list'>,
  recusals: readonly RecusedFrom[],
): readonly Person[] {
  return people.filter(
    ({ person, isReachable }) => isReachable && askedAbout(round.list.entries, person, recusals).length > 0,
  );
}

/** While it is open nobody may learn who is missing, so closing early is possible only when nobody is. */
export async function mayCloseSealed(act: Act, round: Round): Promise<Outcome<void, 'review-anonymous-early'>> {
  if (act.member === null) return done();
  const seen = await boxOf(act, everythingOf(act, round), subjectOf(round));
  const { electors, sent } = seen ? await turnoutOf(act, seen.box.id) : { electors: 0, sent: 0 };
  return sent === electors ? done() : refused('review-anonymous-early', { dueAt: await dueOf(act, round.id) });
}

/** Freezes the papers. With fewer than the shield they stay closed for ever, and those who would have read them are told. */
export async function closeSealed(act: Act, round: Round, told: readonly PersonId[]): Promise<void> {
  const closed = await closeBox(act, subjectOf(round), shieldOf(round.list));
  if (!closed || closed.isToBeOpened) return;
  const nominees = [...new Set(round.list.entries.map(({ person }) => person))];
  await sendAll(
    act.store,
    act,
    told.map((person) => ({
      kind: cardKinds.withheld,
      ids: { round: round.id },
      to: { person },
      committee: round.committee,
      key: anonymousKey(cardKinds.withheld, round.id, person),
      nominees,
    })),
  );
}
