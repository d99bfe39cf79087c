/** The structure of a plan as its readers see it: entries and list together, without cases that are closed to them. */
import { expect, test } from '@jest/globals';
import { seeStructure } from '../../../src/features/nominations/operations/structure.ts';
import { structureMessage } from '../../../src/features/nominations/views/structure.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { plain } from '../../../src/kernel/rich.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose } from './scene.ts';

const { handle } = await createTestDatabase();

test('a name that is put on the list is counted at once, by everybody but the nominee', async () => {
  const scene = await createScene(handle);
  const at = { committee: scene.committee, plan: scene.plan.id };
  const young = await inRegister(scene, 'Yara Young', { birthMonth: '1995-02', sex: 'female' });

  const before = must(await seeStructure(again(scene.chair), at)).structure;
  must(await propose(scene.clerk, scene, young));
  must(await propose(scene.clerk, scene, scene.ann.person));
  const after = must(await seeStructure(again(scene.chair), at)).structure;
  const byAnn = must(await seeStructure(again(scene.ann), at)).structure;

  expect([before.people, after.people, byAnn.people]).toEqual([0, 2, 1]);
  expect(after.aims.map(({ aim, counted, of }) => [aim, counted, of])).toEqual([
    ['young', 1, 2],
    ['women', 1, 2],
  ]);
});

test('shares are said with numerator, denominator, aim and how sure the aim is', async () => {
  const scene = await createScene(handle);
  const someone = await inRegister(scene, 'Otto Older', { birthMonth: '1975-02', sex: 'male' });
  must(await propose(scene.clerk, scene, someone));

  const { plan, structure } = must(
    await seeStructure(again(scene.chair), { committee: scene.committee, plan: scene.plan.id }),
  );
  const lines = structureMessage(texts('en', 'UTC', 'party'), plan, structure).blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map((item) => plain(item)) : [],
  );

  expect(lines).toContainEqual(
    'Women: 0 of 1, 0%. Aim: at least 25 %. 1 more needed. Source: Regulation 50-QĐ/TW of the Politburo, 27 December 2021 (source not confirmed).',
  );
  expect(lines).toContainEqual('Secretary: 0 for 1, 2 more');
});

test('somebody from outside the committee learns nothing of it', async () => {
  const scene = await createScene(handle);
  const stranger = await scene.person('Sam Stranger', []);

  const seen = await seeStructure(again(stranger), { committee: scene.committee, plan: scene.plan.id });

  expect(seen.ok).toBe(false);
});
