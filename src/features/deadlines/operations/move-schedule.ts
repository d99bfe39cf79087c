/** What has slipped is moved with one click: reminders follow, whoever is asked is told once, and for a minute it can be taken back. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type CommitteeId, type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, type Refused, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { authorise, viewerOf } from '../../access/operations.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { findBySubject } from '../store/deadlines.ts';
import * as store from '../store/schedules.ts';
import type { Duties } from '../types/duties.ts';
import type {
  JustMoved,
  MovedForYou,
  MovedStep,
  ScheduleMove,
  ScheduleMoved,
  ScheduleRow,
  StandingStep,
} from '../types/schedule.ts';
import { dutiesFor, stillAsked } from './about.ts';
import { undoMs } from './again.ts';
import { titleOf } from './look.ts';
import { moveDeadline } from './move.ts';
import { noteSchedule, type ScheduleRefusal, seeSchedule, setStep } from './schedule.ts';
import { fingerprint, refreshSlips } from './slips.ts';

export const movedCard = 'deadlines.calendar-moved';

export type MoveScheduleRefusal = ScheduleRefusal | 'schedule-lacks' | 'schedule-changed-meanwhile' | 'nothing-slips';

/**
 * Moves everything that has to move, as it was shown: `expected` is what was confirmed. A conference is put on the other
 * day at its hour, and everybody summoned is invited anew; whoever else is asked is told the new dates in one message.
 * Nothing leaves for a minute. Refusals: access (deadline.manage), schedule-unknown, nothing-slips,
 * schedule-changed-meanwhile, schedule-lacks {days}, and whatever a conference refuses.
 */
export async function moveSchedule(
  act: Act,
  features: readonly Duties[],
  input: { readonly committee: CommitteeId; readonly expected: string },
): Promise<Outcome<ScheduleMoved, MoveScheduleRefusal> | Refused> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'deadline.manage');
    if (!viewer.ok) return viewer;
    const seen = await seeSchedule(here, features, input.committee);
    if (!seen.ok) return seen;
    if (!seen.value) return refused('schedule-unknown');
    const { schedule, steps, moves, lacking } = seen.value;
    if (lacking) return refused('schedule-lacks', { days: lacking.days });
    if (moves.every(({ byHand }) => byHand)) return refused('nothing-slips');
    if (fingerprint(moves) !== input.expected) return refused('schedule-changed-meanwhile');
    const moved: MovedStep[] = [];
    // From the end to the beginning: whatever is looked at on the way, nothing stands too near to what follows it.
    for (const { key, to, byHand } of [...moves].reverse()) {
      const step = steps.find((one) => one.key === key);
      if (!step || byHand) continue;
      const one = await moveStep(here, features, schedule, step, to);
      if (!one.ok) return one;
      moved.unshift(one.value);
    }
    const move = { id: newId<Id<'batch'>>(), steps: moved, confirmed: input.expected };
    const heldUntil = new Date(act.now.getTime() + undoMs);
    const told = await tell(here, features, schedule, move, heldUntil);
    await store.insertMove(tx, schedule.id, { ...move, told }, act.now);
    await refreshSlips(tx, act, schedule.id);
    const facts = { steps: moves.map(({ key, to }) => `${key}:${to}`) };
    await noteSchedule(tx, act, schedule, 'deadlines.schedule-moved', facts);
    const after = await seeSchedule(here, features, input.committee);
    if (!after.ok || !after.value) return refused('schedule-unknown');
    return done({ seen: after.value, ...justMoved({ ...move, told, movedAt: act.now }) });
  });
}

/** While it can be taken back, for those who manage the dates; null: nothing was moved just now. */
export async function seeJustMoved(act: Act, committee: CommitteeId): Promise<JustMoved | null> {
  const viewer = await authorise(act, committee, 'deadline.manage');
  const last = viewer.ok ? await store.lastMove(act.store, viewer.value) : null;
  if (!last || last.takenBackAt !== null || act.now.getTime() >= last.movedAt.getTime() + undoMs) return null;
  return justMoved(last);
}

function justMoved({ id, steps, told, confirmed, movedAt }: Omit<ScheduleMove, 'schedule' | 'takenBackAt'>): JustMoved {
  const isSummoned = steps.some(({ linked }) => linked !== null && linked.takesBack !== null);
  return { move: id, confirmed, told, isSummoned, heldUntil: new Date(movedAt.getTime() + undoMs) };
}

