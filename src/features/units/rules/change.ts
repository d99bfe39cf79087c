/** What may become of a unit: a new name or place from a day on, its end, a committee of its own. */
import { tidyName } from '../../../i18n/names.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import type { Spell, Unit, UnitEnd, UnitId } from '../types.ts';
import { childrenOn, lastSpell, sameName, spellOn } from './tree.ts';

export const nameMax = 200;

export type SpellRefusal =
  | 'unit-name-missing'
  | 'unit-text-too-long'
  | 'unit-date-unreadable'
  | 'unit-ended'
  | 'unit-change-too-early'
  | 'unit-parent-not-there'
  | 'unit-parent-ends'
  | 'unit-under-itself'
  | 'unit-name-taken';

/**
 * A spell that `unit` (null: a new one) may have. It begins after the unit's last one, or on the same day: then it takes
 * its place. Refusals: unit-name-missing, unit-text-too-long {max}, unit-date-unreadable, unit-ended {on},
 * unit-change-too-early {since}, unit-parent-not-there {parent}, unit-parent-ends {parent, on}, unit-under-itself
 * {name, parent}: the tree would run in a circle on some day from then on, unit-name-taken {name}: a unit of that name
 * stands at that place.
 */
export function checkSpell(units: readonly Unit[], unit: Unit | null, typed: Spell): Outcome<Spell, SpellRefusal> {
  const spell = { ...typed, name: tidyName(typed.name) };
  const { name, parent, from } = spell;
  if (name === '') return refused('unit-name-missing', {}, 'name');
  if (name.length > nameMax) return refused('unit-text-too-long', { max: nameMax }, 'name');
  if (from !== null && !isPlainDate(from)) return refused('unit-date-unreadable', {}, 'from');
  if (unit?.end) return refused('unit-ended', { on: unit.end.on }, 'from');
  if (unit !== null) {
    const since = lastSpell(unit).from;
    if ((since ?? '') > (from ?? '')) return refused('unit-change-too-early', { since }, 'from');
  }
  const above = parent === null ? null : units.find(({ id }) => id === parent);
  if (above === undefined) return refused('unit-parent-not-there', { parent: '' }, 'parent');
  if (above) {
    if (above.end) return refused('unit-parent-ends', { parent: lastSpell(above).name, on: above.end.on }, 'parent');
    const begins = above.spells[0]?.from ?? null;
    if (begins !== null && (from === null || from < begins)) {
      return refused('unit-parent-not-there', { parent: lastSpell(above).name, since: begins }, 'parent');
    }
    if (unit && isBelowSometime(units, above.id, unit.id, from)) {
      return refused('unit-under-itself', { name, parent: lastSpell(above).name }, 'parent');
    }
  }
  const beside = units.some(
    (other) =>
      other.id !== unit?.id &&
      other.end === null &&
      lastSpell(other).parent === parent &&
      sameName(lastSpell(other).name, name),
  );
  return beside ? refused('unit-name-taken', { name }, 'name') : done(spell);
}

export type EndRefusal =
  | 'unit-date-unreadable'
  | 'unit-text-too-long'
  | 'unit-ended'
  | 'unit-change-too-early'
  | 'unit-into-missing'
  | 'unit-into-itself'
  | 'unit-into-below'
  | 'unit-into-not-there'
  | 'unit-has-children';

/**
 * An end that `unit` may have, after its last spell has begun. Refusals: unit-date-unreadable, unit-text-too-long,
 * unit-ended {on}, unit-change-too-early {since}, unit-into-missing, unit-into-itself {name}, unit-into-below {name,
 * into}: the other stands under it, unit-into-not-there {into}, unit-has-children {count, names}: dissolved with units
 * under it.
 */
export function checkEnd(units: readonly Unit[], unit: Unit, typed: UnitEnd): Outcome<UnitEnd, EndRefusal> {
  const { on, kind } = typed;
  const { name, from: since } = lastSpell(unit);
  const decision = typed.decision ? tidyName(typed.decision) || null : null;
  if (!isPlainDate(on)) return refused('unit-date-unreadable', {}, 'on');
  if ((decision?.length ?? 0) > nameMax) return refused('unit-text-too-long', { max: nameMax }, 'decision');
  if (unit.end) return refused('unit-ended', { on: unit.end.on }, 'on');
  if (since !== null && since >= on) return refused('unit-change-too-early', { since }, 'on');
  if (kind === 'dissolved') {
    const below = belowFrom(units, unit.id, on);
    if (below.length === 0) return done({ on, kind, into: null, decision });
    const names = below.slice(0, 5).map((child) => lastSpell(child).name);
    return refused('unit-has-children', { count: below.length, names }, 'kind');
  }
  const into = units.find(({ id }) => id === typed.into);
  if (!into) return refused('unit-into-missing', {}, 'into');
  const other = lastSpell(into).name;
  if (into.id === unit.id) return refused('unit-into-itself', { name }, 'into');
  if (into.end !== null || spellOn(into, on) === null) return refused('unit-into-not-there', { into: other }, 'into');
  if (isBelowSometime(units, into.id, unit.id, on)) return refused('unit-into-below', { name, into: other }, 'into');
  return done({ on, kind, into: into.id, decision });
}

/** Those that stand under it on that day or will later: with a merger they go along. */
export function belowFrom(units: readonly Unit[], parent: UnitId, on: PlainDate): readonly Unit[] {
  const now = childrenOn(units, parent, on);
  const later = units.filter(
    ({ id, end, spells }) =>
      end === null &&
      !now.some((child) => child.id === id) &&
      spells.some((spell) => spell.parent === parent && (spell.from ?? '') > on),
  );
  return [...now, ...later];
}

/** On some day from `from` on, `unit` is `above` or stands under it. */
function isBelowSometime(units: readonly Unit[], unit: UnitId, above: UnitId, from: PlainDate | null): boolean {
  const start = from ?? '';
  const days = new Set([start, ...units.flatMap(({ spells }) => spells.map((spell) => spell.from ?? ''))]);
  const byId = new Map(units.map((one) => [one.id, one]));
  return [...days].filter((day) => day >= start).some((day) => isBelowOn(byId, unit, above, day));
}

function isBelowOn(byId: ReadonlyMap<UnitId, Unit>, unit: UnitId, above: UnitId, on: PlainDate): boolean {
  let at: UnitId | null = unit;
  for (let steps = 0; at !== null && steps <= byId.size; steps += 1) {
    if (at === above) return true;
    const here = byId.get(at);
    at = (here && spellOn(here, on)?.parent) ?? null;
  }
  return false;
}
