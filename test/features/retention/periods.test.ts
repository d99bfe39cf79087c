/** How long things are kept is set by a workspace admin; a committee secretary may only make it stricter. */
import { client } from '../../../src/database/client.ts';
import { seePeriods, setPeriod } from '../../../src/features/retention/operations/periods.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, must, type Scene } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();

const untouched = await createScene(handle);
const input = { committee: null, kind: 'memberships', months: 24, reason: 'Decision 5', version: 0 } as const;
const admin = (scene: Scene) => again(scene.clerk, 0, { isWorkspaceAdmin: true });

async function lineOf(scene: Scene, committee: Scene['committee'] | null) {
  return (await seePeriods(scene.ann, committee)).lines.find(({ kind }) => kind === 'memberships');
}

test('until somebody says otherwise nothing has a period, but what RFC 8713 says of a NomCom', async () => {
  const office = await createScene(handle);
  const nomcom = await createScene(handle, 'nomcom');

  const set = async (scene: Scene, committee: Scene['committee'] | null) =>
    (await seePeriods(scene.ann, committee)).lines
      .filter(({ period }) => period)
      .map(({ kind, period }) => [kind, period]);

  expect(await set(office, null)).toEqual([]);
  expect(await set(office, office.committee)).toEqual([]);
  expect(await set(nomcom, nomcom.committee)).toEqual([['not-chosen', { months: 0, origin: 'rule' }]]);
});

test('an admin sets it for the workspace, the committee secretary makes it stricter; both are recorded', async () => {
  const scene = await createScene(handle);

  must(await setPeriod(admin(scene), input));
  must(
    await setPeriod(again(scene.clerk, 0, { isWorkspaceAdmin: false }), {
      ...input,
      committee: scene.committee,
      months: 6,
    }),
  );

  expect(await lineOf(scene, null)).toMatchObject({
    period: { months: 24, origin: 'workspace' },
    said: { reason: 'Decision 5' },
  });
  expect(await lineOf(scene, scene.committee)).toMatchObject({ period: { months: 6, origin: 'committee' } });
  const events = await client(handle).auditEvent.findMany({
    where: { workspaceId: scene.workspace, kind: 'retention.period-set' },
    orderBy: { serial: 'asc' },
  });
  expect(events.map(({ facts, committeeId }) => ({ facts, committeeId }))).toMatchObject([
    { committeeId: null, facts: { data: 'memberships', from: null, to: 24, reason: { sha256: expect.any(String) } } },
    { committeeId: scene.committee, facts: { from: null, to: 6 } },
  ]);
});

test('taken back, it is not set again', async () => {
  const scene = await createScene(handle);
  must(await setPeriod(admin(scene), input));

  must(await setPeriod(admin(scene), { ...input, months: null, version: 1 }));

  expect(await lineOf(scene, null)).toMatchObject({ period: null });
});

test.each([
  ['somebody who is no admin, for the workspace', { isWorkspaceAdmin: false }, {}, 'retention-not-admin'],
  ['no reason', {}, { reason: ' ' }, 'retention-reason-missing'],
  ['a very long reason', {}, { reason: 'x'.repeat(1_001) }, 'retention-reason-too-long'],
  ['a part of a month', {}, { months: 1.5 }, 'retention-months-wrong'],
  ['fewer than none', {}, { months: -1 }, 'retention-months-wrong'],
  ['more than a hundred years', {}, { months: 1_201 }, 'retention-months-wrong'],
  ['not set where nothing is set', {}, { months: null }, 'retention-same'],
  ['after something else was said', {}, { version: 7 }, 'retention-changed'],
] as const)('%s is refused', async (_what, who, more, reason) => {
  expect(await setPeriod({ ...admin(untouched), ...who }, { ...input, ...more })).toMatchObject({ ok: false, reason });
});

test.each([24, 36])('a committee does not keep for %i months what the workspace keeps for 24', async (months) => {
  const scene = await createScene(handle);
  must(await setPeriod(admin(scene), input));

  const set = await setPeriod(again(scene.clerk), { ...input, committee: scene.committee, months });

  expect(set).toMatchObject({ ok: false, reason: 'retention-not-stricter', facts: { count: 24 } });
});

test.each(['ann', 'chair'] as const)('%s makes nothing stricter', async (who) => {
  const scene = untouched;

  const set = await setPeriod(again(scene[who]), { ...input, committee: scene.committee });

  expect(set).toMatchObject({ ok: false, reason: 'right-missing' });
});

test('of two at once one sets it, and the other is asked to look again', async () => {
  const scene = await createScene(handle);

  const both = await Promise.all([setPeriod(admin(scene), input), setPeriod(admin(scene), { ...input, months: 12 })]);

  expect(both.map((one) => (one.ok ? 'set' : one.reason)).sort()).toEqual(['retention-changed', 'set']);
});
