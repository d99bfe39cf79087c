/** Whatever people hand in is looked at here before anything else sees it: typed words, pasted rows, files, answer pages. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import type { Act } from '../../../kernel/act.ts';
import { type Refused, refused } from '../../../kernel/outcome.ts';
import { highest, isAbove } from '../rules/levels.ts';
import { markingIn } from '../rules/marking.ts';
import * as store from '../store.ts';

export interface TurnedAwayText {
  readonly refused: Refused<'marked-above-accepted' | 'marked-message-above-accepted' | 'marked-file-above-accepted'>;
  /** Which of the texts it is. */
  readonly at: number;
}

/** How it came. `look`: nothing is handed in yet, so nothing is recorded. */
export type Way = 'line' | 'message' | 'form' | 'file' | 'page' | 'look';

/**
 * Null: it may go on. Otherwise it must not: nothing of it is kept, and of the refusal only that there was one, of which
 * level and by which way. Who it was is left out: of somebody who writes in an anonymous review nobody may read when.
 */
export async function turnAway(act: Act, texts: readonly string[], way: Way): Promise<TurnedAwayText | null> {
  const found = texts.map(markingIn);
  const marking = highest(found.flatMap((level) => level ?? []));
  // Most texts bear none, and the database is not asked.
  if (marking === null) return null;
  const { level: acceptedLevel } = await store.findAccepted(act.store, act.workspace);
  if (!isAbove(marking, acceptedLevel)) return null;
  if (way !== 'look') await recordRefusal(act, { marking, accepted: acceptedLevel, way });
  return { refused: inWords(way, { marking, acceptedLevel }), at: found.indexOf(marking) };
}

/** Not in the act itself: whoever sends the corrected form again must not read that it is saved already. */
async function recordRefusal(act: Act, facts: Readonly<Record<string, string>>): Promise<void> {
  const aside: Act = { ...act, person: null, member: null, requestId: null, saving: { ...act.saving } };
  await inTransaction(aside, (tx) =>
    record(tx, aside, {
      kind: 'classification.turned-away',
      subject: { kind: 'workspace', id: act.workspace },
      facts,
    }),
  );
}

function inWords(way: Way, facts: { readonly marking: string; readonly acceptedLevel: string }) {
  if (way === 'message') return refused('marked-message-above-accepted', facts);
  return way === 'file'
    ? refused('marked-file-above-accepted', facts, 'file')
    : refused('marked-above-accepted', facts);
}
