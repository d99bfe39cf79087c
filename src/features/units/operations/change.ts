/** The tree is kept: units are added, renamed, moved, merged, dissolved, and taken over from a pasted list. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type CommitteeId, newId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { belowFrom, checkEnd, checkSpell, type EndRefusal, type SpellRefusal } from '../rules/change.ts';
import { parentIdOf, readUnits } from '../rules/read-rows.ts';
import { spellOn } from '../rules/tree.ts';
import * as store from '../store.ts';
import { type ReadUnits, type Spell, type Unit, type UnitEnd, type UnitId, unitSubject } from '../types.ts';

export const pasteMax = 400;

type PasteRefusal = 'units-none' | 'units-too-many';

/** A new unit. Refusals: access (people.edit) and those of the rule (checkSpell). */
export async function addUnit(
  act: Act,
  input: { readonly committee: CommitteeId; readonly spell: Spell },
): Promise<Outcome<UnitId, AccessRefusal | SpellRefusal>> {
  return keeping(act, input.committee, async (here, viewer, units) => {
    const spell = checkSpell(units, null, input.spell);
    if (!spell.ok) return spell;
    const id = newId<UnitId>();
    await store.insertUnits(here.store, viewer, [{ id, ...spell.value }], { at: act.now, person: act.person });
    await note(here, input.committee, id, 'added', { name: hashOf(spell.value.name), parent: spell.value.parent });
    return done(id);
  });
}

/**
 * A new name, a new place, or both, from a day on; on the day of the last change it is corrected instead. Refusals:
 * access, unit-unknown, and those of the rule (checkSpell).
 */
export async function changeUnit(
  act: Act,
  input: {
    readonly committee: CommitteeId;
    readonly unit: UnitId;
    readonly spell: Spell;
    readonly decision: string | null;
  },
): Promise<Outcome<void, AccessRefusal | SpellRefusal | 'unit-unknown'>> {
  return keeping(act, input.committee, async (here, _viewer, units) => {
    const unit = units.find(({ id }) => id === input.unit);
    if (!unit) return refused('unit-unknown');
    const spell = checkSpell(units, unit, input.spell);
    if (!spell.ok) return spell;
    const decision = input.decision?.normalize('NFC').trim().slice(0, 200) || null;
    const by = { at: act.now, person: act.person, decision };
    await store.putSpells(here.store, [{ ...spell.value, unit: unit.id }], by);
    const { name, parent, from } = spell.value;
    await note(here, input.committee, unit.id, 'changed', { name: hashOf(name), parent, from });
    return done();
  });
}

/**
 * Merged into another unit, to which what stands under it goes along, or dissolved. Refusals: access, unit-unknown, and
 * those of the rule (checkEnd). Returns how many units went along.
 */
export async function endUnit(
  act: Act,
  input: { readonly committee: CommitteeId; readonly unit: UnitId; readonly end: UnitEnd },
): Promise<Outcome<number, AccessRefusal | EndRefusal | 'unit-unknown'>> {
  return keeping(act, input.committee, async (here, viewer, units) => {
    const unit = units.find(({ id }) => id === input.unit);
    if (!unit) return refused('unit-unknown');
    const end = checkEnd(units, unit, input.end);
    if (!end.ok) return end;
    const { on, kind, into, decision } = end.value;
    await store.endUnit(here.store, viewer, unit.id, end.value);
    const along = into === null ? [] : belowFrom(units, unit.id, on);
    const by = { at: act.now, person: act.person, decision };
    const moved = along.flatMap((child) => spellsUnder(child, unit.id, into, on));
    await store.putSpells(here.store, moved, by);
    await note(here, input.committee, unit.id, kind, { on, into, along: along.length });
    return done(along.length);
  });
}

/** From that day on, and from a later day on which it would come to stand there. */
function spellsUnder(child: Unit, from: UnitId, into: UnitId | null, on: PlainDate) {
  const now = spellOn(child, on);
  const later = child.spells.filter((spell) => spell.parent === from && (spell.from ?? '') > on);
  return [...(now?.parent === from ? [{ ...now, from: on }] : []), ...later].map(({ name, from: day }) => ({
    ...{ unit: child.id, name, parent: into, from: day },
  }));
}

