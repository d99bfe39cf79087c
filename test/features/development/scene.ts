/** A plan in which two people stand, and measures that make them ready: a builder for the tests beside it. */
import { seePersonDevelopment } from '../../../src/features/development/operations/look.ts';
import { recordMeasure } from '../../../src/features/development/operations/record.ts';
import type { Measure, MeasureForm } from '../../../src/features/development/types.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import type { StoreHandle } from '../../../src/kernel/act.ts';
import type { PersonId, PlanEntryId } from '../../../src/kernel/ids.ts';
import { again, createScene, inRegister, must, type Scene, type Somebody } from '../nominations/scene.ts';
import { standing } from '../yearly-reviews/scene.ts';

export interface Developing extends Scene {
  readonly lan: PersonId;
  readonly minh: PersonId;
  /** Of Lan in the plan. */
  readonly entry: PlanEntryId;
  readonly entryOfMinh: PlanEntryId;
}

/** Lan and Minh stand for Deputy; the tests' present is 2 March 2026. */
export async function createDeveloping(store: StoreHandle): Promise<Developing> {
  const scene = await createScene(store);
  const lan = await inRegister(scene, 'Lê Thị Lan');
  const minh = await inRegister(scene, 'Trần Văn Minh', { birthMonth: '1984-02' });
  await standing(scene, scene.plan, [lan, minh]);
  const { entries } = must(await seePlan(again(scene.clerk), { committee: scene.committee, plan: scene.plan.id }));
  const entryOf = (person: PersonId) => {
    const found = entries.find((entry) => entry.person === person);
    if (!found) throw new Error('nobody of that name stands in the plan');
    return found.id;
  };
  return { ...scene, lan, minh, entry: entryOf(lan), entryOfMinh: entryOf(minh) };
}

export const course: MeasureForm = {
  ...{ kind: 'further-training', what: 'Advanced political theory', responsible: 'Political school' },
  ...{ startsOn: '2026-03-09', dueOn: '2026-06-30', movement: null },
};

export async function recorded(scene: Developing, changes: Partial<MeasureForm> = {}): Promise<Measure> {
  const form = { ...course, ...changes };
  return must(await recordMeasure(again(scene.clerk), { committee: scene.committee, entry: scene.entry, form }));
}

export async function seen(scene: Developing, act: Somebody = scene.clerk) {
  return must(await seePersonDevelopment(again(act), { committee: scene.committee, entry: scene.entry }));
}
