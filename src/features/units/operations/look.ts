/** The tree as it is read: for people who look at it, and for names of units that somebody typed. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, clockworkViewer } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { adviseNames } from '../rules/match.ts';
import * as store from '../store.ts';
import type { Unit, UnitAdvice, UnitId } from '../types.ts';

export interface UnitsSeen {
  readonly units: readonly Unit[];
  readonly mayEdit: boolean;
}

/** Every unit there is or was. Refusals: access (plan.see). */
export async function seeUnits(act: Act, committee: CommitteeId): Promise<Outcome<UnitsSeen, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'plan.see');
  if (!viewer.ok) return viewer;
  return done({ units: await store.listUnits(act.store, viewer.value), mayEdit: may(viewer.value, 'people.edit') });
}

/** Refusals: unit-unknown, and access. */
export async function seeUnit(
  act: Act,
  input: { committee: CommitteeId; unit: UnitId },
): Promise<Outcome<UnitsSeen & { readonly unit: Unit }, AccessRefusal | 'unit-unknown'>> {
  const seen = await seeUnits(act, input.committee);
  if (!seen.ok) return seen;
  const unit = seen.value.units.find(({ id }) => id === input.unit);
  return unit ? done({ ...seen.value, unit }) : refused('unit-unknown');
}

/** What is to be said of names of units that somebody typed; the known ones are left out. The caller has authorised. */
export async function adviseUnits(
  act: Act,
  committee: CommitteeId,
  names: readonly (string | null)[],
): Promise<readonly UnitAdvice[]> {
  const typed = [...new Set(names.flatMap((name) => (name === null || name.trim() === '' ? [] : [name.trim()])))];
  if (typed.length === 0) return [];
  const eyes = clockworkViewer({ ...act, member: null, person: null }, committee);
  const units = await store.listUnits(act.store, eyes);
  return adviseNames(units, typed, dateIn(act.zone, act.now)).filter(({ kind }) => kind !== 'known');
}