async function moveStep(
  act: Act,
  features: readonly Duties[],
  schedule: ScheduleRow,
  step: StandingStep,
  to: PlainDate,
): Promise<Outcome<MovedStep>> {
  const { key, id, date: from, linked } = step;
  const stepWas = schedule.steps.find((one) => one.id === id)?.date ?? from;
  await store.setStepDate(act.store, id, to);
  await setStep(act, schedule, id, to);
  const moved = { key, step: id, from, to, stepWas };
  if (!linked) return done({ ...moved, linked: null });
  const { id: deadline, version, subject, stated } = linked;
  const again = dutiesFor(features, subject).reschedule;
  if (linked.ladder === 'conference' && again) {
    const said = await again(act, subject, to);
    if (!said.ok) return said;
    return done({ ...moved, linked: { deadline, subject, was: stated, takesBack: said.value.takesBack } });
  }
  const set = await moveDeadline(act, features, { deadline, version, stated: { date: to, time: stated.time } });
  return set.ok ? done({ ...moved, linked: { deadline, subject, was: stated, takesBack: null } }) : set;
}

/** Once to each person who is still asked, whatever moved; those invited anew to a conference read it there. */
async function tell(
  act: Act,
  features: readonly Duties[],
  schedule: ScheduleRow,
  move: Pick<ScheduleMove, 'id' | 'steps'>,
  holdUntil: Date,
): Promise<number> {
  const persons = new Set<PersonId>();
  for (const { linked } of move.steps) {
    if (!linked || linked.takesBack !== null) continue;
    for (const person of await stillAsked(act, features, linked.subject)) persons.add(person);
  }
  if (act.person) persons.delete(act.person);
  return sendAll(
    act.store,
    act,
    [...persons].map((person) => ({
      ...{ kind: movedCard, ids: { committee: schedule.committee, move: move.id }, to: { person } },
      ...{ committee: schedule.committee, key: `${movedCard}:${move.id}:${person}`, batch: move.id, holdUntil },
    })),
  );
}

/**
 * Within the minute everything is where it was, and nobody hears of it. Refusals: access (deadline.manage),
 * schedule-unknown, schedule-changed-meanwhile (taken back before, or moved again), schedule-undo-too-late {seconds}.
 */
export async function undoScheduleMove(
  act: Act,
  features: readonly Duties[],
  input: { readonly committee: CommitteeId; readonly move: string },
): Promise<Outcome<void, MoveScheduleRefusal | 'schedule-undo-too-late'> | Refused> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'deadline.manage');
    if (!viewer.ok) return viewer;
    const move = await store.findMove(tx, viewer.value, input.move);
    const schedule = await store.findOpen(tx, input.committee);
    if (!move || schedule?.id !== move.schedule) return refused('schedule-unknown');
    if (!(await store.takeMoveBack(tx, move.id, act.now))) return refused('schedule-changed-meanwhile');
    const tooLate = refused('schedule-undo-too-late', { seconds: undoMs / 1000 });
    if (act.now.getTime() >= move.movedAt.getTime() + undoMs) return tooLate;
    if (move.told > 0 && !(await cancelBatch(tx, act, move.id, { move: move.id }))) return tooLate;
    // From the beginning to the end: earlier again, so that on the way nothing stands too near to what follows it.
    for (const step of move.steps) {
      const back = await moveBack(here, features, schedule, step);
      if (!back.ok) return back;
    }
    await refreshSlips(tx, act, schedule.id);
    await noteSchedule(tx, act, schedule, 'deadlines.schedule-move-undone', {});
    return done();
  });
}

async function moveBack(
  act: Act,
  features: readonly Duties[],
  schedule: ScheduleRow,
  { step, stepWas, linked }: MovedStep,
): Promise<Outcome<void>> {
  await store.setStepDate(act.store, step, stepWas);
  await setStep(act, schedule, step, stepWas);
  if (!linked) return done();
  const { deadline, subject, was, takesBack } = linked;
  if (takesBack !== null) {
    const back = dutiesFor(features, subject).takeBack;
    return back ? back(act, subject, takesBack) : refused('schedule-changed-meanwhile');
  }
  const now = await findBySubject(act.store, subject);
  if (!now) return refused('schedule-changed-meanwhile');
  const set = await moveDeadline(act, features, { deadline, version: now.version, stated: was });
  return set.ok ? done() : set;
}

/** For the card: the dates that this person is still asked for, as they stand now; null: none any more. */
export async function seeMovedForYou(
  act: Act,
  features: readonly Duties[],
  input: { readonly committee: CommitteeId; readonly move: string },
): Promise<MovedForYou | null> {
  const committee = await committeeHeader(act, input.committee);
  if (!committee || !act.person) return null;
  const move = await store.findMove(act.store, await viewerOf(act, committee.id), input.move);
  if (!move || move.takenBackAt) return null;
  const dates: MovedForYou['dates'][number][] = [];
  for (const { linked, from } of move.steps) {
    if (!linked || linked.takesBack !== null) continue;
    const deadline = await findBySubject(act.store, linked.subject);
    const isAsked = (await stillAsked(act, features, linked.subject)).has(act.person);
    const title = isAsked ? await titleOf(act, features, linked.subject) : null;
    if (deadline && title !== null) dates.push({ title, was: from, dueAt: deadline.dueAt });
  }
  return dates.length > 0 ? { committee, dates } : null;
}
