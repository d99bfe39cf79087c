/** Answers to a summons: one's own, and those that came by phone or on paper and are recorded for somebody. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, send } from '../../../delivery/send.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import { type ConferenceId, type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { reasonMax } from '../rules/content.ts';
import { type AnswerRefusal, checkAnswer, endOf, isHeld } from '../rules/life.ts';
import { nomineesShown } from '../store/nominees.ts';
import * as replies from '../store/replies.ts';
import type { Answer, Reply, Revision } from '../types.ts';
import { type Found, findSeen, summonedStill } from './look.ts';
import { redrawOwn } from './said.ts';

export interface AnswerGiven {
  readonly conference: ConferenceId;
  /** The revision that the card showed; a moved conference has to be looked at again before it is answered. */
  readonly revision: number;
  readonly answer: Answer;
  readonly reason: string | null;
  readonly delegate: PersonId | null;
}

export type ReplyRefusal =
  | AnswerRefusal
  | 'conference-unknown'
  | 'not-summoned'
  | 'conference-moved'
  | 'conference-held';

/** One's own answer, and every change of it until the start. */
export async function answerSummons(act: Act, given: AnswerGiven): Promise<Outcome<Reply['answer'], ReplyRefusal>> {
  return inTransaction(act, async (tx) => {
    const found = await findSeen(inside(act, tx), given.conference);
    if (!found.ok) return found;
    if (!act.person) return refused('not-summoned');
    return putAnswer(inside(act, tx), found.value, act.person, given, null);
  });
}

/** Which answers a conference offers, by the rule set that it was announced under. */
export function offeredAnswers(revision: Pick<Revision, 'ruleSet' | 'ruleSetVersion'>): readonly Answer[] {
  return ruleSetOfPlan(revision).parameters.rsvpChoices.value;
}

/**
 * Records what somebody said outside the chat. Refuses, beside what an answer refuses, access (conference.record) and
 * not-summoned for a person who is not on the list any more. The person is told where reachable, and can change it.
 */
export async function recordAnswer(
  act: Act,
  given: AnswerGiven & { readonly onBehalfOf: PersonId; readonly via: Via },
): Promise<Outcome<Reply['answer'], ReplyRefusal | AccessRefusal>> {
  return inTransaction(act, async (tx) => {
    const found = await findSeen(inside(act, tx), given.conference);
    if (!found.ok) return found;
    const viewer = await authorise(inside(act, tx), found.value.committee.id, 'conference.record');
    if (!viewer.ok) return viewer;
    const put = await putAnswer(inside(act, tx), found.value, given.onBehalfOf, given, given.via);
    if (!put.ok) return put;
    await send(tx, act, {
      kind: 'conferences.recorded',
      ids: { conference: given.conference },
      to: { person: given.onBehalfOf },
      committee: found.value.committee.id,
      nominees: await shownOn(inside(act, tx), found.value),
      key: `conferences.recorded:${newId<Id<'card'>>()}`,
      ...(found.value.revision ? { validUntil: endOf(found.value.revision) } : {}),
    });
    return put;
  });
}

/** The caller has authorised. By somebody else than the person: recorded by them. */
export async function putAnswer(
  act: Act,
  found: Found,
  person: PersonId,
  given: AnswerGiven,
  via: Via | null,
): Promise<Outcome<Reply['answer'], ReplyRefusal>> {
  const { viewer, committee, conference, revision, revisions } = found;
  if (!revision) return refused('conference-unknown');
  // An answer to what can still be taken back would stand for something that was never announced.
  if (isHeld(conference, act.now) && revision.number === conference.revision) {
    return refused('conference-held', { until: conference.held?.until ?? act.now });
  }
  const seen = revisions.find((one) => one.number === given.revision);
  if (seen?.startsAt.getTime() !== revision.startsAt.getTime()) {
    return refused('conference-moved', { start: revision.startsAt });
  }
  const summoned = await summonedStill(act, viewer, conference.id, revision);
  if (!summoned.some((one) => one.person === person)) return refused('not-summoned');
  const reason = given.reason?.normalize('NFC').trim() || null;
  const checked = checkAnswer(
    { ...given, reason },
    {
      isCancelled: found.isCancelled,
      startsAt: revision.startsAt,
      offered: offeredAnswers(revision),
      person,
      summoned: summoned.map((one) => one.person),
      reasonMax,
    },
    act.now,
  );
  if (!checked.ok) return checked;
  const delegate = given.answer === 'delegate' ? given.delegate : null;
  if (delegate && (await peopleByIds(act, committee.id, [delegate])).length === 0) {
    return refused('delegate-missing', {}, 'delegate');
  }
  const recordedBy = via || person !== act.person ? act.person : null;
  const kept = given.answer === 'coming' ? null : reason;
  await replies.insertReply(
    act.store,
    conference.id,
    {
      ...{ person, answer: given.answer, reason: kept, delegate, recordedBy, via },
      ...{ revision: revision.number, startsAt: revision.startsAt },
    },
    act.now,
  );
  await record(act.store, act, {
    kind: 'conferences.answered',
    committee: committee.id,
    subject: { kind: 'conference', id: conference.id },
    facts: { revision: revision.number, answer: given.answer, delegate, reason: kept === null ? null : hashOf(kept) },
    onBehalfOf: recordedBy === null ? null : person,
    via,
  });
  await redrawOwn(act, conference.id, person);
  // Its start and its date for answers have the same id, so this is both.
  await dutyDone(act.store, act, { subject: { kind: 'conference', id: conference.id }, persons: [person] });
  await tellDelegates(act, found, person, delegate);
  return done(given.answer);
}

export async function shownOn(act: Act, { viewer, conference, revision }: Found): Promise<readonly PersonId[]> {
  return revision ? nomineesShown(act.store, viewer, conference.id, revision.number) : [];
}

/** Whoever was sent before is told by the same card that it is settled; whoever is sent now gets one. */
async function tellDelegates(act: Act, found: Found, person: PersonId, delegate: PersonId | null): Promise<void> {
  const ids = { conference: found.conference.id, for: person };
  await refresh(act.store, act, { kind: 'conferences.delegate', ids });
  if (!delegate) return;
  await send(act.store, act, {
    kind: 'conferences.delegate',
    ids,
    to: { person: delegate },
    committee: found.committee.id,
    nominees: await shownOn(act, found),
    key: `conferences.delegate:${newId<Id<'card'>>()}`,
    mayRepeat: true,
    ...(found.revision ? { validUntil: endOf(found.revision) } : {}),
  });
}
