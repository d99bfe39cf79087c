/** Units that have no bot, or whose submission takes no answer any more: the department tells them, and says that it did. */
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { UnitId } from '../../units/types.ts';
import { nameMax } from '../rules/parcel.ts';
import { unitsOf } from '../rules/units.ts';
import { markTold } from '../store/below.ts';
import type { Submission, SubmissionId, UnitStanding } from '../types.ts';
import { type ManageRefusal, managing, note } from './manage.ts';

/**
 * The unit was told what stands of its names, by a letter of the department or otherwise (`letter` null). Refusals:
 * unit-not-waiting (nothing is to be told, or the unit is not in it), submission-too-long {max}, submission-not-sent, access.
 */
export async function recordTold(
  act: Act,
  input: { readonly submission: SubmissionId; readonly unit: UnitId; readonly letter: string | null },
): Promise<Outcome<void, ManageRefusal | 'unit-not-waiting' | 'submission-too-long'>> {
  const letter = input.letter?.normalize('NFC').trim() || null;
  if ((letter?.length ?? 0) > nameMax) return refused('submission-too-long', { max: nameMax }, 'letter');
  return managing(act, input.submission, ['sent', 'settled'], async (here, { submission }) => {
    const unit = toTell(submission).find((one) => one.unit === input.unit);
    if (!unit) return refused('unit-not-waiting');
    const entries = unit.untold.flatMap(({ origins }) =>
      origins.filter((one) => one.unit === unit.unit).map(({ entry }) => entry),
    );
    await markTold(here.store, submission.id, entries, { at: act.now, by: act.person, letter });
    await note(here, submission, 'unit-told', { unit: unit.unit }, unit.untold);
    return done();
  });
}

/** Of these the viewer sees a name that was answered, and the unit does not know yet. */
export function toTell(submission: Submission): readonly UnitStanding[] {
  return unitsOf(submission).filter(({ untold }) => untold.length > 0);
}
