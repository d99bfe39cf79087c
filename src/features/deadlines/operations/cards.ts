/** The cards of deadlines: their kinds, keys and ids in one place, because "said once" means one key. */
import { refresh } from '../../../delivery/send.ts';
import type { Card } from '../../../delivery/types.ts';
import type { Act, StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { addDays, dateIn, momentAt, type PlainDate } from '../../../kernel/time.ts';
import type { ReminderRow } from '../store/reminders.ts';
import type { DeadlineRow, Subject } from '../types/dates.ts';

export const cardKinds = {
  single: 'deadlines.single',
  digest: 'deadlines.digest',
  clerk: 'deadlines.tell-clerk',
  chair: 'deadlines.tell-chair',
} as const;

type OfDeadline = Pick<DeadlineRow, 'id' | 'committee' | 'subject' | 'version' | 'dueAt'>;

export function singleCard(deadline: OfDeadline, reminder: Pick<ReminderRow, 'id' | 'person' | 'side'>): Card {
  return {
    kind: cardKinds.single,
    ids: idsOf(deadline),
    to: { person: reminder.person },
    committee: deadline.committee,
    key: `${cardKinds.single}:${reminder.id}`,
    ...(reminder.side === 'before' ? { validUntil: deadline.dueAt } : {}),
  };
}

/** One a person and day, over all committees: whichever committee asks first, the card lists everything. */
export function digestCard(person: PersonId, zone: string, at: Date, now: Date): Card {
  const date = dateIn(zone, at);
  return {
    kind: cardKinds.digest,
    ids: { person, date },
    to: { person },
    key: `${cardKinds.digest}:${person}:${date}`,
    validUntil: momentAt(zone, addDays(date, 1), '00:00'),
    ...(at > now ? { holdUntil: at } : {}),
  };
}

export type ToldBecause = 'no-answer' | 'away-over-the-date';

/** `about` is set when it concerns one person. */
export function clerkCard(
  deadline: OfDeadline,
  clerk: PersonId,
  because: ToldBecause,
  about: PersonId | null = null,
): Card {
  return {
    kind: cardKinds.clerk,
    ids: { ...idsOf(deadline), because, ...(about ? { about } : {}) },
    to: { person: clerk },
    committee: deadline.committee,
    key: [cardKinds.clerk, deadline.id, deadline.version, because, about, clerk].filter(Boolean).join(':'),
  };
}

/** `because`: in the place of a committee secretary who is away; without it the reminders have climbed. */
export function chairCard(deadline: OfDeadline, chair: PersonId, because: ToldBecause | null = null): Card {
  return {
    kind: cardKinds.chair,
    ids: idsOf(deadline),
    to: { person: chair },
    committee: deadline.committee,
    key: [cardKinds.chair, deadline.id, deadline.version, because, chair].filter(Boolean).join(':'),
  };
}

/**
 * These people have done what a subject asks of them: their reminder cards for it become "done, thank you", and today's
 * digest is worded again. Features call it in the transaction of the act. For the whole roll at once: leave `persons` out.
 */
export async function dutyDone(
  tx: StoreHandle,
  act: Pick<Act, 'workspace' | 'now' | 'zone'>,
  what: { readonly subject: Subject; readonly persons?: readonly PersonId[] },
): Promise<void> {
  const persons = what.persons ? { persons: what.persons } : {};
  await refresh(tx, act, { kind: cardKinds.single, ids: { subject: what.subject.id }, ...persons });
  if (!what.persons) return;
  const date: PlainDate = dateIn(act.zone, act.now);
  await refresh(tx, act, { kind: cardKinds.digest, ids: { date }, ...persons });
}

/**
 * A case was closed or opened to somebody: what they were reminded of, and what was said to them of others, is worded
 * again. Which of these cards showed the case only their wording knows, so all of the committee are; digests of any day.
 */
export async function redrawCardsOf(
  tx: StoreHandle,
  act: Pick<Act, 'workspace' | 'now'>,
  { committee, person }: { readonly committee: CommitteeId; readonly person: PersonId },
): Promise<void> {
  for (const kind of [cardKinds.single, cardKinds.clerk, cardKinds.chair]) {
    await refresh(tx, act, { kind, persons: [person], committees: [committee] });
  }
  await refresh(tx, act, { kind: cardKinds.digest, persons: [person] });
}

/** The date was moved or is off: every card that shows it is worded again. */
export async function redrawCards(
  tx: StoreHandle,
  act: Pick<Act, 'workspace' | 'now'>,
  deadline: Pick<DeadlineRow, 'id'>,
): Promise<void> {
  await refresh(tx, act, { ids: { deadline: deadline.id } });
}

function idsOf({ id, subject, version }: OfDeadline) {
  return { deadline: id, subject: subject.id, version: String(version) };
}
