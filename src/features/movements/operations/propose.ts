/** Proposing a movement, taking it into the plan of its year, correcting it while it is not decided, withdrawing it. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { send } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle, type Via } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may, maySeeCase } from '../../access/rules.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { type FormRefusal, readForm, reasonMax } from '../rules/form.ts';
import * as store from '../store/movements.ts';
import type { Movement, MovementForm, MovementId } from '../types.ts';
import { type EnterRefusal, enter, wrongState } from './enter.ts';
import { holdFree, type OverlapRefusal } from './hold.ts';

export interface Proposal {
  readonly committee: CommitteeId;
  readonly person: PersonId;
  readonly form: MovementForm;
  /** The move that empties the post which this one fills. */
  readonly after: MovementId | null;
  /** How it came, when the committee secretary enters what a unit sent. */
  readonly via: Via | null;
}

export type ProposeRefusal =
  | AccessRefusal
  | FormRefusal
  | OverlapRefusal
  | 'person-unknown'
  | 'movement-own-case'
  | 'movement-unknown';

/**
 * By the committee secretary: into the plan of the year in which it begins. By a member: a suggestion that the committee
 * secretary takes up or not. Refusals: access (movement.suggest), the form's, person-unknown (also a case closed to the
 * acting person), movement-own-case, movement-overlaps; a suggestion is held against nobody's dates.
 */
export async function proposeMovement(
  act: Act,
  input: Proposal,
): Promise<Outcome<{ readonly id: MovementId; readonly isPlanned: boolean }, ProposeRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'movement.suggest');
    if (!viewer.ok) return viewer;
    if (input.person === act.person) return refused('movement-own-case', {}, 'person');
    const [person] = await peopleByIds(here, input.committee, [input.person]);
    if (!person || !maySeeCase(viewer.value, input.person)) return refused('person-unknown', {}, 'person');
    const form = readForm({
      ...input.form,
      fromUnit: input.form.fromUnit || (person.unit ?? ''),
      fromPost: input.form.fromPost || (person.statePost ?? person.partyPost),
    });
    if (!form.ok) return form;
    if (input.after && !(await isThere(tx, viewer.value, input.after))) return refused('movement-unknown');
    const isPlanned = may(viewer.value, 'movement.manage');
    if (isPlanned) {
      const free = await holdFree(tx, viewer.value, { id: null, person: person.id }, form.value, 'startsOn');
      if (!free.ok) return free;
    }
    const made = { person: person.id, form: form.value, after: input.after, via: isPlanned ? input.via : null };
    const state = isPlanned ? 'planned' : 'suggested';
    const id = await store.insertMovement(tx, viewer.value, { ...made, state }, act.now);
    const { kind, startsOn, endsOn } = form.value;
    await record(tx, act, {
      ...{ kind: isPlanned ? 'movements.planned' : 'movements.suggested', committee: input.committee },
      ...{ subject: { kind: 'movement', id }, nominee: person.id, via: made.via },
      facts: { movement: kind, startsOn, endsOn, after: input.after, reason: hashOf(form.value.reason) },
    });
    return done({ id, isPlanned });
  });
}

/** A suggestion into the plan of its year. Refusals: access (movement.manage), movement-state, movement-overlaps. */
export async function takeUp(
  act: Act,
  id: MovementId,
): Promise<Outcome<Movement, EnterRefusal | OverlapRefusal | 'movement-state' | 'movement-changed-meanwhile'>> {
  return inTransaction(act, async (tx) => {
    const entered = await enter(inside(act, tx), id, 'movement.manage');
    if (!entered.ok) return entered;
    const { viewer, movement } = entered.value;
    const wrong = wrongState(movement, 'suggested');
    if (wrong) return wrong;
    const free = await holdFree(tx, viewer, movement, movement);
    if (!free.ok) return free;
    if (!(await store.changeState(tx, movement, { state: 'planned', holds: true }))) {
      return refused('movement-changed-meanwhile');
    }
    await noteAndTell(tx, act, movement, 'movements.taken-up', null);
    return done({ ...movement, state: 'planned' });
  });
}

/**
 * A suggestion is not taken up, or a movement that is not decided leaves the plan, with a word of why; whoever proposed it
 * is told. Refusals: access, movement-state, movement-text-missing, movement-has-next (withdraw that one first).
 */
