/**
 * Reads a pasted list of units: one a line, and under whom it stands by the indent (spaces, tabs, dashes) or in a second
 * column. Commas belong to names ("kiểm sát án hình sự về kinh tế, chức vụ"), so columns are cut at tabs, ; and | only.
 */
import { tidyName } from '../../../i18n/names.ts';
import type { NewUnit, ReadUnits, Unit, UnitFault, UnitFaultKind, UnitId } from '../types.ts';
import { nameMax } from './change.ts';
import { foldUnit, lastSpell } from './tree.ts';

interface Line {
  readonly line: number;
  readonly name: string;
  /** As named in the second column, or by the indent the line above it; null: at the top. */
  readonly parent: { readonly name: string } | { readonly line: number } | null;
}

const headings = ['don vi', 'ten don vi', 'unit', 'name', 'unit name'];

/** Lines that the tree has are counted, not made again; a faulty line is left out, and what stands under it too. */
export function readUnits(units: readonly Unit[], text: string): ReadUnits {
  const lines = cutLines(text);
  const living = units.filter(({ end }) => end === null);
  const faults: UnitFault[] = [];
  const read = new Map<number, NewUnit['at']>();
  const fresh: NewUnit[] = [];
  let known = 0;
  const fault = (line: Line, kind: UnitFaultKind, hint = '') => {
    faults.push({ line: line.line, typed: line.name.slice(0, 60), kind, hint });
  };
  for (const line of inOrder(lines)) {
    if (line.name === '' || line.name.length > nameMax) {
      fault(line, line.name === '' ? 'no-name' : 'too-long', String(nameMax));
      continue;
    }
    const at = placeOf(line, { lines, living, read });
    if (at.kind === 'fault') {
      fault(line, at.fault, at.hint);
      continue;
    }
    const twin = fresh.find((one) => foldUnit(one.name) === foldUnit(line.name) && isSame(one.at, at));
    if (twin) {
      fault(line, 'same-line', String(twin.line));
      continue;
    }
    const there = living.filter((unit) => isThere(unit, line, at));
    const only = there.find((unit) => there.length === 1 || lastSpell(unit).parent === null);
    if (only === undefined && there.length > 1) {
      fault(line, 'parent-several', line.name);
      continue;
    }
    if (only) {
      known += 1;
      read.set(line.line, { kind: 'unit', unit: only.id });
    } else {
      fresh.push({ line: line.line, name: line.name, at });
      read.set(line.line, { kind: 'line', line: line.line });
    }
  }
  return { fresh, known, faults: faults.sort((a, b) => a.line - b.line) };
}

type Place = NewUnit['at'] | { readonly kind: 'fault'; readonly fault: UnitFaultKind; readonly hint: string };

function placeOf(
  line: Line,
  {
    lines,
    living,
    read,
  }: { lines: readonly Line[]; living: readonly Unit[]; read: ReadonlyMap<number, NewUnit['at']> },
): Place {
  if (line.parent === null) return { kind: 'top' };
  if ('line' in line.parent) {
    const above = line.parent.line;
    return read.get(above) ?? { kind: 'fault', fault: 'parent-faulty', hint: String(above) };
  }
  const { name } = line.parent;
  const inList = lines.filter((other) => foldUnit(other.name) === foldUnit(name));
  const inTree = living.filter((unit) => foldUnit(lastSpell(unit).name) === foldUnit(name));
  const [above] = inList;
  if (above && inList.length === 1) {
    const place = read.get(above.line);
    if (place) return place;
    const isCircle = ancestorsOf(above, lines).has(line.line);
    return { kind: 'fault', fault: isCircle ? 'cycle' : 'parent-faulty', hint: isCircle ? name : String(above.line) };
  }
  if (inList.length > 1 || inTree.length > 1) return { kind: 'fault', fault: 'parent-several', hint: name };
  const [unit] = inTree;
  return unit ? { kind: 'unit', unit: unit.id } : { kind: 'fault', fault: 'parent-unknown', hint: name };
}

/** At the top of a list an existing unit may be named wherever it stands; below, only where it is said to stand. */
function isThere(unit: Unit, line: Line, at: NewUnit['at']): boolean {
  const { name, parent } = lastSpell(unit);
  if (foldUnit(name) !== foldUnit(line.name)) return false;
  if (at.kind === 'top') return true;
  return at.kind === 'unit' && parent === at.unit;
}

function isSame(one: NewUnit['at'], other: NewUnit['at']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Parents first, else as typed; a circle is left as it is. */
function inOrder(lines: readonly Line[]): readonly Line[] {
  const ordered: Line[] = [];
  const seen = new Set<number>();
  const visit = (line: Line, path: ReadonlySet<number>) => {
    if (seen.has(line.line) || path.has(line.line)) return;
    const above = aboveOf(line, lines);
    if (above) visit(above, new Set([...path, line.line]));
    if (!seen.has(line.line)) ordered.push(line);
    seen.add(line.line);
  };
  for (const line of lines) visit(line, new Set());
  return ordered;
}

function aboveOf({ parent }: Line, lines: readonly Line[]): Line | null {
  if (parent === null) return null;
  if ('line' in parent) return lines.find(({ line }) => line === parent.line) ?? null;
  return lines.find(({ name }) => foldUnit(name) === foldUnit(parent.name)) ?? null;
}

function ancestorsOf(line: Line, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at: Line | null = line; at && !found.has(at.line); at = aboveOf(at, lines)) found.add(at.line);
  return found;
}

function cutLines(text: string): readonly Line[] {
  const typed = text
    .split(/\r\n|\r|\n/u)
    .flatMap((raw, index) => (raw.trim() === '' ? [] : [{ line: index + 1, raw }]));
  const rows = typed.map(({ line, raw }) => ({ line, cells: raw.split(/[\t;|]/u).map((cell) => tidyName(cell)) }));
  const isColumns = rows.some(({ cells }) => cells[0] !== '' && (cells[1] ?? '') !== '');
  if (!isColumns) return byIndent(typed);
  const [first] = rows;
  const hasHeading = first && headings.includes(foldUnit(first.cells[0] ?? ''));
  return (hasHeading ? rows.slice(1) : rows).map(({ line, cells }) => {
    const [name = '', parent = ''] = cells;
    return { line, name: withoutNumber(name), parent: parent === '' ? null : { name: withoutNumber(parent) } };
  });
}

function byIndent(typed: readonly { readonly line: number; readonly raw: string }[]): readonly Line[] {
  const open: { indent: number; line: number }[] = [];
  return typed.map(({ line, raw }) => {
    const mark = /^[\s\-–—+•*>]*/u.exec(raw)?.[0] ?? '';
    const indent = [...mark].reduce((sum, character) => sum + (character === '\t' ? 4 : 1), 0);
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const above = open.at(-1);
    open.push({ indent, line });
    const name = withoutNumber(tidyName(raw.slice(mark.length).replace(/[\t;|]+$/u, '')));
    return { line, name, parent: above ? { line: above.line } : null };
  });
}

/** "1. Văn phòng", "2) Vụ …": the number of the list is no part of the name; "Phòng 1" keeps its own. */
function withoutNumber(name: string): string {
  return name.replace(/^\d{1,3}(\.\d{1,3})*[.)]\s+/u, '');
}

/** Used by the operation that makes them: the parent's id once lines above were made. */
export function parentIdOf(at: NewUnit['at'], made: ReadonlyMap<number, UnitId>): UnitId | null {
  if (at.kind === 'top') return null;
  return at.kind === 'unit' ? at.unit : (made.get(at.line) ?? null);
}
