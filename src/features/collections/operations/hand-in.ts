/** A unit hands in: its own committee by a submission, or the department enters what came by file or letter. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { readTable, type UnreadableTable } from '../../../documents/csv.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CollectionId, CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, clockworkViewer } from '../../access/operations.ts';
import { readRows } from '../../imports/rules/read-rows.ts';
import type { ReadList, ReadRow } from '../../imports/types/people.ts';
import { meantBy, participantsByIds } from '../../people/operations/find.ts';
import { isOut, listSubmissions } from '../../submissions/operations/look.ts';
import { outdateDrafts } from '../../submissions/operations/prepare.ts';
import { casesOf } from '../../submissions/rules/parcel.ts';
import type { Submission, SubmissionId } from '../../submissions/types.ts';
import { seeUnit } from '../../units/operations/look.ts';
import type { UnitId } from '../../units/types.ts';
import { checkLetter, type LetterRefusal } from '../rules/hand-in.ts';
import { holdCollection, insertHandIn, type NewEntry } from '../store/change.ts';
import { committeeOf, listCollections } from '../store/look.ts';
import type { Collection, ListedPerson } from '../types.ts';
import { askedOf } from './look.ts';
import { managing, note, notPassedUp, type PassedUp } from './open.ts';

export const maxRows = 500;

/** The lines of a unit's list, with what is wrong in which. Refusals: a text that is no table, hand-in-without-names. */
export function readHandIn(
  act: Pick<Act, 'zone' | 'now'>,
  text: string,
): Outcome<ReadList | null, UnreadableTable | 'hand-in-without-names'> {
  if (text.trim() === '') return done(null);
  const table = readTable(text, maxRows + 20);
  if (!table.ok) return { ...table, field: 'rows' };
  const list = readRows(table.value.rows, { kind: 'as-named' }, dateIn(act.zone, act.now));
  return list ? done(list) : refused('hand-in-without-names', {}, 'rows');
}

export type EnterRefusal =
  | AccessRefusal
  | LetterRefusal
  | PassedUp
  | UnreadableTable
  | 'hand-in-without-names'
  | 'collection-unknown'
  | 'collection-closed'
  | 'hand-in-unit-not-asked'
  | 'handed-in-already'
  | 'unit-unknown';

/**
 * What came by letter, with its list or without, entered by the department; faulty lines are left out. Refusals: access
 * (submission.manage), collection-unknown, collection-closed, collection-passed-up {number}, hand-in-unit-not-asked, handed-in-already {name, date}
 * unless `replaces`, those of the letter (checkLetter) and of the list (readHandIn).
 */
export async function enterHandIn(
  act: Act,
  input: {
    readonly collection: CollectionId;
    readonly unit: UnitId;
    readonly number: string;
    readonly dated: PlainDate;
    readonly rows: string;
    readonly replaces: boolean;
  },
): Promise<Outcome<void, EnterRefusal>> {
  const list = readHandIn(act, input.rows);
  if (!list.ok) return list;
  return managing<void, EnterRefusal>(act, input.collection, async (here, collection) => {
    const seen = await seeUnit(here, { committee: collection.committee, unit: input.unit });
    if (!seen.ok) return seen;
    const free = notPassedUp(collection);
    if (!free.ok) return free;
    const letter = checkLetter(seen.value.unit, input);
    if (!letter.ok) return letter;
    const people = list.value ? await meant(here, collection.committee, list.value.rows.flatMap(linesOf)) : null;
    const way = people ? ('file' as const) : ('letter' as const);
    const standing = canHandIn(collection, input.unit, input.replaces);
    if (!standing.ok) return standing;
    const { unit } = input;
    await insertHandIn(
      here.store,
      { collection: collection.id, unit, way, submission: null, ...letter.value, people },
      { at: act.now, person: act.person },
    );
    await handedIn(here, collection, unit, way, people?.length ?? 0);
    return done();
  });
}

