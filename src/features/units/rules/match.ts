/** What the tree says of a unit's name that somebody typed: also names that were, and units that are no more. */
import type { PlainDate } from '../../../kernel/time.ts';
import type { Unit, UnitAdvice } from '../types.ts';
import { foldUnit, lastSpell, spellOn } from './tree.ts';

/** In the order typed. Nothing at all while there is no tree. */
export function adviseNames(units: readonly Unit[], names: readonly string[], today: PlainDate): readonly UnitAdvice[] {
  if (units.length === 0) return [];
  const byName = new Map<string, Set<Unit>>();
  for (const unit of units) {
    for (const { name } of unit.spells) byName.set(foldUnit(name), (byName.get(foldUnit(name)) ?? new Set()).add(unit));
  }
  return names.map((typed) => adviseOn(units, [...(byName.get(foldUnit(typed)) ?? [])], typed, today));
}

/** One that has the name today goes before those that had it. */
function adviseOn(units: readonly Unit[], found: readonly Unit[], typed: string, today: PlainDate): UnitAdvice {
  const now = found.filter((unit) => foldUnit(spellOn(unit, today)?.name ?? '') === foldUnit(typed));
  if (now.length > 0) return { typed, kind: now.length === 1 ? 'known' : 'ambiguous' };
  const [unit, ...more] = found;
  if (!unit) return { typed, kind: 'unknown' };
  if (more.length > 0) return { typed, kind: 'ambiguous' };
  if (unit.end && unit.end.on <= today) {
    const { on: since, into } = unit.end;
    const heir = into === null ? null : livingHeir(units, into, today);
    return heir === null ? { typed, kind: 'dissolved', since } : { typed, kind: 'merged', since, now: heir };
  }
  const renamed = unit.spells.findLast(({ from }) => from !== null && from <= today);
  // A name of a time to come is no old one.
  if (!renamed?.from || foldUnit(renamed.name) === foldUnit(typed)) return { typed, kind: 'known' };
  return { typed, kind: 'renamed', since: sinceNamed(unit, renamed.name, today), now: renamed.name };
}

/** What it became part of may have become part of another since; null: that is no more either. */
function livingHeir(units: readonly Unit[], into: string, today: PlainDate): string | null {
  let at: string | null = into;
  for (let steps = 0; at !== null && steps <= units.length; steps += 1) {
    const heir = units.find(({ id }) => id === at);
    if (!heir) return null;
    if (heir.end === null || heir.end.on > today) return (spellOn(heir, today) ?? lastSpell(heir)).name;
    at = heir.end.into;
  }
  return null;
}

/** The day on which the present name began: a move under another unit since then changed no name. */
function sinceNamed(unit: Unit, name: string, today: PlainDate): PlainDate {
  const past = unit.spells.filter(({ from }) => from === null || from <= today);
  const before = past.findLastIndex((spell) => spell.name !== name);
  return past[before + 1]?.from ?? today;
}