export async function withdrawMovement(
  act: Act,
  input: { readonly id: MovementId; readonly reason: string },
): Promise<
  Outcome<
    Movement,
    | EnterRefusal
    | 'movement-state'
    | 'movement-changed-meanwhile'
    | 'movement-text-missing'
    | 'movement-too-long'
    | 'movement-has-next'
  >
> {
  const closing = input.reason.normalize('NFC').trim();
  if (closing === '') return refused('movement-text-missing', {}, 'reason');
  if (closing.length > reasonMax) return refused('movement-too-long', { max: reasonMax }, 'reason');
  return inTransaction(act, async (tx) => {
    const entered = await enter(inside(act, tx), input.id, 'movement.manage');
    if (!entered.ok) return entered;
    const { viewer, movement } = entered.value;
    const wrong = wrongState(movement, 'suggested', 'planned', 'sent-back');
    if (wrong) return wrong;
    const next = await store.listMovements(tx, viewer, { after: [movement.id], states: ['planned', 'approved'] });
    if (next.length > 0) return refused('movement-has-next', { count: next.length });
    if (!(await store.changeState(tx, movement, { state: 'withdrawn', holds: false, closing }))) {
      return refused('movement-changed-meanwhile');
    }
    await noteAndTell(tx, act, movement, 'movements.withdrawn', closing);
    return done({ ...movement, state: 'withdrawn', closing });
  });
}

/**
 * What it says is put right before it is decided; what it said is kept with the reason. One that was sent back by the
 * authority stands in the plan again. Refusals: access, the form's, movement-state, movement-overlaps,
 * movement-changed-meanwhile (somebody corrected it since the form was opened).
 */
export async function correctMovement(
  act: Act,
  input: {
    readonly id: MovementId;
    readonly version: number;
    readonly form: MovementForm;
    readonly why: string;
  },
): Promise<
  Outcome<Movement, EnterRefusal | FormRefusal | OverlapRefusal | 'movement-state' | 'movement-changed-meanwhile'>
> {
  const why = input.why.normalize('NFC').trim();
  if (why === '') return refused('movement-text-missing', {}, 'why');
  const form = readForm(input.form);
  if (!form.ok) return form;
  return inTransaction(act, async (tx) => {
    const entered = await enter(inside(act, tx), input.id, 'movement.manage');
    if (!entered.ok) return entered;
    const { viewer, movement } = entered.value;
    const wrong = wrongState(movement, 'suggested', 'planned', 'sent-back');
    if (wrong) return wrong;
    if (movement.version !== input.version) return refused('movement-changed-meanwhile');
    if (movement.state !== 'suggested') {
      const free = await holdFree(tx, viewer, movement, form.value, 'startsOn');
      if (!free.ok) return free;
    }
    const revised = await store.reviseMovement(tx, viewer, movement, form.value, { reason: why, at: act.now });
    if (!revised) return refused('movement-changed-meanwhile');
    const next = { ...movement, version: movement.version + 1 };
    if (movement.state === 'sent-back') await store.changeState(tx, next, { state: 'planned', holds: true });
    const { kind, startsOn, endsOn } = form.value;
    await record(tx, act, {
      ...{ kind: 'movements.corrected', committee: movement.committee, nominee: movement.person },
      subject: { kind: 'movement', id: movement.id },
      facts: { movement: kind, startsOn, endsOn, version: next.version, reason: hashOf(why) },
    });
    return done({ ...movement, ...form.value, state: movement.state === 'sent-back' ? 'planned' : movement.state });
  });
}

async function isThere(tx: StoreHandle, viewer: Parameters<typeof store.listMovements>[1], id: MovementId) {
  return (
    (await store.listMovements(tx, viewer, { ids: [id], states: ['suggested', 'planned', 'approved'] })).length > 0
  );
}

/** Whoever suggested it reads what became of it. */
async function noteAndTell(
  tx: StoreHandle,
  act: Act,
  movement: Movement,
  kind: 'movements.taken-up' | 'movements.withdrawn',
  word: string | null,
): Promise<void> {
  await record(tx, act, {
    ...{ kind, committee: movement.committee, nominee: movement.person },
    subject: { kind: 'movement', id: movement.id },
    facts: { from: movement.state, reason: word === null ? null : hashOf(word) },
  });
  if (!movement.proposedBy || movement.proposedBy === act.person) return;
  await send(tx, act, {
    ...{ kind: 'movements.answered', ids: { movement: movement.id }, to: { person: movement.proposedBy } },
    ...{
      committee: movement.committee,
      key: `${kind}:${movement.id}:${movement.version}`,
      nominees: [movement.person],
    },
  });
}
