/** The units' lists become one submission: what is lacking, what the department settles, and the parcel itself. */
import { hashOf } from '../../../audit/record.ts';
import type { Act } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import type { CollectionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, clockworkViewer } from '../../access/operations.ts';
import { meantBy } from '../../people/operations/find.ts';
import {
  type Address,
  type AddressRefusal,
  outdateDrafts,
  prepareMerged,
} from '../../submissions/operations/prepare.ts';
import type { SubmissionId } from '../../submissions/types.ts';
import type { UnitId } from '../../units/types.ts';
import { canStandTogether, lackingFor, onSeveralLists, seatsFor, type Twice } from '../rules/gather.ts';
import { textMax } from '../rules/hand-in.ts';
import { goWithout as leaveOut, linkEntries, settleEntries } from '../store/change.ts';
import { listCollections } from '../store/look.ts';
import type { Collection, Settlement } from '../types.ts';
import { managing, note, notPassedUp, type PassedUp } from './open.ts';

export type GatherRefusal = AccessRefusal | PassedUp | 'collection-unknown' | 'collection-closed';

/**
 * A name on the lists of several units: stands once for all of them, or for each, with the reason. `entry`: one of its
 * lines. Refusals: twice-unknown, twice-word-missing, twice-positions-differ, collection-text-too-long {max},
 * collection-passed-up {number}, access (submission.manage).
 */
export async function settleTwice(
  act: Act,
  input: {
    readonly collection: CollectionId;
    readonly entry: string;
    readonly as: Settlement;
    readonly word: string | null;
  },
): Promise<
  Outcome<
    void,
    GatherRefusal | 'twice-unknown' | 'twice-word-missing' | 'twice-positions-differ' | 'collection-text-too-long'
  >
> {
  const word = input.word?.normalize('NFC').trim() || null;
  if (input.as === 'apart' && word === null) return refused('twice-word-missing', {}, 'word');
  if ((word?.length ?? 0) > textMax) return refused('collection-text-too-long', { max: textMax }, 'word');
  return gathering(act, input.collection, async (here, collection) => {
    const found = twiceOf(collection, input.entry);
    if (!found) return refused('twice-unknown');
    if (input.as === 'together' && !canStandTogether(found)) return refused('twice-positions-differ', {}, 'as');
    await settleEntries(
      here.store,
      found.entries.map(({ id }) => id),
      { as: input.as, word, at: act.now, by: act.person },
    );
    const nominees = found.entries.flatMap(({ person, namesakes }) => person ?? namesakes);
    await note(here, collection, 'twice-settled', { as: input.as, word: word ? hashOf(word) : null }, nominees);
    return done();
  });
}

/** The name on several lists that this line belongs to, as far as the viewer of the collection sees it. */
export function twiceOf(collection: Pick<Collection, 'units'>, entry: string): Twice | null {
  return onSeveralLists(collection).find(({ entries }) => entries.some(({ id }) => id === entry)) ?? null;
}

/** Nobody waits for this unit's list any more; it may still hand in. Refusals: without-word-missing, and as settleTwice. */
export async function goWithout(
  act: Act,
  input: { readonly collection: CollectionId; readonly unit: UnitId; readonly word: string },
): Promise<
  Outcome<void, GatherRefusal | 'without-word-missing' | 'collection-text-too-long' | 'hand-in-unit-not-asked'>
> {
  const word = input.word.normalize('NFC').trim();
  if (word === '') return refused('without-word-missing', {}, 'word');
  if (word.length > textMax) return refused('collection-text-too-long', { max: textMax }, 'word');
  return gathering(act, input.collection, async (here, collection) => {
    const unit = collection.units.find((one) => one.unit === input.unit);
    if (!unit || unit.handIn?.people) return refused('hand-in-unit-not-asked');
    await leaveOut(here.store, { collection: collection.id, unit: unit.unit }, { word, at: act.now, by: act.person });
    await note(here, collection, 'goes-without', { unit: unit.unit, word: hashOf(word) });
    return done();
  });
}

/**
 * One submission of everything that was handed in, as a draft: every entry of every unit once, also names whose case is
 * closed to whoever prepares it. Refusals: units-incomplete {lacking} (its words are in the view), collection-passed-up
 * {number}, and those of prepareSubmission.
 */
export async function submitCollection(
  act: Act,
  input: Omit<Address, 'committee'> & { readonly collection: CollectionId },
): Promise<Outcome<SubmissionId, GatherRefusal | AddressRefusal | 'units-incomplete'>> {
  return gathering<SubmissionId, AddressRefusal | 'units-incomplete'>(
    act,
    input.collection,
    async (here, collection) => {
      const lacking = lackingFor(collection);
      if (lacking.length > 0) return refused('units-incomplete', { lacking: lacking.map(({ kind }) => kind) });
      const whole = await linked(here, collection);
      return prepareMerged(here, { ...input, committee: collection.committee, seats: seatsFor(whole) });
    },
    'keeps',
  );
}

/** With all eyes; whom the register knows since a list came is known from here on. */
async function linked(here: Act, { id, committee }: Collection): Promise<Collection> {
  const eyes = clockworkViewer({ ...here, member: null, person: null }, committee);
  const [before] = await listCollections(here.store, eyes, [id]);
  const unknown = (before?.units ?? []).flatMap(({ handIn }) => handIn?.people ?? []).filter((one) => !one.person);
  const meant = await meantBy(here, committee, unknown);
  await linkEntries(
    here.store,
    unknown.map(({ id: entry }, at) => ({ id: entry, ...(meant[at] ?? { person: null, namesakes: [] }) })),
  );
  const [after] = await listCollections(here.store, eyes, [id]);
  if (!after) throw new Bug('a collection does not go');
  return after;
}

/** `keeps`: nothing of the lists changes, so that a draft of them stays good. */
async function gathering<T, R extends string>(
  act: Act,
  id: CollectionId,
  work: (here: Act, collection: Collection) => Promise<Outcome<T, R>>,
  what: 'changes' | 'keeps' = 'changes',
): Promise<Outcome<T, R | GatherRefusal>> {
  return managing<T, R | PassedUp>(
    act,
    id,
    async (here, collection) => {
      const free = notPassedUp(collection);
      if (!free.ok) return free;
      const worked = await work(here, collection);
      if (worked.ok && what === 'changes') await outdateDrafts(here, collection.id);
      return worked;
    },
    'always',
  );
}
