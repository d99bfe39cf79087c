/** A collection is opened, taken back within its minute, and closed. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type CollectionId, type CommitteeId, type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { clerksOf } from '../../committees/operations/look.ts';
import { cancelDeadline, type DeadlineRefusal, setDeadline } from '../../deadlines/operations/set.ts';
import { seeUnits } from '../../units/operations/look.ts';
import { childrenOn, lastSpell, spellOn } from '../../units/rules/tree.ts';
import type { Unit } from '../../units/types.ts';
import { textMax } from '../rules/hand-in.ts';
import { closeCollection as close, holdCollection, insertCollection } from '../store/change.ts';
import { type Collection, collectionSubject } from '../types.ts';
import { seeCollection } from './look.ts';

const holdMs = 60_000;

export type OpenRefusal = AccessRefusal | 'collection-without-unit' | 'collection-without-children';

export interface ToAsk {
  readonly unit: Unit;
  readonly name: string;
  readonly children: readonly (Pick<Unit, 'committee' | 'committeeName'> & {
    readonly unit: Unit;
    readonly name: string;
  })[];
}

/** Whom a new collection would ask: what stands under the committee's own unit today. */
export async function unitsToAsk(act: Act, committee: CommitteeId): Promise<Outcome<ToAsk, OpenRefusal>> {
  const viewer = await authorise(act, committee, 'submission.manage');
  if (!viewer.ok) return viewer;
  const seen = await seeUnits(act, committee);
  if (!seen.ok) return seen;
  const { units } = seen.value;
  const today = dateIn(act.zone, act.now);
  const unit = units.find((one) => one.committee === committee && spellOn(one, today));
  if (!unit) return refused('collection-without-unit');
  const nameOf = (one: Unit) => (spellOn(one, today) ?? lastSpell(one)).name;
  const children = childrenOn(units, unit.id, today).map((child) => ({
    ...{ unit: child, name: nameOf(child), committee: child.committee, committeeName: child.committeeName },
  }));
  const name = nameOf(unit);
  return children.length === 0 ? refused('collection-without-children', { name }) : done({ unit, name, children });
}

/**
 * Asks every unit under the committee's own: those with a committee get a card after a minute, the others are listed for
 * a letter. Refusals: those of unitsToAsk, collection-title-missing, collection-text-too-long {max}, those of the date.
 */
export async function openCollection(
  act: Act,
  input: { readonly committee: CommitteeId; readonly title: string; readonly date: PlainDate },
): Promise<
  Outcome<CollectionId, OpenRefusal | DeadlineRefusal | 'collection-title-missing' | 'collection-text-too-long'>
> {
  const title = input.title.normalize('NFC').trim();
  if (title === '') return refused('collection-title-missing', {}, 'title');
  if (title.length > textMax) return refused('collection-text-too-long', { max: textMax }, 'title');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'submission.manage');
    if (!viewer.ok) return viewer;
    const asked = await unitsToAsk(here, input.committee);
    if (!asked.ok) return asked;
    const { unit, children } = asked.value;
    const [batch, heldUntil] = [newId<Id<'batch'>>() as string, new Date(act.now.getTime() + holdMs)];
    const units = children.map((child) => ({ unit: child.unit.id, name: child.name, committee: child.committee }));
    const { id, number } = await insertCollection(
      tx,
      viewer.value,
      { unit: unit.id, title, statedDate: input.date, batch, heldUntil, units },
      act.now,
    );
    const subject = { kind: collectionSubject, id };
    const stated = { date: input.date, time: null };
    const set = await setDeadline(here, { committee: input.committee, subject, ladder: 'date', stated });
    if (!set.ok) return set;
    const clerks = await clerksOf(
      here,
      units.flatMap(({ committee }) => committee ?? []),
    );
    await sendAll(
      tx,
      here,
      [...clerks].flatMap(([committee, people]) =>
        people.map((person) => ({
          ...{
            kind: 'collections.asked',
            ids: { collection: id, committee },
            to: { person },
            committee: input.committee,
          },
          ...{ batch, holdUntil: heldUntil, key: `collections.asked:${id}:${person}:${committee}` },
        })),
      ),
    );
    await note(here, { id, committee: input.committee }, 'opened', {
      number,
      units: units.length,
      title: hashOf(title),
    });
    return done(id);
  });
}

/** Within its minute nobody was told: closed as if it had not been. Refuses undo-too-late {seconds}. */
export async function undoOpening(
  act: Act,
  id: CollectionId,
): Promise<Outcome<void, AccessRefusal | 'collection-unknown' | 'collection-closed' | 'undo-too-late'>> {
  return managing(act, id, async (here, collection) => {
    const { held, units } = collection;
    const isEarly = held !== null && held.until > act.now;
    const hasCards = units.some(({ committee }) => committee !== null);
    const isStopped = isEarly && (await cancelBatch(here.store, here, held.batch, { collection: id }));
    if (!isEarly || (hasCards && !isStopped)) return refused('undo-too-late', { seconds: holdMs / 1000 });
    await closing(here, collection);
    return done();
  });
}

/** Nobody is reminded any more; what was handed in stays. */
export async function closeCollection(
  act: Act,
  id: CollectionId,
): Promise<Outcome<void, AccessRefusal | 'collection-unknown' | 'collection-closed'>> {
  return managing(act, id, async (here, collection) => {
    await closing(here, collection);
    await refresh(here.store, here, { kind: 'collections.asked', ids: { collection: id } });
    return done();
  });
}

async function closing(here: Act, collection: Collection): Promise<void> {
  const { id } = collection;
  await close(here.store, id, here.now);
  await cancelDeadline(here, { kind: collectionSubject, id });
  await note(here, collection, 'closed', {});
}

/** For whoever manages submissions of the committee that asks; held until the end. */
export async function managing<T, R extends string>(
  act: Act,
  id: CollectionId,
  work: (here: Act, collection: Collection) => Promise<Outcome<T, R>>,
  when: 'open' | 'always' = 'open',
): Promise<Outcome<T, R | AccessRefusal | 'collection-unknown' | 'collection-closed'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await holdCollection(tx, id);
    const seen = await seeCollection(here, id);
    if (!seen.ok) return seen;
    const viewer = await authorise(here, seen.value.collection.committee, 'submission.manage');
    if (!viewer.ok) return viewer;
    if (seen.value.collection.closedAt && when === 'open') return refused('collection-closed');
    return work(here, seen.value.collection);
  });
}

export type PassedUp = 'collection-passed-up';

/** Refuses collection-passed-up {number}: what was handed in lies before the authority; it is taken back there first. */
export function notPassedUp({ parcel }: Pick<Collection, 'parcel'>): Outcome<void, PassedUp> {
  if (!parcel || parcel.state === 'draft') return done();
  return refused('collection-passed-up', { number: parcel.number });
}

export async function note(
  act: Act,
  collection: Pick<Collection, 'id' | 'committee'>,
  what: string,
  facts: Parameters<typeof record>[2]['facts'],
  nominees: readonly PersonId[] = [],
): Promise<void> {
  const { id, committee } = collection;
  await record(act.store, act, {
    kind: `collections.${what}`,
    committee,
    subject: { kind: collectionSubject, id },
    facts,
    nominees,
  });
}
