/** The tree on a date: who is there, under which name, under whom. */
import { foldName, sortName } from '../../../i18n/names.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Branch, Spell, Unit, UnitId } from '../types.ts';

/** Null: not there yet on that date, or no more. */
export function spellOn(unit: Unit, on: PlainDate): Spell | null {
  if (unit.end !== null && unit.end.on <= on) return null;
  return unit.spells.findLast(({ from }) => from === null || from <= on) ?? null;
}

/** The newest, whenever it begins. */
export function lastSpell(unit: Unit): Spell {
  const last = unit.spells.at(-1);
  if (!last) throw new TypeError('a unit without a spell');
  return last;
}

/** The whole tree of that date, parents before what stands under them, units of one parent by name. */
export function treeOn(units: readonly Unit[], on: PlainDate): readonly Branch[] {
  const there = units.flatMap((unit) => {
    const spell = spellOn(unit, on);
    return spell ? [{ unit, spell }] : [];
  });
  const ids = new Set(there.map(({ unit }) => unit.id));
  const under = new Map<UnitId | null, { unit: Unit; name: string }[]>();
  for (const { unit, spell } of there) {
    const parent = spell.parent && ids.has(spell.parent) ? spell.parent : null;
    under.set(parent, [...(under.get(parent) ?? []), { unit, name: spell.name }]);
  }
  for (const children of under.values()) children.sort((a, b) => byName(a.name, b.name));
  const walk = (parent: UnitId | null, path: readonly string[]): readonly Branch[] =>
    (under.get(parent) ?? []).flatMap(({ unit, name }) => {
      const here = [...path, name];
      return [{ unit, name, depth: path.length, path: here }, ...walk(unit.id, here)];
    });
  return walk(null, []);
}

/** Straight below it on that date, by name. */
export function childrenOn(units: readonly Unit[], parent: UnitId, on: PlainDate): readonly Unit[] {
  return units
    .flatMap((unit) => {
      const spell = spellOn(unit, on);
      return spell?.parent === parent ? [{ unit, name: spell.name }] : [];
    })
    .sort((a, b) => byName(a.name, b.name))
    .map(({ unit }) => unit);
}

/** Names of units are compared without diacritics, capitals and punctuation. */
export function sameName(one: string, other: string): boolean {
  return foldUnit(one) === foldUnit(other);
}

export function foldUnit(name: string): string {
  return foldName(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** As lists of offices stand: from the first word on, numbers by their value. */
function byName(a: string, b: string): number {
  const [one, two] = [orderOf(a), orderOf(b)];
  if (one === two) return a < b ? -1 : a > b ? 1 : 0;
  return one < two ? -1 : 1;
}

function orderOf(name: string): string {
  const words = name.split(' ').map((word) => sortName(word));
  return words.join(' ').replace(/\d+/gu, (digits) => digits.padStart(6, '0'));
}
