/** What a sitting needs of its conference: who is summoned and sent, the agenda, its state, and calling it again. */
import type { Act } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../kernel/ids.ts';
import type { Eyes, Viewer } from '../../access/types.ts';
import { repliesFor } from '../rules/life.ts';
import * as conferences from '../store/conferences.ts';
import * as drafts from '../store/drafts.ts';
import * as replies from '../store/replies.ts';
import * as rows from '../store/sitting.ts';
import type { Conference, ConferenceState, RecusedFrom, Reply, Revision, Summoned } from '../types.ts';
import { summonedStill } from './look.ts';

export interface Called {
  readonly summoned: readonly Summoned[];
  /** Everybody's answers that hold: for counting and for the minutes, not for showing to everybody. */
  readonly replies: readonly Reply[];
}

/** The list at the revision in force. The caller has authorised. */
export async function calledTo(
  act: Act,
  viewer: Viewer,
  conference: ConferenceId,
  revision: Revision,
): Promise<Called> {
  const summoned = await summonedStill(act, viewer, conference, revision);
  const all = await replies.listReplies(act.store, viewer, [conference], null);
  return { summoned, replies: repliesFor(revision, all.get(conference) ?? [], summoned) };
}

/** The agenda by its rows, also what is closed to the acting person: it is copied, never shown. */
export async function wholeAgenda(act: Act, viewer: Viewer, conference: ConferenceId, revision: number) {
  return rows.wholeAgenda(act.store, viewer, conference, revision);
}

/** What the viewer may read of typed lines and lists: one answer for the agenda, the sitting and the minutes. */
export interface Reading {
  isTextOpen(text: string | null): boolean;
  isListOpen(list: string | null): boolean;
}

export async function readingOf(act: Act, viewer: Viewer, lists: readonly string[]): Promise<Reading> {
  const hidden = await conferences.hiddenNames(act.store, viewer);
  const closed = await conferences.listsClosedTo(act.store, viewer, lists);
  return {
    isTextOpen: (text) => !conferences.isClosed(text, hidden),
    isListOpen: (list) => list === null || !closed.has(list),
  };
}

/** Whose cases a text names: for the event and the cards about it. */
export async function nomineesNamed(act: Act, viewer: Viewer, texts: readonly string[]): Promise<readonly PersonId[]> {
  return rows.nomineesNamed(act.store, viewer, texts);
}

export async function nomineesOnLists(act: Act, lists: readonly string[]) {
  return rows.nomineesOnLists(act.store, lists);
}

/** Who is recused from whom: for who stays out of an item and who leads it, never shown from here. */
export async function recusedIn(act: Act, viewer: Viewer): Promise<readonly RecusedFrom[]> {
  return rows.recusalsIn(act.store, viewer);
}

/** The conference is opened or concluded; false when somebody changed it at the same moment. */
export async function setConferenceState(
  act: Act,
  viewer: Viewer,
  conference: Conference,
  state: ConferenceState,
): Promise<boolean> {
  return drafts.changeConference(act.store, viewer, conference, { state });
}

/** Conferences of which a person may see what is in force, and that begin between these moments: the earliest first. */
export async function conferencesBetween(
  act: Act,
  viewer: Viewer,
  from: Date,
  until: Date,
  states: readonly ConferenceState[] = ['scheduled', 'opened'],
): Promise<readonly { readonly conference: Conference; readonly revision: Revision }[]> {
  const found = await conferences.listConferences(act.store, viewer, from);
  return found.flatMap(({ conference, revisions }) => {
    const revision = revisions.find((one) => one.number === conference.revision);
    const isOn = states.includes(conference.state);
    return revision && isOn && revision.startsAt >= from && revision.startsAt <= until
      ? [{ conference, revision }]
      : [];
  });
}

/** What is in force of these, as far as the viewer may see it; by their ids. */
export async function conferencesById(
  act: Act,
  eyes: Eyes,
  ids: readonly ConferenceId[],
): Promise<ReadonlyMap<string, Revision>> {
  const found = ids.length === 0 ? [] : await conferences.findConferences(act.store, eyes, ids);
  return new Map(
    found.flatMap(({ conference, revisions }) => {
      const revision = revisions.find((one) => one.number === conference.revision);
      return revision ? [[conference.id as string, revision] as const] : [];
    }),
  );
}
