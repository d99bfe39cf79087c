/** The end of a movement for a time: watched well before it, then extended, or recorded as a return or a settlement. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { addDays, dateIn, isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import type { Committee } from '../../committees/types.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { cancelDeadline, setDeadline } from '../../deadlines/operations/set.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import { brokenRules, checkMove } from '../rules/checks.ts';
import { placeMax } from '../rules/form.ts';
import { noticeDay, runningLeg } from '../rules/legs.ts';
import * as legs from '../store/legs.ts';
import { type Ending, endSubject, type Leg, type Movement, type MovementId } from '../types.ts';
import { type Entered, type EnterRefusal, enter } from './enter.ts';
import { holdFree, type OverlapRefusal } from './hold.ts';

/** Sets the committee secretary's date before the end of what runs, or takes it off. Inside the caller's transaction. */
export async function watchEnd(act: Act, { profile }: Pick<Committee, 'profile'>, movement: Movement): Promise<void> {
  const subject = { kind: endSubject, id: movement.id };
  const leg = runningLeg(movement);
  const noticeDays = ruleSetInForce(act, profile).parameters.movementEndNoticeDays.value;
  const day = leg?.endsOn ? noticeDay(leg.endsOn, dateIn(act.zone, act.now), noticeDays) : null;
  // On the day itself its hour may be over: it then stands among the duties without a date.
  const set = day
    ? await setDeadline(act, {
        ...{ committee: movement.committee, subject, ladder: 'date', stated: { date: day, time: null } },
      })
    : null;
  if (!set?.ok) await cancelDeadline(act, subject);
}

export type LegRefusal =
  | EnterRefusal
  | OverlapRefusal
  | 'movement-not-running'
  | 'movement-decision-incomplete'
  | 'movement-dates-order'
  | 'movement-needs-exception'
  | 'date-unreadable';

/**
 * Goes on from the day after the planned end, by a decision of its own; the whole length is held against the rules of the
 * kind. Refusals: access (movement.manage), movement-not-running, movement-decision-incomplete, movement-dates-order,
 * movement-needs-exception, movement-overlaps.
 */
export async function extendMovement(
  act: Act,
  input: { readonly id: MovementId; readonly until: PlainDate; readonly decision: string },
): Promise<Outcome<Movement, LegRefusal>> {
  return onRunning(act, input, async (here, { viewer, committee, movement }, leg, decision) => {
    const endsOn = leg.endsOn ?? leg.startsOn;
    if (input.until <= endsOn) return refused('movement-dates-order', { from: endsOn, to: input.until }, 'until');
    const whole = { ...movement, endsOn: input.until, person: { birthMonth: null, sex: null } };
    const broken = brokenRules(checkMove(ruleSetInForce(here, committee.profile), whole));
    if (broken.length > 0 && !movement.exception) {
      return refused('movement-needs-exception', { movementRules: broken }, 'until');
    }
    const next = { startsOn: addDays(endsOn, 1), endsOn: input.until, decision };
    const free = await holdFree(here.store, viewer, movement, next, 'until');
    if (!free.ok) return free;
    await legs.insertLeg(here.store, viewer, movement, next, act.now);
    await note(here, movement, 'movements.extended', { until: input.until, decision: hashOf(decision) });
    const added = { ...next, id: '', number: leg.number + 1, endedOn: null, ending: null };
    return done({ ...movement, legs: [...movement.legs, added] });
  });
}

/** Back at the old post, or settled where the person is; earlier than planned too. Refusals as above. */
export async function endMovement(
  act: Act,
  input: { readonly id: MovementId; readonly ending: Ending; readonly on: PlainDate; readonly decision: string },
): Promise<Outcome<Movement, LegRefusal>> {
  return onRunning(act, { ...input, until: input.on }, async (here, { viewer, movement }, leg, decision) => {
    if (input.on < leg.startsOn) {
      return refused('movement-dates-order', { from: leg.startsOn, to: input.on }, 'on');
    }
    const free = await holdFree(here.store, viewer, movement, { startsOn: leg.startsOn, endsOn: input.on }, 'on');
    if (!free.ok) return free;
    const end = { ending: input.ending, endedOn: input.on, decision };
    if (!(await legs.endLeg(here.store, leg, end))) return refused('movement-not-running');
    await note(here, movement, `movements.${input.ending}`, { on: input.on, decision: hashOf(decision) });
    return done({ ...movement, legs: movement.legs.map((one) => (one.id === leg.id ? { ...one, ...end } : one)) });
  });
}

/** A wrong end is taken back: the leg runs on as planned. Refuses movement-not-ended, movement-overlaps. */
export async function reopenEnd(
  act: Act,
  id: MovementId,
): Promise<Outcome<Movement, EnterRefusal | OverlapRefusal | 'movement-not-ended'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const entered = await enter(here, id, 'movement.manage');
    if (!entered.ok) return entered;
    const { viewer, committee, movement } = entered.value;
    const leg = movement.legs.at(-1);
    if (!leg?.ending) return refused('movement-not-ended');
    const free = await holdFree(tx, viewer, movement, { startsOn: leg.startsOn, endsOn: leg.endsOn });
    if (!free.ok) return free;
    if (!(await legs.reopenLeg(tx, leg))) return refused('movement-not-ended');
    await note(here, movement, 'movements.end-undone', {});
    const open = { ...leg, ending: null, endedOn: null, decision: null };
    const next = { ...movement, legs: [...movement.legs.slice(0, -1), open] };
    await watchEnd(here, committee, next);
    return done(next);
  });
}

async function onRunning(
  act: Act,
  input: { readonly id: MovementId; readonly until: PlainDate; readonly decision: string },
  change: (here: Act, entered: Entered, leg: Leg, decision: string) => Promise<Outcome<Movement, LegRefusal>>,
): Promise<Outcome<Movement, LegRefusal>> {
  const decision = input.decision.normalize('NFC').trim().slice(0, placeMax);
  if (decision === '') return refused('movement-decision-incomplete', {}, 'decision');
  if (!isPlainDate(input.until)) return refused('date-unreadable', { text: input.until.slice(0, 60) }, 'until');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const entered = await enter(here, input.id, 'movement.manage');
    if (!entered.ok) return entered;
    const leg = runningLeg(entered.value.movement);
    if (!leg) return refused('movement-not-running');
    const changed = await change(here, entered.value, leg, decision);
    if (!changed.ok) return changed;
    await watchEnd(here, entered.value.committee, changed.value);
    await dutyDone(tx, act, { subject: { kind: endSubject, id: input.id } });
    return changed;
  });
}

async function note(act: Act, movement: Movement, kind: string, facts: Parameters<typeof record>[2]['facts']) {
  const subject = { kind: 'movement', id: movement.id };
  await record(act.store, act, { kind, committee: movement.committee, subject, nominee: movement.person, facts });
}