/** This committee serves that unit; null: none. Its own secretary says so. Refusals: access (committee.manage), unit-unknown, unit-ended, unit-has-committee {name}. */
export async function serveUnit(
  act: Act,
  input: { readonly committee: CommitteeId; readonly unit: UnitId | null },
): Promise<Outcome<void, AccessRefusal | 'unit-unknown' | 'unit-ended' | 'unit-has-committee'>> {
  return keeping(act, input.committee, async (here, viewer, units) => {
    const own = await authorise(here, input.committee, 'committee.manage');
    if (!own.ok) return own;
    const unit = units.find(({ id }) => id === input.unit);
    if (input.unit !== null && !unit) return refused('unit-unknown');
    if (unit?.end) return refused('unit-ended', { on: unit.end.on });
    if (unit?.committee && unit.committee !== input.committee) {
      return refused('unit-has-committee', { name: unit.committeeName });
    }
    await store.setCommittee(here.store, viewer, input.unit);
    if (unit) await note(here, input.committee, unit.id, 'served', {});
    return done();
  });
}

/** What a pasted list would add. Refusals: access (people.edit), units-none, units-too-many {count, max}. */
export async function previewUnits(
  act: Act,
  input: { readonly committee: CommitteeId; readonly text: string },
): Promise<Outcome<ReadUnits, AccessRefusal | PasteRefusal>> {
  const viewer = await authorise(act, input.committee, 'people.edit');
  if (!viewer.ok) return viewer;
  return readAll(await store.listUnits(act.store, viewer.value), input.text);
}

/**
 * Adds what the tree does not have yet, without the faulty lines; the same list again adds nothing. `from`: since when
 * they are there; null: since before the tree was kept. Refusals: those of previewUnits, unit-date-unreadable.
 */
export async function importUnits(
  act: Act,
  input: { readonly committee: CommitteeId; readonly text: string; readonly from: PlainDate | null },
): Promise<Outcome<ReadUnits, AccessRefusal | SpellRefusal | PasteRefusal>> {
  const { from } = input;
  if (from !== null && !isPlainDate(from)) return refused('unit-date-unreadable', {}, 'from');
  return keeping<ReadUnits, PasteRefusal | SpellRefusal>(act, input.committee, async (here, viewer, units) => {
    const read = readAll(units, input.text);
    if (!read.ok) return read;
    const made = new Map<number, UnitId>();
    const grown: Unit[] = [...units];
    const rows: (Spell & { id: UnitId })[] = [];
    for (const { line, name, at } of read.value.fresh) {
      const spell = checkSpell(grown, null, { name, parent: parentIdOf(at, made), from });
      if (!spell.ok) return spell.field === 'from' ? spell : { ...spell, field: 'rows' };
      const id = newId<UnitId>();
      made.set(line, id);
      rows.push({ id, ...spell.value });
      grown.push({ id, committee: null, committeeName: null, spells: [spell.value], end: null });
    }
    await store.insertUnits(here.store, viewer, rows, { at: act.now, person: act.person });
    await note(here, input.committee, input.committee, 'imported', { units: rows.length });
    return done(read.value);
  });
}

function readAll(units: readonly Unit[], text: string): Outcome<ReadUnits, PasteRefusal> {
  const read = readUnits(units, text);
  const count = read.fresh.length + read.known + read.faults.length;
  if (count === 0) return refused('units-none', {}, 'rows');
  return count > pasteMax ? refused('units-too-many', { count, max: pasteMax }, 'rows') : done(read);
}

/** For whoever keeps the register; rules look at the whole tree, which is held until the end. */
async function keeping<T, R extends string>(
  act: Act,
  committee: CommitteeId,
  work: (here: Act, viewer: Viewer, units: readonly Unit[]) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | AccessRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, committee, 'people.edit');
    if (!viewer.ok) return viewer;
    await store.holdTree(tx, viewer.value);
    return work(here, viewer.value, await store.listUnits(tx, viewer.value));
  });
}

async function note(
  act: Act,
  committee: CommitteeId,
  subject: string,
  what: string,
  facts: Parameters<typeof record>[2]['facts'],
): Promise<void> {
  await record(act.store, act, {
    kind: `units.${what}`,
    committee,
    subject: { kind: unitSubject, id: subject },
    facts,
  });
}
