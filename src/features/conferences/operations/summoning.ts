/** Summoning many at once: the members, units, those of an earlier conference, a pasted list. All of it goes into the draft. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { writeCsv } from '../../../documents/csv.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { findRead, type ReadPeople, readPeople, takeRead } from '../../imports/operations/participants.ts';
import type { ImportPreviewId, PersonChange } from '../../imports/types/people.ts';
import { peopleOfUnits, unitsOfRegister } from '../../people/operations/find.ts';
import { importPeople } from '../../people/operations/import.ts';
import type { ClosedRefusal } from '../rules/life.ts';
import * as conferences from '../store/conferences.ts';
import * as summons from '../store/summons.ts';
import type { NewSummons, Revision } from '../types.ts';
import { beginDraft, newSummons, note, type Open, openForChange, type StaleRefusal } from './draft.ts';
import { findSeen } from './look.ts';
import { type PreparedChange, prepareChange } from './prepare.ts';

export interface Sources {
  readonly members: boolean;
  readonly units: readonly string[];
  /** With the posts and standings of then. */
  readonly earlier: ConferenceId | null;
}

export interface PreparedSources extends PreparedChange {
  readonly units: readonly { readonly unit: string; readonly count: number }[];
  /** Announced ones of the committee, the newest first. */
  readonly earlier: readonly Revision[];
  readonly earlierIds: readonly ConferenceId[];
}

const earlierShown = 50;

export async function prepareSources(
  act: Act,
  id: ConferenceId,
): Promise<Outcome<PreparedSources, AccessRefusal | ClosedRefusal>> {
  const prepared = await prepareChange(act, id);
  const found = prepared.ok ? await findSeen(act, id) : prepared;
  if (!prepared.ok) return prepared;
  if (!found.ok) return found;
  const { committee } = prepared.value;
  const past = await conferences.listAnnounced(act.store, found.value.viewer, earlierShown);
  const others = past.filter(({ conference }) => conference.id !== id);
  return done({
    ...prepared.value,
    units: await unitsOfRegister(act, committee.id),
    earlier: others.map(({ revision }) => revision),
    earlierIds: others.map(({ conference }) => conference.id),
  });
}

type ManyRefusal = AccessRefusal | StaleRefusal | 'nobody-to-summon';

/** `counts` false: as guests, in no denominator. A member without a vote is not counted either way. */
export async function summonFrom(
  act: Act,
  input: {
    readonly conference: ConferenceId;
    readonly version: number;
    readonly sources: Sources;
    readonly counts: boolean;
  },
): Promise<Outcome<{ readonly added: number }, ManyRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const open = await openForChange(here, input.conference, input.version);
    if (!open.ok) return open;
    const { committee } = open.value;
    const { members, units, earlier } = input.sources;
    const persons = [
      ...(members ? (await membersOf(here, committee.id)).map(({ person }) => person) : []),
      ...(await peopleOfUnits(here, committee.id, units)),
    ];
    const asThen = earlier === null ? [] : await thoseOf(here, earlier);
    const chosen = input.counts ? { add: persons, guests: [] } : { add: [], guests: persons };
    const fresh = await newSummons(here, committee, chosen);
    return putOnList(here, open.value, [...asThen, ...fresh]);
  });
}

export interface PastedSeen extends ReadPeople {
  readonly version: number;
}

/**
 * Reads a pasted list: who of it is known, who would be new in the register, which lines cannot be read. Nothing is
 * stored but what was read, for an hour. Refusals beside those of a change: what is no table, import-without-names.
 */
export async function readSummonsList(
  act: Act,
  input: { readonly conference: ConferenceId; readonly text: string },
): Promise<Outcome<PastedSeen>> {
  const prepared = await prepareChange(act, input.conference);
  const found = prepared.ok ? await findSeen(act, input.conference) : prepared;
  if (!prepared.ok) return prepared;
  if (!found.ok) return found;
  const read = await readPeople(act, found.value.viewer, input.text);
  if (!read.ok) return { ...read, field: 'rows' };
  return done({ ...read.value, version: prepared.value.conference.version });
}

