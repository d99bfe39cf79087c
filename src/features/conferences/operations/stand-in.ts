/** A deputy answers a summons for somebody who is away: they get a card, and what they say is theirs to change back. */

import { inTransaction } from '../../../database/in-transaction.ts';
import { send } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type ConferenceId, type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { isAway } from '../../committees/rules.ts';
import type { Membership } from '../../committees/types.ts';
import { endOf, isHeld } from '../rules/life.ts';
import type { Answer, Reply, Revision } from '../types.ts';
import { type AnswerGiven, offeredAnswers, putAnswer, type ReplyRefusal, shownOn } from './answer.ts';
import { type Found, findSeen, type Invitation, seeConference, seeInvitation } from './look.ts';

export const standInCard = 'conferences.stand-in';

/** One card an announcement, and only while the person has not answered. Waits with the announcement for its minute. */
export async function standIn(act: Act, id: ConferenceId, person: PersonId, deputy: PersonId): Promise<void> {
  const seen = await seeConference(act, id);
  const found = await findSeen(act, id);
  if (!seen.ok || !found.ok || !found.value.revision || seen.value.isCancelled) return;
  if (seen.value.replies.some((reply) => reply.person === person)) return;
  const { conference, committee, revision } = found.value;
  const { held } = conference;
  const waits = held && isHeld(conference, act.now) ? { holdUntil: held.until, batch: held.batch } : {};
  await send(act.store, act, {
    ...{ kind: standInCard, ids: { conference: id, for: person }, to: { person: deputy }, committee: committee.id },
    ...{ key: `${standInCard}:${held?.batch ?? id}:${person}:${deputy}`, validUntil: endOf(revision) },
    ...{ nominees: await shownOn(act, found.value), mayRepeat: true },
    ...waits,
  });
}

export interface StandingIn {
  readonly invitation: Invitation;
  readonly fullName: string;
  readonly reply: Reply | null;
  readonly offered: readonly Answer[];
  readonly revision: Revision;
  /** Back again, named another deputy, no longer summoned, or it is too late. */
  readonly isOver: boolean;
}

/** For the deputy's card and form. Refusals: conference-unknown; not-the-deputy-now on another's word. */
export async function seeStandingIn(
  act: Act,
  id: ConferenceId,
  person: PersonId,
): Promise<Outcome<StandingIn, 'conference-unknown' | 'not-the-deputy-now'>> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const invitation = await seeInvitation(act, id);
  if (!invitation.ok) return invitation;
  const seen = await seeConference(act, id);
  if (!seen.ok) return seen;
  const members = await membersOf(act, found.value.committee.id);
  const member = members.find((one) => one.person === person);
  if (!member || member.deputy !== act.person) return refused('not-the-deputy-now', {});
  const { revision, isCancelled } = invitation.value;
  const isSummoned = seen.value.summoned.some((one) => one.person === person);
  return done({
    ...{ invitation: invitation.value, fullName: member.fullName, revision, offered: offeredAnswers(revision) },
    reply: seen.value.replies.find((reply) => reply.person === person) ?? null,
    isOver: !isAway(member, act.now) || !isSummoned || isCancelled || revision.startsAt <= act.now,
  });
}

/**
 * On behalf of (thay mặt) somebody who is away and has named the acting person. They are told, and may change it. Refusals:
 * those of an answer; not-the-deputy-now.
 */
export async function answerForAbsent(
  act: Act,
  given: AnswerGiven & { readonly onBehalfOf: PersonId },
): Promise<Outcome<Reply['answer'], ReplyRefusal | 'not-the-deputy-now'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findSeen(here, given.conference);
    if (!found.ok) return found;
    const members = await membersOf(here, found.value.committee.id);
    if (!standsIn(act, members, given.onBehalfOf)) return refused('not-the-deputy-now', {});
    const put = await putAnswer(here, found.value, given.onBehalfOf, given, null);
    if (!put.ok) return put;
    await tellPerson(here, found.value, given.onBehalfOf);
    return put;
  });
}

function standsIn(act: Act, members: readonly Membership[], person: PersonId): boolean {
  const member = members.find((one) => one.person === person);
  return act.person !== null && member?.deputy === act.person && isAway(member, act.now);
}

async function tellPerson(act: Act, found: Found, person: PersonId): Promise<void> {
  await send(act.store, act, {
    ...{ kind: 'conferences.recorded', ids: { conference: found.conference.id }, to: { person } },
    ...{ committee: found.committee.id, nominees: await shownOn(act, found) },
    key: `conferences.recorded:${newId<Id<'card'>>()}`,
    ...(found.revision ? { validUntil: endOf(found.revision) } : {}),
  });
}
