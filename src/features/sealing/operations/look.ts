/** What a box looks like to somebody: its key-holders and its state; while it is open never who has sent a paper. */
import type { Act } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { clockworkViewer, viewerOf } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { leftOf } from '../../committees/operations/standing.ts';
import * as boxes from '../store/boxes.ts';
import * as urn from '../store/urn.ts';
import type { Box, BoxId, BoxState, BoxSubject, KeyHeld, Keyholder, KeysTaken, SealedSubject } from '../types.ts';

/** A box in the hands of one of its three key-holders. */
export interface HeldBox {
  readonly box: Box;
  readonly holders: readonly Keyholder[];
  readonly own: Keyholder;
  /** Its papers are being read by some instance. */
  readonly isReading: boolean;
  /** A reading ended before its end, and nobody has begun another. */
  readonly wasCutOff: boolean;
}

/** Refusal: not-a-keyholder, also for a box of another committee or workspace. */
export async function heldBox(act: Act, id: BoxId): Promise<Outcome<HeldBox, 'not-a-keyholder'>> {
  const committee = await boxes.committeeOfBox(act.store, id);
  if (!committee || !act.person) return refused('not-a-keyholder');
  const box = await boxes.findBox(act.store, await viewerOf(act, committee), id);
  const holders = box ? await boxes.keyholdersOf(act.store, id) : [];
  const own = holders.find(({ person }) => person === act.person);
  if (!box || !own) return refused('not-a-keyholder');
  const isReading = box.reading.until !== null && box.reading.until > act.now;
  return done({ box, holders, own, isReading, wasCutOff: !isReading && box.reading.inAll > 0 });
}

export interface SeenBox {
  readonly box: Box;
  readonly holders: readonly Keyholder[];
  /** Of those who have no key yet: they have left the committee and can take none any more. */
  readonly missing: readonly Keyholder[];
}

/** For the feature it belongs to, whose viewer may see the subject. */
export async function boxOf(act: Act, viewer: Viewer, subject: BoxSubject): Promise<SeenBox | null> {
  const box = await boxes.findBoxOf(act.store, viewer, subject);
  if (!box) return null;
  const holders = await boxes.keyholdersOf(act.store, box.id);
  const waiting = box.state === 'prepared' ? holders.filter(({ hasTaken }) => !hasTaken) : [];
  const left = await leftOf(
    act,
    box.committee,
    waiting.map(({ person }) => person),
  );
  return { box, holders, missing: waiting.filter(({ person }) => left.has(person)) };
}

/** Whether the acting person has sent their own paper; a subject that does not ask them is not in the answer. */
export async function ownPapers(
  act: Act,
  person: PersonId,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  return ids.length === 0 ? new Map() : urn.ownTicks(act.store, person, kind, ids);
}

/** How far the boxes of these subjects are, by the subject's id, as far as the viewer's committee has them. */
export async function boxStates(
  act: Act,
  viewer: Viewer,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BoxState>> {
  return ids.length === 0 ? new Map() : boxes.statesOf(act.store, viewer, kind, ids);
}

/** How far the keys of these subjects' boxes are, while their holders are being asked. */
export async function keysTaken(
  act: Act,
  viewer: Viewer,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeysTaken>> {
  return ids.length === 0 ? new Map() : boxes.keysTakenOf(act.store, viewer, kind, ids);
}

/** Who holds a key to the papers of these subjects, and since when. For the feature they belong to. */
export async function keysHeld(
  act: Act,
  viewer: Viewer,
  kind: string,
  ids: readonly string[],
): Promise<readonly KeyHeld[]> {
  return ids.length === 0 ? [] : boxes.holdingsOf(act.store, viewer, kind, ids);
}

/** Numbers for deciding (enough to open, everybody has sent). While the box is open they are shown to nobody. */
export async function turnoutOf(act: Act, box: BoxId): Promise<{ electors: number; sent: number }> {
  return urn.turnout(act.store, box);
}

/** Who has sent a paper. Only for numbers that are written down when the papers are opened, and shown to nobody. */
export async function sendersOf(act: Act, box: BoxId): Promise<ReadonlySet<PersonId>> {
  return new Set(await urn.senders(act.store, box));
}

/** Published after the count, sorted, without choices. */
export async function receiptsOf(act: Act, box: BoxId): Promise<readonly string[]> {
  return boxes.receiptsOf(act.store, box);
}

/** The feature that a box belongs to. One that nobody speaks for is a line missing in features.ts. */
export function subjectFor(subjects: readonly SealedSubject[], { subject }: Pick<Box, 'subject'>): SealedSubject {
  const found = subjects.find(({ kind }) => kind === subject.kind);
  if (!found) throw new Bug(`nobody speaks for sealed papers of ${subject.kind}`);
  return found;
}

/** Inside a person's act: for what is decided, not shown. */
export function everythingOf(act: Act, committee: CommitteeId): Viewer {
  return clockworkViewer({ ...act, member: null, person: null }, committee);
}
