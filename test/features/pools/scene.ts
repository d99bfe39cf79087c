/** A plan, and a register of one who qualifies, one too old, and one of whom nothing is known: a builder for the tests beside it. */
import { computePool } from '../../../src/features/pools/operations/compute.ts';
import { confirmPool, recordOpinion } from '../../../src/features/pools/operations/discuss.ts';
import { seePool, seePosition } from '../../../src/features/pools/operations/look.ts';
import type { Choice } from '../../../src/features/pools/rules.ts';
import type { PoolId } from '../../../src/features/pools/types.ts';
import type { StoreHandle } from '../../../src/kernel/act.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { again, createScene, inRegister, must, type Scene, type Somebody } from '../nominations/scene.ts';

export interface Pooled extends Scene {
  readonly people: Readonly<Record<'fit' | 'old' | 'unknown', PersonId>>;
}

export const names = { fit: 'Lê Thị Mẫu', old: 'Trần Văn Cũ', unknown: 'Vũ Văn Khuyết' };

export async function createPooled(store: StoreHandle): Promise<Pooled> {
  const scene = await createScene(store);
  const nothing = { birthMonth: null, sex: null, level: null };
  const people = {
    fit: await inRegister(scene, names.fit),
    old: await inRegister(scene, names.old, { birthMonth: '1966-01' }),
    unknown: await inRegister(scene, names.unknown, nothing),
  };
  return { ...scene, people };
}

export function at(scene: Scene) {
  return { committee: scene.committee, plan: scene.plan.id };
}

export async function compute(scene: Scene, act: Somebody = scene.clerk) {
  return must(await computePool(again(act), at(scene)));
}

export const inPool: Choice = { isIn: true, reason: null, prospects: null, assessment: null };

export function record(scene: Scene, pool: PoolId, person: PersonId, choice: Partial<Choice>) {
  const input = { ...at(scene), pool, position: scene.deputy.id, person, choice: { ...inPool, ...choice } };
  return recordOpinion(again(scene.clerk), input);
}

export function confirm(scene: Scene, pool: PoolId, act: Somebody = scene.clerk) {
  const discussed = { body: 'Collective leadership', discussedOn: '2026-03-02' };
  return confirmPool(again(act), { ...at(scene), pool, discussed });
}

/** Everybody of the register for Deputy, as "name: standing". */
export async function standingsSeen(scene: Scene, pool: PoolId, act: Somebody = scene.clerk) {
  const seen = must(await seePosition(again(act), { ...at(scene), pool, position: scene.deputy.id }));
  return seen.people.map(({ whole, standing }) => `${whole.fullName}: ${standing}`);
}

export async function seen(scene: Scene, pool: PoolId | null = null, act: Somebody = scene.clerk) {
  return must(await seePool(again(act), { ...at(scene), pool }));
}
