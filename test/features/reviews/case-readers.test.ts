/** Who could read a case on a day is who could really read it when that day was over; a recused person finds nothing. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lift, recuse, viewerFor } from '../../../src/features/access/operations.ts';
import { may, maySeeCase } from '../../../src/features/access/rules.ts';
import { membersOf } from '../../../src/features/committees/operations/look.ts';
import { changeMembership } from '../../../src/features/committees/operations/members.ts';

import { seeCaseReaders } from '../../../src/features/reviews/operations/case-readers.ts';
import { createFeatures } from '../../../src/features.ts';
import { addDays, momentAt } from '../../../src/kernel/time.ts';
import { callOf, messageOf, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { dayAfter, onDay } from '../nominations/dated-world.ts';
import { again, createScene, inRegister, must, type Scene } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();
const { caseReaders } = createFeatures({} as never);
const zone = 'Asia/Ho_Chi_Minh';
const deeds = ['recuse', 'lift', 'observe', 'rejoin', 'leave'] as const;

async function perform(
  scene: Scene,
  day: number,
  deed: { readonly kind: (typeof deeds)[number]; readonly who: number },
) {
  const act = onDay(scene, day);
  const { committee } = scene;
  const person = [scene.ann, scene.bob, scene.chair][deed.who]?.person ?? scene.ann.person;
  const closing = { committee, person, nominee: scene.bob.person };
  if (deed.kind === 'recuse') return recuse(act, { ...closing, recordedBy: null });
  if (deed.kind === 'lift') return lift(act, closing, 'A slip.');
  const old = (await membersOf(act, committee)).find((one) => one.person === person);
  if (!old) return;
  const roles = deed.kind === 'observe' ? (['observer'] as const) : (['member'] as const);
  return changeMembership(act, committee, old.id, deed.kind === 'leave' ? null : { ...old, roles });
}

/** Who reads the case of Bob when the day is over, by the one door for reading. */
async function readingNow(scene: Scene, day: number): Promise<readonly string[]> {
  const people = [scene.clerk, scene.ann, scene.bob, scene.chair].map(({ person }) => person);
  const reading: string[] = [];
  for (const person of people) {
    const viewer = await viewerFor(onDay(scene, day), scene.committee, person);
    if (may(viewer, 'candidates.see') && maySeeCase(viewer, scene.bob.person)) reading.push(person);
  }
  return reading.sort();
}

test('of every day it names those who could really read the case when the day was over', async () => {
  const plans = fc.array(fc.array(fc.record({ kind: fc.constantFrom(...deeds), who: fc.nat(2) }), { maxLength: 3 }), {
    ...{ minLength: 4, maxLength: 4 },
  });
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const scene = await createScene(handle);
      const oracle: (readonly string[])[] = [];
      for (const [day, todays] of plan.entries()) {
        for (const deed of todays) await perform(scene, day, deed);
        oracle.push(await readingNow(scene, day));
      }

      for (const [day, expected] of oracle.entries()) {
        const at = { committee: scene.committee, nominee: scene.bob.person, on: dayAfter(day) };
        const { readers } = must(await seeCaseReaders(onDay(scene, 9), at, []));
        const over = momentAt(zone, addDays(dayAfter(day), 1), '00:00');
        const then = readers.filter(({ from, to }) => from < over && (to === null || to >= over));
        expect(then.map(({ person }) => person as string).sort()).toEqual(expected);
      }
    }),
    // Each run is a committee with a history in a real database: a few, and the same ones everywhere.
    { numRuns: 5, seed: 20_260_302 },
  );
}, 120_000);

test('somebody recused during a day could read the case until then, and both are said', async () => {
  const scene = await createScene(handle);
  const nominee = await inRegister(scene, 'Lê Thị Mẫu');
  const { committee } = scene;
  await recuse(onDay(scene, 2), { committee, person: scene.ann.person, nominee, recordedBy: scene.clerk.person });

  const call = callOf(onDay(scene, 5));
  const shown = textOf(messageOf(await caseReaders(call, { id: committee, zone }, 'Lê Thị Mẫu', '04/03/2026')));

  expect(shown).toContain('Who could read a case on 4 Mar 2026\nCase of Lê Thị Mẫu');
  expect(shown).toMatch(
    /Could read it[\s\S]*- Ann Arbor, member, since .*2 March 2026.*, until .*4 March 2026[\s\S]*Could not read it/,
  );
  expect(shown).toMatch(
    /Could not read it\n- Ann Arbor, member, since .*4 March 2026.*: takes no part in the case, as recorded/,
  );
  expect(shown).toContain('- member: see the candidates');
});

test('a recused person finds nobody of that name; members without the right are told so; a day to come is refused', async () => {
  const scene = await createScene(handle);
  const nominee = await inRegister(scene, 'Lê Thị Mẫu');
  const { committee } = scene;
  await recuse(onDay(scene, 2), { committee, person: scene.chair.person, nominee, recordedBy: null });

  const byChair = again(scene.chair, 5 * 86_400_000);
  const recused = await seeCaseReaders(byChair, { committee, nominee, on: dayAfter(0) }, []);
  const typed = textOf(messageOf(await caseReaders(callOf(byChair), { id: committee, zone }, 'Lê Thị Mẫu', null)));
  const member = await seeCaseReaders(onDay({ ...scene, clerk: scene.bob }, 5), { committee, nominee, on: null }, []);
  const toCome = await seeCaseReaders(onDay(scene, 5), { committee, nominee, on: dayAfter(6) }, []);

  expect(recused).toMatchObject({ ok: false, reason: 'person-unknown' });
  expect(typed).toContain('Nobody of this name');
  expect(member).toMatchObject({ ok: false, reason: 'right-missing' });
  expect(toCome).toMatchObject({ ok: false, reason: 'as-of-to-come' });
});
