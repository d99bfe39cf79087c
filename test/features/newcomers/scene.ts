/** A plan and people of the register of whom the rules say something else later: a builder for the tests beside it. */
import { newcomerCards } from '../../../src/features/newcomers/interactions.ts';
import { seeNewcomers } from '../../../src/features/newcomers/operations/look.ts';
import { watchNewcomers } from '../../../src/features/newcomers/operations/watch.ts';
import { changePerson } from '../../../src/features/people/operations/register.ts';
import type { ShortForm } from '../../../src/features/people/types.ts';
import type { Act } from '../../../src/kernel/act.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { wordsOf } from '../../support/hands.ts';
import { again, eligible, must, type Scene, type Somebody } from '../nominations/scene.ts';

export const aDay = 86_400_000;

export function at(scene: Scene) {
  return { committee: scene.committee, plan: scene.plan.id };
}

/** The night after so many days; `store` counts statements. */
export async function night(scene: Scene, days: number, more: Partial<Act> = {}) {
  await watchNewcomers(again(scene.clockwork, days * aDay, { zone: 'Asia/Ho_Chi_Minh', ...more }), scene.committee);
}

export async function change(scene: Scene, person: PersonId, form: Partial<ShortForm> & { fullName: string }) {
  const to = { form: { ...eligible, ...form }, version: 1, discipline: null, replacesNewest: true };
  must(await changePerson(again(scene.clerk, aDay), { committee: scene.committee, person, ...to }));
}

export async function lines(scene: Scene, act: Somebody = scene.clerk) {
  const seen = must(await seeNewcomers(again(act, 10 * aDay), at(scene)));
  return seen.lines.map(({ person, newcomer }) => {
    const titles = seen.plan.positions.filter(({ id }) => newcomer.positions.includes(id)).map(({ title }) => title);
    const rules = newcomer.changed.map(({ before, now }) => `${before.rule} ${before.level} → ${now?.level}`);
    return `${person.fullName}: ${titles.join(', ')}: ${rules.join('; ')}`;
  });
}

export async function readCard(scene: Scene, act: Somebody, isRedraw = false) {
  const message = await newcomerCards['newcomers.found']?.({
    ...{ act: again(act, 10 * aDay), ids: { committee: scene.committee }, to: { person: act.person } },
    ...{ committee: scene.committee, isSentAgain: false, isRedraw },
  });
  return message ? wordsOf(message) : null;
}
