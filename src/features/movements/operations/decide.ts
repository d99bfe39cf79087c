/** What the competent authority decided, on one movement or on a whole chain at once; corrected later, undone within the minute. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, isPlainDate } from '../../../kernel/time.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import { participantsByIds } from '../../people/operations/find.ts';
import { brokenRules, checkMove } from '../rules/checks.ts';
import { placeMax, reasonMax } from '../rules/form.ts';
import * as store from '../store/movements.ts';
import { insertDecision, type NewDecision, replaceDecision } from '../store/said.ts';
import type { Movement, MovementId, MovementState, MoveRule } from '../types.ts';
import { watchEnd } from './end.ts';
import { type Entered, type EnterRefusal, enter } from './enter.ts';
import { holdFree, type OverlapRefusal } from './hold.ts';
import { type Told, tellDecision } from './tell.ts';

export interface Deciding {
  /** In the order of the chain, each as it was seen. */
  readonly movements: readonly { readonly id: MovementId; readonly version: number }[];
  readonly decision: NewDecision;
  /** Why what was recorded before is put right; null for a first decision. */
  readonly correction: string | null;
}

export type DecideRefusal =
  | EnterRefusal
  | OverlapRefusal
  | 'movement-state'
  | 'movement-changed-meanwhile'
  | 'movement-decision-incomplete'
  | 'movement-decided-later'
  | 'movement-decided'
  | 'movement-needs-exception'
  | 'movement-chain-order'
  | 'movement-has-next'
  | 'movement-ended';

const afterOutcome = { approve: 'approved', refuse: 'refused', return: 'sent-back' } as const satisfies Record<
  NewDecision['outcome'],
  MovementState
>;

/**
 * All of them or none. The person, where it is approved, and whoever proposed it are told after the minute of undo.
 * Refusals: access (movement.manage), movement-decision-incomplete (number, date, authority), movement-decided-later (a day
 * to come), movement-state, movement-decided (say why to correct), movement-needs-exception {rules}: a rule is broken and
 * nothing is named that allows it; movement-chain-order: the move that empties the post is not approved;
 * movement-has-next: a later link is; movement-overlaps, movement-ended.
 */
export async function decideMovements(act: Act, input: Deciding): Promise<Outcome<Told, DecideRefusal>> {
  const decision = readDecision(input.decision);
  if (!decision.ok) return decision;
  if (decision.value.decidedOn > dateIn(act.zone, act.now)) {
    return refused('movement-decided-later', { date: decision.value.decidedOn }, 'decidedOn');
  }
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const decided: Movement[] = [];
    for (const { id, version } of input.movements) {
      const entered = await enter(here, id, 'movement.manage');
      if (!entered.ok) return entered;
      if (entered.value.movement.version !== version) return refused('movement-changed-meanwhile');
      const one = await decideOne(here, entered.value, decision.value, input.correction);
      if (!one.ok) return one;
      decided.push(one.value);
    }
    return done(await tellDecision(here, decided));
  });
}

async function decideOne(
  act: Act,
  entered: Entered,
  decision: NewDecision,
  correction: string | null,
): Promise<Outcome<Movement, DecideRefusal>> {
  const { viewer, movement } = entered;
  const isFirst = movement.state === 'planned';
  const isDecided = movement.state === 'approved' || movement.state === 'refused' || movement.state === 'sent-back';
  if (!isFirst && !isDecided) return refused('movement-state', { movementState: movement.state });
  const why = correction?.normalize('NFC').trim() || null;
  if (isDecided && why === null) return refused('movement-decided', {}, 'correction');
  const state = afterOutcome[decision.outcome];
  const fits = await fitsTogether(act, entered, state);
  if (!fits.ok) return fits;
  if (!isFirst) await replaceDecision(act.store, movement.id, { at: act.now, reason: why });
  await insertDecision(act.store, viewer, movement.id, decision, act.now);
  if (!(await store.changeState(act.store, movement, { state, holds: state === 'approved' }))) {
    return refused('movement-changed-meanwhile');
  }
  await record(act.store, act, {
    ...{ kind: isFirst ? 'movements.decided' : 'movements.decision-corrected', committee: movement.committee },
    ...{ subject: { kind: 'movement', id: movement.id }, nominee: movement.person },
    facts: {
      ...{ decision: decision.outcome, decidedOn: decision.decidedOn, number: hashOf(decision.number) },
      reason: why === null ? null : hashOf(why),
    },
  });
  const next = { ...movement, state, version: movement.version + 1 };
  await watchEnd(act, entered.committee, next);
  return done(next);
}

/** Approving needs its rules kept or an exception named, its dates free and the move before it approved. */
async function fitsTogether(
  act: Act,
  { viewer, movement, committee }: Entered,
  state: MovementState,
): Promise<Outcome<void, DecideRefusal>> {
  if (movement.legs.some(({ ending }) => ending !== null)) return refused('movement-ended');
  if (state !== 'approved') {
    const next = await store.listMovements(act.store, viewer, { after: [movement.id], states: ['approved'] });
    return next.length > 0 ? refused('movement-has-next', { count: next.length }) : done();
  }
  const broken = await brokenBy(act, committee.profile, movement);
  if (broken.length > 0 && !movement.exception) return refused('movement-needs-exception', { movementRules: broken });
  if (movement.after) {
    const [before] = await store.listMovements(act.store, viewer, { ids: [movement.after] });
    if (before && before.state !== 'approved') return refused('movement-chain-order');
  }
  return holdFree(act.store, viewer, movement, movement);
}

async function brokenBy(
  act: Act,
  profile: Entered['committee']['profile'],
  move: Movement,
): Promise<readonly MoveRule[]> {
  const [person] = await participantsByIds(act, move.committee, [move.person]);
  const facts = { birthMonth: person?.birthMonth ?? null, sex: person?.sex ?? null };
  return brokenRules(checkMove(ruleSetInForce(act, profile), { ...move, person: facts }));
}

function readDecision(typed: NewDecision): Outcome<NewDecision, 'movement-decision-incomplete'> {
  const number = typed.number.normalize('NFC').trim().slice(0, placeMax);
  const authority = typed.authority.normalize('NFC').trim().slice(0, placeMax);
  if (number === '') return refused('movement-decision-incomplete', {}, 'number');
  if (authority === '') return refused('movement-decision-incomplete', {}, 'authority');
  if (!isPlainDate(typed.decidedOn)) return refused('movement-decision-incomplete', {}, 'decidedOn');
  const note = typed.note?.normalize('NFC').trim().slice(0, reasonMax) || null;
  return done({ ...typed, number, authority, note });
}
