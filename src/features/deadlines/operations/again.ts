/** The committee secretary has one person, or everybody who has not answered, reminded once more. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { clampLater } from '../../../kernel/calendar.ts';
import { asId, type DeadlineId, type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { holdReminders } from '../store/deadlines.ts';
import * as reminders from '../store/reminders.ts';
import type { Duties } from '../types/duties.ts';
import type { Again } from '../types/reminders.ts';
import { calendarOf, type Surroundings, stillAsked, surroundingsOf, zoneOf } from './about.ts';
import { singleCard } from './cards.ts';
import { factsFor } from './facts.ts';
import { authorisedDeadline, type DeadlineAccess } from './look.ts';

/** An act that reaches more than one person can be undone for so long (design 2.7). */
export const undoMs = 60_000;

export type AgainRefusal = DeadlineAccess | 'nobody-to-remind' | 'reminded-today' | 'deadline-cancelled';

/**
 * `persons` null: everybody who is still asked. Somebody who has answered meanwhile is left out, and so is somebody who
 * had as many messages today as the committee's setting allows. Refusals: access (deadline.manage), deadline-unknown,
 * deadline-cancelled, nobody-to-remind, reminded-today {at} (one person, asked for already today).
 */
export async function remindAgain(
  act: Act,
  features: readonly Duties[],
  input: { readonly deadline: DeadlineId; readonly persons: readonly PersonId[] | null },
): Promise<Outcome<Again, AgainRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await holdReminders(tx, act.workspace);
    const found = await authorisedDeadline(here, features, input.deadline, 'deadline.manage');
    if (!found.ok) return found;
    const { deadline } = found.value;
    if (deadline.state === 'cancelled') return refused('deadline-cancelled');
    const asked = await stillAsked(here, features, deadline.subject);
    const wanted = [...asked].filter((person) => input.persons === null || input.persons.includes(person));
    const around = await surroundingsOf(here, deadline, wanted);
    if (!around) return refused('committee-unknown');
    const side = deadline.dueAt > act.now ? ('before' as const) : ('after' as const);
    const already = await reminders.rungsOf(tx, deadline);
    const rungs = wanted.map((person): reminders.ReminderRow => {
      const times = already.filter((rung) => rung.person === person && rung.key.startsWith('asked-')).length;
      const common = { at: act.now, mode: 'single' as const, side, deadline: deadline.id, version: deadline.version };
      return { ...common, id: newId(), person, key: `asked-${times + 1}` };
    });
    const reachable = rungs.filter(({ person }) => around.accounts.get(person)?.isActive);
    const facts = await factsFor(here, deadline, { around, members: [], asked }, reachable);
    // Asking twice on one day is pressing: once is enough, and the committee secretary sees when it was.
    const askedToday = askedOn(already, (person) => dateIn(zoneOf(around, person), act.now), around);
    const fresh = reachable.filter(({ person }) => !askedToday.has(person));
    const [only] = reachable;
    const lastAt = reachable.length === 1 && only ? askedToday.get(only.person) : undefined;
    if (lastAt) return refused('reminded-today', { at: lastAt });
    const going = fresh.filter((rung) => facts(rung).singlesToday < around.settings.singlesPerDay);
    if (going.length === 0) return refused('nobody-to-remind', { max: around.settings.singlesPerDay });
    const batch = newId<Id<'batch'>>();
    const holdsMs = going.length > 1 ? undoMs : 0;
    const cards = going.map((rung) => {
      const earliest = new Date(act.now.getTime() + holdsMs);
      const leaves = clampLater(calendarOf(around, rung.person), earliest);
      return { ...singleCard(deadline, rung), batch, ...(leaves > act.now ? { holdUntil: leaves } : {}) };
    });
    await reminders.insertSent(tx, deadline, going, batch, act.now);
    await sendAll(tx, act, cards);
    await record(tx, act, {
      kind: 'deadlines.asked-again',
      committee: deadline.committee,
      subject: { kind: 'deadline', id: deadline.id },
      facts: {
        of: deadline.subject.kind,
        ofId: deadline.subject.id,
        persons: going.map(({ person }) => person),
        batch,
      },
    });
    const gone = new Set(going.map(({ person }) => person));
    const moments = cards.map((card) => card.holdUntil?.getTime() ?? act.now.getTime());
    return done({
      ...{ deadline, batch, reminded: [...gone] },
      leavesAt: new Date(Math.min(...moments)),
      enoughToday: reachable.map(({ person }) => person).filter((person) => !gone.has(person)),
      toAsk: wanted.filter((person) => !reachable.some((rung) => rung.person === person)),
    });
  });
}

/** Who was reminded on request on this day of theirs already, and when. */
function askedOn(
  rungs: readonly reminders.PresentRung[],
  dayOf: (person: PersonId) => string,
  around: Surroundings,
): ReadonlyMap<PersonId, Date> {
  const found = new Map<PersonId, Date>();
  for (const { person, key, state, at } of rungs) {
    const isThatDay = dateIn(zoneOf(around, person), at) === dayOf(person);
    if (key.startsWith('asked-') && state === 'sent' && isThatDay) found.set(person, at);
  }
  return found;
}

/** Within the minute: nobody was reminded. Refusals: access, deadline-unknown, undo-too-late. */
export async function undoAgain(
  act: Act,
  features: readonly Duties[],
  input: { readonly deadline: DeadlineId; readonly batch: string },
): Promise<Outcome<void, DeadlineAccess | 'reminder-undo-too-late'>> {
  return inTransaction(act, async (tx) => {
    const found = await authorisedDeadline(inside(act, tx), features, input.deadline, 'deadline.manage');
    if (!found.ok) return found;
    if (!(await cancelBatch(tx, act, input.batch, { deadline: input.deadline })))
      return refused('reminder-undo-too-late', { seconds: undoMs / 1000 });
    if ((await reminders.dropBatch(tx, input.batch, act.now)) === 0) return done();
    await record(tx, act, {
      kind: 'deadlines.asking-undone',
      committee: found.value.deadline.committee,
      subject: { kind: 'deadline', id: asId<DeadlineId>(input.deadline) },
      facts: { batch: input.batch },
    });
    return done();
  });
}
