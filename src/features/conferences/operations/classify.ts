/** How secret a conference is of itself: said by whoever schedules it, with a reason; before it is called, or later. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { keepLevel, type LevelRefusal, type LevelSaid } from '../../classification/operations/keep.ts';
import { changeConference } from '../store/drafts.ts';
import { findSeen } from './look.ts';

/**
 * `version`: of the conference that the form was drawn from. Cards that are out say it from then on, minutes too. Refusals:
 * conference-unknown, access (conference.schedule), conference-changed-meanwhile, and those of keepLevel.
 */
export async function classifyConference(
  act: Act,
  input: { readonly conference: ConferenceId; readonly version: number } & Omit<LevelSaid, 'from'>,
): Promise<Outcome<void, AccessRefusal | LevelRefusal | 'conference-unknown' | 'conference-changed-meanwhile'>> {
  const { conference: id, version } = input;
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findSeen(here, id);
    if (!found.ok) return found;
    const { committee, conference } = found.value;
    const viewer = await authorise(here, committee.id, 'conference.schedule');
    if (!viewer.ok) return viewer;
    // Takes the row: what it bears now is what was seen.
    const isMine = await changeConference(tx, viewer.value, { id, version }, { classification: input.level });
    if (!isMine) return refused('conference-changed-meanwhile');
    const kept = await keepLevel(here, { kind: 'conference', id }, { ...input, from: conference.classification });
    if (!kept.ok) return kept;
    const { level, reason, decision } = kept.value;
    await record(tx, act, {
      ...{ kind: 'conferences.classified', committee: committee.id, subject: { kind: 'conference', id } },
      facts: {
        ...{ from: conference.classification, to: level, reason: hashOf(reason) },
        ...(decision && { decision: hashOf(decision) }),
      },
    });
    await refresh(tx, act, { kind: 'conferences.invitation', ids: { conference: id } });
    return done();
  });
}
