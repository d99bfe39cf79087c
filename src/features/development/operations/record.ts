/** The committee secretary records what makes somebody ready, puts it right, and says what became of it. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { cancelDeadline, previewDeadline, setDeadline } from '../../deadlines/operations/set.ts';
import { movementsOf } from '../../movements/operations/look.ts';
import { checkMeasure, checkOutcome, type MeasureOutcomeRefusal, type MeasureRefusal } from '../rules/measure.ts';
import * as store from '../store/measures.ts';
import { type Measure, type MeasureForm, type MeasureId, type MeasureOutcome, measureSubject } from '../types.ts';
import { type AtEntry, findStanding } from './look.ts';

export type RecordRefusal =
  | AccessRefusal
  | MeasureRefusal
  | 'development-entry-gone'
  | 'measure-said-already'
  | 'measure-movement-unknown';
export type ChangeRefusal = RecordRefusal | MeasureOutcomeRefusal | 'measure-unknown' | 'measure-changed-meanwhile';

interface AtMeasure {
  readonly committee: CommitteeId;
  readonly measure: MeasureId;
  /** The one that the form was drawn from. */
  readonly version: number;
}

/**
 * A measure for somebody who stands in a plan; a date to come reminds the committee secretary. Right: plan.edit. Refusals:
 * those of the form, development-entry-gone, measure-said-already, measure-movement-unknown (not one of this person).
 */
export async function recordMeasure(
  act: Act,
  input: AtEntry & { readonly form: MeasureForm },
): Promise<Outcome<Measure, RecordRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const found = await findStanding(within, viewer.value, input.entry);
    if (!found) return refused('development-entry-gone');
    const form = await checkedForm(within, viewer.value, found.entry.person, input.form);
    if (!form.ok) return form;
    const { id: entry, person } = found.entry;
    const planned = { ...form.value, entry, person, state: 'planned', word: null } as const;
    const [measure] = await store.insertMeasures(tx, viewer.value, [planned], act.now);
    if (!measure) return refused('measure-said-already', {}, 'what');
    await setDates(within, [measure]);
    await note(within, 'development.recorded', measure, { what: hashOf(measure.what), dueOn: measure.dueOn });
    return done(measure);
  });
}

/** What it says is put right. Right: plan.edit. Refusals: as recordMeasure, measure-unknown, measure-changed-meanwhile. */
export async function correctMeasure(
  act: Act,
  input: AtMeasure & { readonly form: MeasureForm },
): Promise<Outcome<Measure, ChangeRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const opened = await openMeasure(within, input);
    if (!opened.ok) return opened;
    const { viewer, measure } = opened.value;
    const form = await checkedForm(within, viewer, measure.person, input.form);
    if (!form.ok) return form;
    if (await store.isSaidAlready(tx, measure, form.value)) return refused('measure-said-already', {}, 'what');
    if (!(await store.changeMeasure(tx, measure, form.value))) return refused('measure-changed-meanwhile');
    const next = { ...measure, ...form.value, version: measure.version + 1 };
    await setDates(within, [next]);
    await note(within, 'development.corrected', next, { what: hashOf(next.what), dueOn: next.dueOn });
    return done(next);
  });
}

/**
 * Done, not done, given up, or planned again after a slip. Right: plan.edit. Refusals: measure-unknown,
 * measure-changed-meanwhile, measure-word-missing (not done and given up say why), measure-too-long.
 */
export async function settleMeasure(
  act: Act,
  input: AtMeasure & { readonly outcome: MeasureOutcome },
): Promise<Outcome<Measure, ChangeRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const opened = await openMeasure(within, input);
    if (!opened.ok) return opened;
    const { viewer, measure } = opened.value;
    const outcome = checkOutcome(input.outcome);
    if (!outcome.ok) return outcome;
    if (!(await store.settleMeasure(tx, viewer, measure, outcome.value, act.now))) {
      return refused('measure-changed-meanwhile');
    }
    const next = { ...measure, ...outcome.value, version: measure.version + 1 };
    await setDates(within, [next]);
    const { state, word } = next;
    if (state !== 'planned') await dutyDone(tx, act, { subject: { kind: measureSubject, id: measure.id } });
    await note(within, 'development.settled', next, { state, word: word === null ? null : hashOf(word) });
    return done(next);
  });
}

/** Reminders follow: a planned measure has its date while that is to come; whatever else has none. */
export async function setDates(act: Act, measures: readonly Measure[]): Promise<void> {
  for (const { id, committee, person, state, dueOn } of measures) {
    const subject = { kind: measureSubject, id };
    const stated = dueOn === null ? null : { date: dueOn, time: null };
    const isToCome = state === 'planned' && stated !== null && (await previewDeadline(act, { committee, stated })).ok;
    if (isToCome) await setDeadline(act, { committee, subject, ladder: 'date', stated, nominees: [person] });
    else await cancelDeadline(act, subject);
  }
}

async function openMeasure(
  act: Act,
  { committee, measure: id, version }: AtMeasure,
): Promise<
  Outcome<{ viewer: Viewer; measure: Measure }, AccessRefusal | 'measure-unknown' | 'measure-changed-meanwhile'>
> {
  const viewer = await authorise(act, committee, 'plan.edit');
  if (!viewer.ok) return viewer;
  const [measure] = await store.listMeasures(act.store, viewer.value, { ids: [id] });
  if (!measure) return refused('measure-unknown');
  return measure.version === version ? done({ viewer: viewer.value, measure }) : refused('measure-changed-meanwhile');
}

async function checkedForm(act: Act, viewer: Viewer, person: Measure['person'], typed: MeasureForm) {
  const form = checkMeasure(typed);
  if (!form.ok || form.value.movement === null) return form;
  const movements = await movementsOf(act, viewer, [person]);
  return movements.some(({ id }) => id === form.value.movement)
    ? form
    : refused('measure-movement-unknown', {}, 'movement');
}

async function note(
  act: Act,
  kind: 'development.recorded' | 'development.corrected' | 'development.settled',
  { committee, id, person, kind: of }: Measure,
  facts: Parameters<typeof record>[2]['facts'],
): Promise<void> {
  await record(act.store, act, {
    ...{ kind, committee, nominee: person },
    subject: { kind: measureSubject, id },
    facts: { measure: of, ...facts },
  });
}
