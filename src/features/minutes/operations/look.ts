/** The minutes as one person may read them: nothing of an item that is closed to them, nor of who was out of it. */
import type { Act } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { viewerOf } from '../../access/operations.ts';
import { votesMinuted } from '../../ballots/operations/minuted.ts';
import type { MinutedVote } from '../../ballots/types/count-minutes.ts';
import { readingOf } from '../../conferences/operations/sitting.ts';
import { type SittingSight, seeSitting } from '../../sittings/operations/look.ts';
import * as store from '../store.ts';
import type { Addendum, Correction, Minutes } from '../types.ts';

export interface MinutesSight {
  readonly sitting: SittingSight;
  /** As if nothing had been done with them yet when there is no row. */
  readonly minutes: Minutes;
  readonly mayEdit: boolean;
  /** Everybody's for those who decide, else one's own. */
  readonly corrections: readonly Correction[];
  readonly addenda: readonly Addendum[];
  /** Votes inside the conference, as far as this reader may know of them. */
  readonly votes: readonly MinutedVote[];
}

/**
 * Refuses conference-unknown; minutes-not-yet while the conference goes on, and while the draft is only with those who
 * ran the conference.
 */
export async function seeMinutes(
  act: Act,
  id: ConferenceId,
): Promise<Outcome<MinutesSight, 'conference-unknown' | 'conference-cancelled' | 'minutes-not-yet'>> {
  const seen = await seeConclusions(act, id);
  if (!seen.ok) return seen;
  const { sitting, mayEdit, minutes } = seen.value;
  const isReadable = mayEdit || isOut(minutes, act.now);
  return sitting.sitting && isReadable ? seen : refused('minutes-not-yet');
}

/** The same for the notice of conclusions, which may be out before the minutes are. */
export async function seeConclusions(
  act: Act,
  id: ConferenceId,
): Promise<Outcome<MinutesSight, 'conference-unknown' | 'conference-cancelled'>> {
  const seen = await seeSitting(act, id);
  if (!seen.ok) return seen;
  const sitting = seen.value;
  const viewer = await viewerOf(act, sitting.committee.id);
  const minutes = (await store.findMinutes(act.store, viewer, id)) ?? nothingYet(id);
  const mayEdit = sitting.mayRun;
  const reading = await readingOf(act, viewer, []);
  const open = new Set<string>(sitting.items.map((item) => item.id));
  const isOpen = (one: { readonly item: string | null }, texts: readonly (string | null)[]) =>
    (one.item === null || open.has(one.item)) && texts.every((text) => reading.isTextOpen(text));
  const corrections = await store.listCorrections(act.store, viewer, id, mayEdit ? null : act.person);
  const addenda = await store.listAddenda(act.store, viewer, id);
  return done({
    ...{ sitting, minutes, mayEdit },
    corrections: corrections.filter((one) => isOpen(one, [one.before, one.after, one.reason])),
    addenda: addenda.filter((one) => isOpen(one, [one.text])),
    votes: await votesMinuted(act, viewer, id),
  });
}

function nothingYet(conference: ConferenceId): Minutes {
  return {
    ...{ conference, state: 'draft', heldUntil: null, batch: null },
    ...{ chairBy: null, chairAt: null, secretaryBy: null, secretaryAt: null, paper: null, confirmedAt: null },
  };
}

/** While the minute of undo runs nothing has happened for those it is sent to. */
function isOut(minutes: Minutes, now: Date): boolean {
  if (minutes.state === 'draft') return false;
  return minutes.state === 'confirmed' || minutes.heldUntil === null || minutes.heldUntil <= now;
}
