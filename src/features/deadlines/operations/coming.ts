/** What goes out by itself in the next 24 hours, to whom; the committee secretary holds it back or lets it go. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { holdCards } from '../../../delivery/hold.ts';
import { pending } from '../../../delivery/pending.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { isAway } from '../../committees/rules.ts';
import { holdReminders } from '../store/deadlines.ts';
import * as reminders from '../store/reminders.ts';
import type { DeadlineList, DeadlineRow } from '../types/dates.ts';
import type { Duties } from '../types/duties.ts';
import type { Coming, ComingList } from '../types/reminders.ts';
import { type DatesSeen, datesSeenBy, namesOf } from './look.ts';
import { wakeAt } from './plan.ts';

export const comingHours = 24;

/**
 * Reminders to those who are still asked, and cards that wait for their moment; nothing of a case closed to the acting
 * person. Refusals: access (deadline.manage).
 */
export async function seeComing(
  act: Act,
  features: readonly Duties[],
  committee: CommitteeId,
): Promise<Outcome<ComingList, AccessRefusal>> {
  const board = await seeBoard(act, features, committee);
  return board.ok ? done(board.value.coming) : board;
}

export interface Board {
  readonly list: DeadlineList;
  readonly coming: ComingList;
}

/**
 * The committee's dates, who has not answered, and what goes out in the next hours: looked at once for both, in as many
 * statements for fifty dates and three hundred people as for two. Refusals: access (deadline.manage).
 */
export async function seeBoard(
  act: Act,
  features: readonly Duties[],
  committee: CommitteeId,
): Promise<Outcome<Board, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'deadline.manage');
  if (!viewer.ok) return viewer;
  const [seen] = await datesSeenBy(act, features, [viewer.value]);
  if (!seen) return refused('committee-unknown');
  return done({ list: seen.list, coming: await comingOf(act, viewer.value, seen) });
}

async function comingOf(act: Act, viewer: Viewer, { list, asked }: DatesSeen): Promise<ComingList> {
  const { committee } = viewer;
  const until = new Date(act.now.getTime() + comingHours * 3_600_000);
  const listed = new Map(list.deadlines.map((one) => [one.deadline.id, one]));
  const planned = await reminders.comingReminders(act.store, [...listed.keys()], until);
  const due = planned.filter(({ deadline, person }) => asked.get(deadline)?.has(person));
  const waiting = await pending(act.store, viewer, { state: 'waiting' });
  const cards = waiting.filter(({ holdUntil, heldAt }) => heldAt || (holdUntil && holdUntil <= until));
  const persons = [
    ...due.map(({ person }) => person),
    ...cards.flatMap(({ to }) => ('person' in to ? [to.person] : [])),
  ];
  const members = await membersOf(act, committee);
  const names = new Map(
    (await namesOf(act, committee, members, [...new Set(persons)])).map((one) => [one.person, one] as const),
  );
  const about = (person: PersonId | null) => {
    const known = person === null ? undefined : names.get(person);
    return {
      person,
      fullName: known?.fullName ?? null,
      isAway: known?.member != null && isAway(known.member, act.now),
    };
  };
  const coming: Coming[] = [
    ...due.map(({ id, at, person, deadline, mode, heldAt }): Coming => {
      const one = listed.get(deadline);
      const what = { deadline: one?.deadline ?? null, title: one?.title ?? null, mode };
      return { source: 'reminder', id, at, ...about(person), isHeld: heldAt !== null, ...what };
    }),
    ...cards.map(({ id, to, holdUntil, heldAt }): Coming => {
      const what = { deadline: null, title: null, mode: 'card' as const };
      const at = holdUntil ?? act.now;
      return {
        ...{ source: 'card', id, at, ...about('person' in to ? to.person : null) },
        ...{ isHeld: heldAt !== null, ...what },
      };
    }),
  ];
  const protocol = new Map([...names.keys()].map((person, index) => [person, index] as const));
  const rank = ({ person }: Coming) => (person === null ? -1 : (protocol.get(person) ?? protocol.size));
  const inOrder = coming.sort(
    (a, b) => Number(b.isHeld) - Number(a.isHeld) || a.at.getTime() - b.at.getTime() || rank(a) - rank(b),
  );
  return { committee: list.committee, until, coming: inOrder };
}

/** Which of what is coming: everything, one row of the list (a date, a moment and a kind), or one message. */
export type ComingChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly deadline: string | null; readonly at: string; readonly mode: Coming['mode'] }
  | { readonly kind: 'one'; readonly id: string };

export function isChosen(one: Coming, choice: ComingChoice): boolean {
  if (choice.kind === 'all') return true;
  if (choice.kind === 'one') return one.id === choice.id;
  const isThen = one.at.toISOString() === choice.at && one.mode === choice.mode;
  return isThen && (one.deadline?.id ?? null) === choice.deadline;
}

/**
 * Held back, it goes out only when it is let go; a date that comes first takes its reminders with it. Let go late, it is
 * decided like anything that is late: what is still due goes out once. Refusals: access (deadline.manage),
 * nothing-to-hold (gone out meanwhile, or held already).
 */
export async function holdComing(
  act: Act,
  features: readonly Duties[],
  input: { readonly committee: CommitteeId; readonly choice: ComingChoice; readonly hold: boolean },
): Promise<Outcome<{ count: number }, AccessRefusal | 'nothing-to-hold'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await holdReminders(tx, act.workspace);
    const viewer = await authorise(here, input.committee, 'deadline.manage');
    if (!viewer.ok) return viewer;
    const seen = await seeComing(here, features, input.committee);
    if (!seen.ok) return seen;
    const chosen = seen.value.coming.filter((one) => isChosen(one, input.choice) && one.isHeld !== input.hold);
    const idsOf = (source: Coming['source']) => chosen.filter((one) => one.source === source).map(({ id }) => id);
    const count =
      (await reminders.hold(tx, idsOf('reminder'), input.hold ? act.now : null)) +
      (await holdCards(tx, act, viewer.value, { ids: idsOf('card'), hold: input.hold }));
    if (count === 0) return refused('nothing-to-hold');
    if (!input.hold) for (const deadline of datesOf(chosen)) await wakeAt(tx, act, deadline, [act.now]);
    await record(tx, act, {
      kind: input.hold ? 'deadlines.held' : 'deadlines.released',
      committee: input.committee,
      subject: { kind: 'committee', id: input.committee },
      facts: { count, deadlines: datesOf(chosen).map(({ id }) => id) },
    });
    return done({ count });
  });
}

function datesOf(chosen: readonly Coming[]): readonly DeadlineRow[] {
  const dates = chosen.flatMap(({ deadline }) => (deadline ? [deadline] : []));
  return [...new Map(dates.map((deadline) => [deadline.id, deadline])).values()];
}