/** The submissions by which this committee can hand in: those that are with their authority, or decided. */
export async function submissionsToHandIn(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<readonly Submission[], AccessRefusal>> {
  const manages = await authorise(act, committee, 'submission.manage');
  if (!manages.ok) return manages;
  const found = await listSubmissions(act, committee);
  return found.ok ? done(found.value.submissions.filter((one) => isOut(one, act.now))) : found;
}

/**
 * The committee of a unit hands in by its own submission: its names as they were frozen go to the unit above, none of
 * its comments. Refusals: access (submission.manage in the unit's own committee), collection-unknown (also when it is not
 * asked any more), submission-unknown.
 */
export async function handInSubmission(
  act: Act,
  input: { readonly committee: CommitteeId; readonly collection: CollectionId; readonly submission: SubmissionId },
): Promise<Outcome<void, AccessRefusal | PassedUp | 'collection-unknown' | 'submission-unknown'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const own = await submissionsToHandIn(here, input.committee);
    if (!own.ok) return own;
    if (!own.value.some(({ id }) => id === input.submission)) return refused('submission-unknown');
    await holdCollection(tx, input.collection);
    const asked = (await askedOf(here, [input.committee])).some(({ id }) => id === input.collection);
    const above = asked ? await committeeOf(tx, input.collection) : null;
    if (!above) return refused('collection-unknown');
    // Everybody in the parcel counts, also those whose case is closed to whoever hands it in.
    const clockwork = { ...here, member: null, person: null };
    const [collection] = await listCollections(tx, clockworkViewer(clockwork, above), [input.collection]);
    const whole = await listSubmissions(clockwork, input.committee);
    const parcel = whole.ok ? whole.value.submissions.find(({ id }) => id === input.submission) : null;
    const unit = collection?.units.find(({ committee }) => committee === input.committee)?.unit;
    if (!collection || !parcel || !unit) return refused('collection-unknown');
    const free = notPassedUp(collection);
    if (!free.ok) return free;
    const people = await namesOf(clockwork, input.committee, parcel);
    await insertHandIn(
      tx,
      {
        ...{ collection: collection.id, unit, way: 'submission', submission: parcel.id, people },
        ...{ number: parcel.letter, dated: null },
      },
      { at: act.now, person: act.person },
    );
    await handedIn(here, collection, unit, 'submission', people.length);
    await record(tx, here, {
      kind: 'collections.given',
      committee: input.committee,
      subject: { kind: 'submission', id: parcel.id },
      facts: { number: parcel.number },
    });
    return done();
  });
}

/** As the frozen list has them, with the birth month and sex of the register: the numbers need them. */
async function namesOf(act: Act, committee: CommitteeId, parcel: Submission): Promise<readonly NewEntry[]> {
  const people = await participantsByIds(act, committee, casesOf(parcel.seats));
  const known = new Map(people.map((person) => [person.id, person]));
  return parcel.seats.flatMap(({ id: seat, person, namesakes, shown, positionTitle }) => {
    if (!shown) return [];
    const { birthMonth = null, sex = null } = (person && known.get(person)) ?? {};
    const line = { fullName: shown.fullName, birthMonth, sex, post: shown.post, position: positionTitle };
    return [{ ...line, person, namesakes, seat }];
  });
}

/** One line for each position that somebody is put forward for. */
function linesOf({ fullName, birthMonth, sex, partyPost, statePost, entries }: ReadRow): readonly ListedPerson[] {
  const line = { fullName, birthMonth, sex, post: partyPost ?? statePost };
  return entries.length === 0
    ? [{ ...line, position: null }]
    : entries.map(({ position }) => ({ ...line, position: position || null }));
}

/** Each line with who of the register it means, where that is known. */
async function meant(act: Act, committee: CommitteeId, lines: readonly ListedPerson[]): Promise<readonly NewEntry[]> {
  const found = await meantBy(act, committee, lines);
  return lines.map((line, at) => ({ ...line, seat: null, ...(found[at] ?? { person: null, namesakes: [] }) }));
}

function canHandIn(
  collection: Collection,
  unit: UnitId,
  replaces: boolean,
): Outcome<void, 'hand-in-unit-not-asked' | 'handed-in-already'> {
  const asked = collection.units.find((one) => one.unit === unit);
  if (!asked) return refused('hand-in-unit-not-asked');
  if (!asked.handIn || replaces) return done();
  return refused('handed-in-already', { name: asked.name, date: asked.handIn.recordedAt }, 'replaces');
}

async function handedIn(here: Act, collection: Collection, unit: UnitId, way: string, names: number): Promise<void> {
  await refresh(here.store, here, { kind: 'collections.asked', ids: { collection: collection.id } });
  await outdateDrafts(here, collection.id);
  await note(here, collection, 'handed-in', { unit, way, names });
}
