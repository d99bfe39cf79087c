/** Who qualifies now and did not when the rules last ran, by which rule that changed, and of whom it is no longer so. */
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import type { PersonId, PositionId } from '../../kernel/ids.ts';
import type { Verdict } from '../eligibility/types.ts';
import type { Evidence, Finding } from '../pools/types.ts';
import type { Change, Newcomer } from './types.ts';

export interface Arrival {
  readonly person: PersonId;
  readonly positions: readonly PositionId[];
  readonly changed: readonly Change[];
}

export interface Now {
  readonly findings: readonly Finding[];
  verdictsOn(person: PersonId, position: PositionId): readonly Verdict[];
  /** Whoever stands in the plan for a position does not come to it. */
  stands(person: PersonId, position: PositionId): boolean;
}

/**
 * `before`: what was said of everybody; empty is no answer yet, so nobody is new. A position that was not asked about
 * before is new itself, and tells nothing of people. Of two earlier answers about one person (rows of the register that
 * became one) the better one counts.
 */
export function arrivalsSince(before: readonly Finding[], now: Now): readonly Arrival[] {
  const asked = new Set(before.flatMap(({ positions }) => positions));
  const said = byPlace(before);
  const found = new Map<string, { person: PersonId; positions: PositionId[]; changed: readonly Change[] }>();
  for (const { person, positions, outcome } of now.findings) {
    if (outcome !== 'qualifies') continue;
    for (const position of positions) {
      const earlier = said.get(placeOf(person, position)) ?? [];
      const wasSo = earlier.some((finding) => finding.outcome === 'qualifies');
      if (!asked.has(position) || wasSo || now.stands(person, position)) continue;
      const changed = changesOf(earlier[0]?.evidence ?? [], now.verdictsOn(person, position));
      const key = `${person} ${canonicalJson(changed as unknown as Json)}`;
      const same = found.get(key);
      if (same) same.positions.push(position);
      else found.set(key, { person, positions: [position], changed });
    }
  }
  return [...found.values()];
}

/** The positions for which an open newcomer is still one. */
export function stillSo(newcomer: Pick<Newcomer, 'person' | 'positions'>, now: Now): readonly PositionId[] {
  const said = byPlace(now.findings);
  return newcomer.positions.filter(
    (position) =>
      !now.stands(newcomer.person, position) &&
      (said.get(placeOf(newcomer.person, position)) ?? []).some(({ outcome }) => outcome === 'qualifies'),
  );
}

/** People of whom something else is said now than before, also those of whom nothing is said any more. */
export function peopleWithNews(before: readonly Finding[], now: readonly Finding[]): readonly PersonId[] {
  const [then, today] = [saidOf(before), saidOf(now)];
  return [...new Set([...then.keys(), ...today.keys()])].filter((person) => then.get(person) !== today.get(person));
}

function changesOf(before: readonly Evidence[], verdicts: readonly Verdict[]): readonly Change[] {
  return before
    .filter(({ level }) => level === 'blocks' || level === 'not-known')
    .map((evidence) => {
      const verdict = verdicts.find(({ rule }) => rule === evidence.rule);
      if (!verdict) return { before: evidence, now: null };
      const { rule, level, facts, ruleSet } = verdict;
      return { before: evidence, now: { rule, level, facts, ruleSet } };
    });
}

function byPlace(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const all = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const position of finding.positions) {
      const place = placeOf(finding.person, position);
      all.set(place, [...(all.get(place) ?? []), finding]);
    }
  }
  return all;
}

function saidOf(findings: readonly Finding[]): ReadonlyMap<PersonId, string> {
  const all = new Map<PersonId, string[]>();
  for (const { person, ...said } of findings) {
    all.set(person, [...(all.get(person) ?? []), canonicalJson(said as unknown as Json)]);
  }
  return new Map([...all].map(([person, said]) => [person, said.sort().join()]));
}

function placeOf(person: PersonId, position: PositionId): string {
  return `${person} ${position}`;
}