/** Another page of what was read. */
export async function seeSummonsList(
  act: Act,
  input: { readonly conference: ConferenceId; readonly preview: ImportPreviewId },
): Promise<Outcome<PastedSeen>> {
  const prepared = await prepareChange(act, input.conference);
  const found = prepared.ok ? await findSeen(act, input.conference) : prepared;
  if (!prepared.ok) return prepared;
  if (!found.ok) return found;
  const read = await findRead(act, found.value.viewer, input.preview);
  return read ? done({ ...read, version: prepared.value.conference.version }) : refused('import-gone');
}

/**
 * Puts everybody of the list on the draft with the posts of the list; who is new comes into the register (people.edit).
 * Confirming twice is import-gone.
 */
export async function summonPasted(
  act: Act,
  input: {
    readonly conference: ConferenceId;
    readonly version: number;
    readonly preview: ImportPreviewId;
    readonly counts: boolean;
  },
): Promise<Outcome<{ readonly added: number }, ManyRefusal | 'import-gone'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const open = await openForChange(here, input.conference, input.version);
    if (!open.ok) return open;
    const { viewer, committee } = open.value;
    const read = await takeRead(here, viewer, input.preview);
    if (!read) return refused('import-gone');
    const { changes } = read.matched;
    const unknown = changes.filter(({ kind }) => kind === 'new');
    const added = await importPeople(here, {
      committee: committee.id,
      people: unknown.map(({ form }) => ({ person: null, form, disciplines: [] })),
    });
    if (!added.ok && unknown.length > 0) return added;
    const newIds = new Map(unknown.map((change, index) => [change, added.ok ? added.value[index] : undefined]));
    const persons = changes.flatMap((change) => personOf(change, newIds) ?? []);
    const chosen = input.counts ? { add: persons, guests: [] } : { add: [], guests: persons };
    const posts = new Map(changes.map((change) => [personOf(change, newIds), postOf(change)]));
    const fresh = await newSummons(here, committee, chosen);
    const withPosts = fresh.map((one) => ({ ...one, post: posts.get(one.person) ?? one.post }));
    return putOnList(here, open.value, withPosts);
  });
}

/** To be pasted into a spreadsheet or saved as a file: without the mark that only a file needs. */
export function lettersTable(rows: readonly (readonly string[])[]): string {
  return writeCsv(rows).replace('\uFEFF', '');
}

function personOf(change: PersonChange, added: ReadonlyMap<PersonChange, PersonId | undefined>): PersonId | undefined {
  return change.kind === 'new' ? added.get(change) : change.person.id;
}

function postOf({ row }: PersonChange): string | null {
  return [row.partyPost, row.statePost].filter(Boolean).join(', ') || null;
}

async function thoseOf(act: Act, id: ConferenceId): Promise<readonly NewSummons[]> {
  const found = await findSeen(act, id);
  if (!found.ok || !found.value.maySchedule || !found.value.revision) return [];
  return summons.listSummoned(act.store, found.value.viewer, id, found.value.revision.number);
}

/** Whoever stands in several sources is summoned once, as the first says. */
async function putOnList(
  act: Act,
  open: Open,
  people: readonly NewSummons[],
): Promise<Outcome<{ readonly added: number }, 'nobody-to-summon'>> {
  const { conference, committee, viewer, number, draft, current } = open;
  const once = new Map([...people].reverse().map((one) => [one.person, one]));
  if (once.size === 0) return refused('nobody-to-summon');
  await beginDraft(act, open);
  const from = draft?.number ?? current?.number ?? number;
  const before = new Set((await summons.listSummoned(act.store, viewer, conference.id, from)).map((one) => one.person));
  await summons.summon(act.store, conference.id, number, [...once.values()]);
  const added = [...once.keys()].filter((person) => !before.has(person)).length;
  await note(act.store, act, committee.id, conference.id, 'conferences.draft-changed', { revision: number, added });
  return done({ added });
}
