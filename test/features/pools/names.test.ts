import { verdictLine } from '../../../src/features/eligibility/views.ts';
import { seeNomination } from '../../../src/features/nominations/operations/browse.ts';
import { previewCheck } from '../../../src/features/nominations/operations/check.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { plain } from '../../../src/kernel/rich.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, must, propose } from '../nominations/scene.ts';
import { standing } from '../yearly-reviews/scene.ts';
import { at, compute, confirm, createPooled, type Pooled, record } from './scene.ts';

const { handle } = await createTestDatabase();

/** What the form says of somebody for Deputy before the name is sent; undefined: nothing. */
async function said(scene: Pooled, person: PersonId, locale: 'en' | 'vi' = 'en') {
  const input = { ...at(scene), position: scene.deputy.id, person };
  const check = must(await previewCheck(again(scene.ann), input));
  const verdict = check?.verdicts.find(({ rule }) => rule === 'pool');
  return verdict && plain(verdictLine(texts(locale, 'Asia/Ho_Chi_Minh', 'party'), verdict));
}

test('nothing is said of a pool before one is confirmed', async () => {
  const scene = await createPooled(handle);
  await compute(scene);

  expect(await said(scene, scene.people.fit)).toBeUndefined();
});

test('a name from the confirmed pool is said to be, one beside it is a note with version, day and source', async () => {
  const scene = await createPooled(handle);
  const { pool } = await compute(scene);
  must(await confirm(scene, pool));

  const [inside, beside] = [await said(scene, scene.people.fit), await said(scene, scene.people.unknown)];
  const vietnamese = await said(scene, scene.people.unknown, 'vi');

  expect(inside).toContain('In order · Pool of the plan: in the pool discussed on 2 Mar 2026, version 1');
  expect(beside).toContain('Note · Pool of the plan: not in the pool discussed on 2 Mar 2026, version 1');
  expect(beside).toContain('source not confirmed');
  expect(vietnamese).toContain('Lưu ý · Nguồn quy hoạch: ngoài nguồn quy hoạch thảo luận ngày 02/03/2026, bản 1');
});

test('a name beside the pool is listed all the same, and its profile keeps the note', async () => {
  const scene = await createPooled(handle);
  const { pool } = await compute(scene);
  must(await record(scene, pool, scene.people.fit, { isIn: false, reason: 'Leaves in May.' }));
  must(await record(scene, pool, scene.people.unknown, { reason: 'Papers follow.' }));
  must(await confirm(scene, pool));

  const listed = must(await propose(scene.clerk, scene, scene.people.fit));
  const profile = must(await seeNomination(again(scene.ann), { ...at(scene), nomination: listed.nomination }));

  expect(listed.state).toBe('listed');
  const kept = [profile.check?.verdicts, profile.kept].map((list) => list?.find(({ rule }) => rule === 'pool')?.level);
  expect(kept).toEqual(['note', 'note']);
  expect(await said(scene, scene.people.unknown)).toContain('in the pool');
});

test('the version that counts is the confirmed one while the next is worked on', async () => {
  const scene = await createPooled(handle);
  const first = await compute(scene);
  must(await confirm(scene, first.pool));
  const second = await compute(scene);
  must(await record(scene, second.pool, scene.people.fit, { isIn: false, reason: 'Leaves in May.' }));

  const before = await said(scene, scene.people.fit);
  must(await confirm(scene, second.pool));

  expect(before).toContain('in the pool discussed on 2 Mar 2026, version 1');
  expect(await said(scene, scene.people.fit)).toContain('not in the pool discussed on 2 Mar 2026, version 2');
});

test('whoever stands in the plan already is not asked for', async () => {
  const scene = await createPooled(handle);
  const { pool } = await compute(scene);
  must(await confirm(scene, pool));
  await standing(scene, scene.plan, [scene.people.unknown]);

  expect(await said(scene, scene.people.unknown)).toBeUndefined();
});
