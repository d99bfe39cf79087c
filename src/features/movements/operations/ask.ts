/** Asking both places and the person, and what they say: recorded by the committee secretary, or by the person in chat. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, send } from '../../../delivery/send.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { cancelDeadline, type DeadlineRefusal, type DeadlineSet, setDeadline } from '../../deadlines/operations/set.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import { reasonMax } from '../rules/form.ts';
import { mayPersonKnow } from '../rules/person.ts';
import { markAsked } from '../store/movements.ts';
import { opinionsOf, putOpinion } from '../store/said.ts';
import { type MovementId, type OpinionStance, opinionsSubject, type Side, sides } from '../types.ts';
import { type Entered, type EnterRefusal, enter, wrongState } from './enter.ts';
import { ownMovement } from './own.ts';

/**
 * Letters go to both places outside the chat; from now on the date is the committee secretary's, and the person's where the
 * rules of the kind have them met. Asking again moves the date. Refusals: access (movement.manage), movement-state, and a
 * date that is past.
 */
export async function askOpinions(
  act: Act,
  input: { readonly id: MovementId; readonly until: PlainDate },
): Promise<Outcome<DeadlineSet & { readonly toldPerson: boolean }, EnterRefusal | DeadlineRefusal | 'movement-state'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const entered = await enter(here, input.id, 'movement.manage');
    if (!entered.ok) return entered;
    const { committee, movement } = entered.value;
    const wrong = wrongState(movement, 'planned');
    if (wrong) return wrong;
    const stated = { date: input.until, time: null };
    const subject = { kind: opinionsSubject, id: movement.id };
    const due = await setDeadline(here, { committee: committee.id, subject, ladder: 'date', stated });
    if (!due.ok) return due;
    await markAsked(tx, movement.id, act.now);
    await record(tx, act, {
      ...{ kind: 'movements.asked', committee: committee.id, nominee: movement.person },
      subject: { kind: 'movement', id: movement.id },
      facts: { until: input.until },
    });
    const asked = { ...movement, askedAt: movement.askedAt ?? act.now };
    const toldPerson = mayPersonKnow(ruleSetInForce(here, committee.profile), asked);
    if (toldPerson) {
      await send(tx, act, {
        ...{ kind: 'movements.asked', ids: { movement: movement.id }, to: { person: movement.person } },
        ...{ committee: committee.id, key: `movements.asked:${movement.id}`, nominees: [movement.person] },
      });
    }
    return done({ ...due.value, toldPerson });
  });
}

export interface Said {
  readonly stance: OpinionStance;
  readonly text: string | null;
}
export type SayRefusal = 'movement-state' | 'movement-too-long' | 'movement-word-missing' | 'movement-not-asked';

/**
 * What a side said, from its letter or by phone; saying it again corrects it, what was said is kept. Refusals: access
 * (movement.manage), movement-state, movement-not-asked, movement-too-long, movement-word-missing (conditions or a
 * disagreement need a word).
 */
export async function recordOpinion(
  act: Act,
  input: Said & { readonly id: MovementId; readonly side: Side; readonly speaker: string | null; readonly via: Via },
): Promise<Outcome<{ readonly missing: readonly Side[] }, EnterRefusal | SayRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const entered = await enter(here, input.id, 'movement.manage');
    if (!entered.ok) return entered;
    return say(here, entered.value, input);
  });
}

/** By the person, where the rules of the kind have them met. Refusals: movement-unknown, as above. */
export async function sayOwnOpinion(
  act: Act,
  input: Said & { readonly id: MovementId },
): Promise<Outcome<{ readonly missing: readonly Side[] }, 'movement-unknown' | SayRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const own = await ownMovement(here, input.id);
    return own.ok ? say(here, own.value, { ...input, side: 'person', speaker: null, via: null }) : own;
  });
}

async function say(
  act: Act,
  { viewer, movement }: Pick<Entered, 'viewer' | 'movement'>,
  input: Said & { readonly side: Side; readonly speaker: string | null; readonly via: Via | null },
): Promise<Outcome<{ readonly missing: readonly Side[] }, SayRefusal>> {
  const wrong = wrongState(movement, 'planned');
  if (wrong) return wrong;
  if (!movement.askedAt) return refused('movement-not-asked');
  const text = input.text?.normalize('NFC').trim() || null;
  if ((text?.length ?? 0) > reasonMax) return refused('movement-too-long', { max: reasonMax }, 'text');
  if (text === null && input.stance !== 'agree') return refused('movement-word-missing', {}, 'text');
  const { side, stance, via } = input;
  const speaker = input.speaker?.normalize('NFC').trim().slice(0, 200) || null;
  await putOpinion(act.store, viewer, movement.id, { side, stance, text, speaker, via }, act.now);
  await record(act.store, act, {
    ...{ kind: 'movements.heard', committee: movement.committee, nominee: movement.person },
    subject: { kind: 'movement', id: movement.id },
    facts: { side, text: text === null ? null : hashOf(text) },
    ...{ onBehalfOf: side === 'person' && act.person !== movement.person ? movement.person : null, via },
  });
  const said = (await opinionsOf(act.store, [movement.id])).get(movement.id) ?? [];
  const missing = sides.filter((one) => !said.some((opinion) => opinion.side === one && !opinion.isReplaced));
  const subject = { kind: opinionsSubject, id: movement.id };
  if (missing.length === 0) await cancelDeadline(act, subject);
  if (missing.length === 0) await dutyDone(act.store, act, { subject });
  else if (side === 'person') await dutyDone(act.store, act, { subject, persons: [movement.person] });
  await refresh(act.store, act, { kind: 'movements.asked', ids: { movement: movement.id } });
  return done({ missing });
}
