/** The reminders of a date that are due now: decided again with what is true now, and applied in one transaction. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { sendAll } from '../../../delivery/send.ts';
import type { Card } from '../../../delivery/types.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { DeadlineId } from '../../../kernel/ids.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { headsAt, isAway } from '../../committees/rules.ts';
import { lastOf } from '../rules/day-of-person.ts';
import { decideReminder, digestMoment } from '../rules/decide-reminder.ts';
import * as deadlines from '../store/deadlines.ts';
import type { ReminderId, ReminderRow } from '../store/reminders.ts';
import * as reminders from '../store/reminders.ts';
import type { DeadlineRow } from '../types/dates.ts';
import type { Duties } from '../types/duties.ts';
import type { ReminderDecision } from '../types/reminders.ts';
import { calendarOf, stillAsked, surroundingsOf } from './about.ts';
import { chairCard, clerkCard, digestCard, singleCard } from './cards.ts';
import { factsFor, groupByPerson, type People } from './facts.ts';
import { wakeAt } from './plan.ts';

interface Decided {
  readonly rung: ReminderRow;
  readonly decision: ReminderDecision;
}

/**
 * For the clockwork; any number of instances and repeats. After an outage everything that is still due goes out once,
 * with the days that are really left; what is no longer due is passed over.
 */
export async function remindWhoIsDue(act: Act, features: readonly Duties[], id: DeadlineId): Promise<void> {
  await inTransaction(act, async (tx) => {
    await deadlines.holdReminders(tx, act.workspace);
    const deadline = await deadlines.findById(tx, id);
    if (!deadline || deadline.state === 'cancelled') return;
    const due = await reminders.duePlanned(tx, deadline, act.now);
    if (due.length === 0) return;
    const here = inside(act, tx);
    const asked = await stillAsked(here, features, deadline.subject);
    const around = await surroundingsOf(here, deadline, [...new Set(due.map(({ person }) => person))]);
    if (!around) return;
    const members = await membersOf(here, deadline.committee);
    const people: People = { around, members, asked };
    const { speaks, superseded } = split(due);
    const facts = await factsFor(here, deadline, people, speaks);
    const decided = speaks.map((rung): Decided => {
      const calendar = isAboutThem(rung) ? around.calendar : calendarOf(around, rung.person);
      return { rung, decision: decideReminder(rung, facts(rung), calendar, around.settings) };
    });
    const all = [...decided, ...superseded.map(passedOver)];
    await mark(tx, act, all);
    await wakeAt(tx, act, deadline, await putOff(tx, all));
    await sendAll(tx, act, cardsFor(act.now, deadline, people, all));
    await note(tx, act, deadline, all);
  });
}

function split(due: readonly ReminderRow[]) {
  const byPerson = groupByPerson(due);
  const parts = [...byPerson.values()].map((rungs) => lastOf(rungs));
  return {
    speaks: parts.flatMap(({ speaks }) => speaks),
    superseded: parts.flatMap((part) => part.superseded),
  };
}

function passedOver(rung: ReminderRow): Decided {
  return { rung, decision: { kind: 'skip', reason: 'superseded' } };
}

/** A few statements, however many people: one for each outcome. */
async function mark(tx: StoreHandle, act: Act, decided: readonly Decided[]): Promise<void> {
  const outcomes = {
    send: 'sent',
    'fold-into-digest': 'folded',
    'leave-to-list': 'folded',
    'tell-clerk': 'told',
    'tell-chair': 'told',
    skip: 'skipped',
  } as const;
  const groups = new Map<string, { state: reminders.HandledState; reason: string | null; ids: ReminderId[] }>();
  for (const { rung, decision } of decided) {
    if (decision.kind === 'wait') continue;
    const state = outcomes[decision.kind];
    const reason = decision.kind === 'skip' ? decision.reason : null;
    const group = groups.get(`${state}/${reason}`) ?? { state, reason, ids: [] };
    group.ids.push(rung.id);
    groups.set(`${state}/${reason}`, group);
  }
  for (const { ids, state, reason } of groups.values()) await reminders.markHandled(tx, ids, state, reason, act.now);
}

/** Quiet time on somebody's clock: the rung waits, and its job with it. */
async function putOff(tx: StoreHandle, decided: readonly Decided[]): Promise<readonly Date[]> {
  const waiting = new Map<number, ReminderId[]>();
  for (const { rung, decision } of decided) {
    if (decision.kind !== 'wait') continue;
    const until = decision.until.getTime();
    waiting.set(until, [...(waiting.get(until) ?? []), rung.id]);
  }
  for (const [until, ids] of waiting) await reminders.putOff(tx, ids, new Date(until));
  return [...waiting.keys()].map((until) => new Date(until));
}

function cardsFor(now: Date, deadline: DeadlineRow, people: People, decided: readonly Decided[]): readonly Card[] {
  const clerks = people.members.filter(({ roles }) => roles.includes('clerk'));
  const clerksThere = clerks.filter((clerk) => !isAway(clerk, now));
  const heads = headsAt(people.members, now);
  const cards = decided.flatMap(({ rung, decision }): readonly Card[] => {
    switch (decision.kind) {
      case 'send':
        return [singleCard(deadline, rung)];
      case 'fold-into-digest': {
        const calendar = calendarOf(people.around, rung.person);
        const at = digestMoment(calendar, people.around.settings, rung, now);
        return [digestCard(rung.person, calendar.zone, at, now)];
      }
      case 'leave-to-list':
        return [digestCard(rung.person, calendarOf(people.around, rung.person).zone, now, now)];
      case 'tell-clerk': {
        const about = decision.because === 'away-over-the-date' ? rung.person : null;
        const cards = (clerksThere.length > 0 ? clerksThere : clerks).map((clerk) =>
          clerkCard(deadline, clerk.person, decision.because, about),
        );
        // No committee secretary is there: whoever leads hears of it too, so that it does not wait for their return.
        const others = clerksThere.length > 0 ? [] : heads;
        return [...cards, ...others.map(({ person }) => chairCard(deadline, person, decision.because))];
      }
      case 'tell-chair':
        return heads.map(({ person }) => chairCard(deadline, person));
      default:
        return [];
    }
  });
  return [...new Map(cards.map((card) => [card.key, card])).values()];
}

async function note(tx: StoreHandle, act: Act, deadline: DeadlineRow, decided: readonly Decided[]): Promise<void> {
  const handled = decided.filter(({ decision }) => decision.kind !== 'wait');
  if (handled.length === 0) return;
  const persons = (...kinds: readonly ReminderDecision['kind'][]) =>
    handled.filter(({ decision }) => kinds.includes(decision.kind)).map(({ rung }) => rung.person);
  await record(tx, act, {
    kind: 'deadlines.reminded',
    committee: deadline.committee,
    subject: { kind: 'deadline', id: deadline.id },
    facts: {
      of: deadline.subject.kind,
      ofId: deadline.subject.id,
      version: deadline.version,
      rungs: [...new Set(handled.map(({ rung }) => rung.key))],
      sent: persons('send'),
      folded: persons('fold-into-digest', 'leave-to-list'),
      told: [...new Set(persons('tell-clerk', 'tell-chair'))],
      skipped: handled.flatMap(({ rung, decision }) =>
        decision.kind === 'skip' ? [`${rung.person}:${decision.reason}`] : [],
      ),
    },
  });
}

function isAboutThem({ mode }: ReminderRow): boolean {
  return mode === 'clerk' || mode === 'chair';
}
