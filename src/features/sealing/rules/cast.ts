/** What becomes of the papers that came together: each is added, takes the place of its own earlier one, or is refused. */
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { ElectorState, UrnRecord } from '../types.ts';

export const wrongTriesMax = 5;

export interface Cast extends UrnRecord {
  readonly person: PersonId;
  /** The receipt was typed by the person, not printed on the form: a wrong one counts. */
  readonly isTyped: boolean;
}

export type CastRefusal = 'not-an-elector' | 'already-sent' | 'receipt-wrong' | 'receipt-locked';

export interface Decided {
  readonly records: readonly UrnRecord[];
  readonly ticks: readonly PersonId[];
  readonly wrong: readonly PersonId[];
  /** One for each cast, in their order. */
  readonly answers: readonly Outcome<{ readonly isReplaced: boolean }, CastRefusal>[];
}

/**
 * A receipt that is known, from somebody who has sent, replaces the paper: a repeat of the same form does no more than
 * that. Refusals: not-an-elector; already-sent (another form of theirs was faster); receipt-wrong {left}, and after five
 * of them receipt-locked {max}: whoever finds somebody's open chat cannot try receipts out.
 */
export function decideCasts(
  electors: ReadonlyMap<PersonId, ElectorState>,
  records: readonly UrnRecord[],
  casts: readonly Cast[],
): Decided {
  const urn = new Map(records.map((record) => [keyOf(record.tag), record]));
  const sent = new Set([...electors].filter(([, { hasSent }]) => hasSent).map(([person]) => person));
  const tries = new Map([...electors].map(([person, { wrongTries }]) => [person, wrongTries]));
  const ticks: PersonId[] = [];
  const wrong: PersonId[] = [];

  function decide({ person, isTyped, tag, box }: Cast): Decided['answers'][number] {
    if (!electors.has(person)) return refused('not-an-elector');
    const isKnown = urn.has(keyOf(tag));
    if (isTyped && (tries.get(person) ?? 0) >= wrongTriesMax) {
      return refused('receipt-locked', { max: wrongTriesMax }, 'receipt');
    }
    if (isKnown && sent.has(person)) {
      urn.set(keyOf(tag), { tag, box });
      return done({ isReplaced: true });
    }
    if (isTyped) {
      const count = (tries.get(person) ?? 0) + 1;
      tries.set(person, count);
      wrong.push(person);
      return refused('receipt-wrong', { left: wrongTriesMax - count }, 'receipt');
    }
    // A known receipt of somebody who has sent nothing is not theirs.
    if (sent.has(person) || isKnown) return refused('already-sent');
    sent.add(person);
    ticks.push(person);
    urn.set(keyOf(tag), { tag, box });
    return done({ isReplaced: false });
  }

  const answers = casts.map(decide);
  return { records: [...urn.values()], ticks, wrong, answers };
}

function keyOf(tag: Uint8Array): string {
  return Buffer.from(tag).toString('base64');
}
