/** An office whose department asks its units: North hands in here, South and West by letter; East here too where wanted. */
import { enterHandIn, handInSubmission } from '../../../src/features/collections/operations/hand-in.ts';
import { seeCollection } from '../../../src/features/collections/operations/look.ts';
import { openCollection } from '../../../src/features/collections/operations/open.ts';
import { setUpCommittee } from '../../../src/features/committees/operations/set-up.ts';
import { importUnits, serveUnit } from '../../../src/features/units/operations/change.ts';
import { seeUnits } from '../../../src/features/units/operations/look.ts';
import { lastSpell } from '../../../src/features/units/rules/tree.ts';
import type { UnitId } from '../../../src/features/units/types.ts';
import type { StoreHandle } from '../../../src/kernel/act.ts';
import type { CollectionId, CommitteeId } from '../../../src/kernel/ids.ts';
import type { World } from '../../support/worlds.ts';
import { again, type Someone, value } from '../reviews/review-world.ts';
import { createSubmissionWorld, type SubmissionWorld, sent } from '../submissions/submission-world.ts';

export const list =
  'Full name\tBirth month\tSex\tPresent post\tProposed position\nAnn Sample\t05/1990\tFemale\tHead\tDirector\nBob Sample\t13/1980\tMale\tHead\tDirector\nTed Sample\t01/1970\tMale\tHead\tDeputy';

export interface Office extends SubmissionWorld {
  /** The secretary of the committee above; North has the world's committee, South and West have none here. */
  readonly department: Someone;
  readonly above: CommitteeId;
  readonly units: Readonly<Record<string, UnitId>>;
}

/** `more`: further units, asked like the others. */
export async function createOffice(handle: StoreHandle, more: readonly string[] = []): Promise<Office> {
  const world = await createSubmissionWorld(handle, ['Ann Sample', 'Ben Example']);
  const department = { ...world.answerer, isWorkspaceAdmin: true };
  const made = await setUpCommittee(again(department), {
    ...{ channel: `C${world.committee.slice(0, 8)}`, name: 'Department', profile: 'vn-party', locale: 'en' },
    zone: 'Asia/Ho_Chi_Minh',
  });
  const above = value(made).id;
  const text = ['Office', ...['North', 'South', 'West', ...more].map((name) => `  ${name}`)].join('\n');
  value(await importUnits(again(department), { committee: above, text, from: null }));
  const seen = value(await seeUnits(again(department), above));
  const units = Object.fromEntries(seen.units.map((unit) => [lastSpell(unit).name, unit.id]));
  value(await serveUnit(again(department), { committee: above, unit: units.Office ?? null }));
  value(await serveUnit(again(world.clerk), { committee: world.committee, unit: units.North ?? null }));
  return { ...world, department, above, units };
}

/** Another unit that hands in here: with a committee, a plan and a frozen list of its own. */
export async function unitOf(
  handle: StoreHandle,
  office: Office,
  unit: string,
  names: readonly string[],
): Promise<SubmissionWorld> {
  const clerk = { ...(await office.person(`${unit} Secretary`)), isWorkspaceAdmin: true };
  const made = await setUpCommittee(again(clerk), {
    ...{ channel: `C${unit}${office.committee.slice(0, 8)}`, name: unit, profile: 'general', locale: 'en' },
    zone: 'Asia/Ho_Chi_Minh',
  });
  const base: World = { ...office, clerk, committee: value(made).id, person: (name) => office.person(name) };
  const world = await createSubmissionWorld(handle, [...names], base);
  value(await serveUnit(again(clerk), { committee: world.committee, unit: office.units[unit] ?? null }));
  return world;
}

export async function opened(office: Office): Promise<CollectionId> {
  const asked = { committee: office.above, title: 'Additions 2025–2030', date: '2026-03-20' };
  return value(await openCollection(again(office.department), asked));
}

export function letter(office: Office, collection: CollectionId, name: string, more: object = {}) {
  const unit = office.units[name];
  if (!unit) throw new Error(`no unit ${name}`);
  const typed = { collection, unit, number: '12/BC', dated: '2026-03-01', rows: list, replaces: false };
  return enterHandIn(again(office.department, 2), { ...typed, ...more });
}

export async function seenBy(act: Someone, id: CollectionId) {
  return value(await seeCollection(again(act, 3), id)).collection;
}

export async function handedIn(office: SubmissionWorld, id: CollectionId) {
  const submission = await sent(office, false);
  return handInSubmission(again(office.clerk, 2), { committee: office.committee, collection: id, submission });
}
