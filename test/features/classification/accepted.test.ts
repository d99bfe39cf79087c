/** What a workspace accepts is set by its admins, with a reason, and read by everybody. */
import { client } from '../../../src/database/client.ts';
import { showAccepted } from '../../../src/features/classification/interactions.ts';
import { seeAccepted, setAccepted } from '../../../src/features/classification/operations/accepted.ts';
import { turnAway } from '../../../src/features/classification/operations/turn-away.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { freshSaving } from '../../../src/kernel/act.ts';
import { buttonsOf, callOf, messageOf, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld } from '../../support/worlds.ts';

const { handle } = await createTestDatabase();

const again = (act: Act): Act => ({ ...act, requestId: null, saving: freshSaving() });
const secret = { level: 'secret', reason: 'Decision No 5: a network of our own', version: 0 } as const;

test('until somebody says otherwise no state secret is accepted', async () => {
  const { clerk } = await createWorld(handle);

  expect(await seeAccepted(clerk)).toMatchObject({ level: 'internal', version: 0 });
  expect(await turnAway(again(clerk), ['LƯU HÀNH NỘI BỘ'], 'line')).toBeNull();
  expect((await turnAway(again(clerk), ['MẬT'], 'line'))?.refused.reason).toBe('marked-above-accepted');
});

test('an admin raises it with a reason; the record has the reason only as a hash', async () => {
  const { clerk, workspace } = await createWorld(handle);

  const set = await setAccepted(again(clerk), secret);

  expect(set).toMatchObject({ ok: true, value: { level: 'secret', version: 1 } });
  expect(await turnAway(again(clerk), ['TỐI MẬT'], 'line')).toBeNull();
  expect(await turnAway(again(clerk), ['TUYỆT MẬT'], 'line')).not.toBeNull();
  const event = await client(handle).auditEvent.findFirst({
    where: { workspaceId: workspace, kind: 'classification.accepted-set' },
  });
  expect(event?.facts).toMatchObject({ from: 'internal', to: 'secret', reason: { sha256: expect.any(String) } });
});

test.each([
  ['somebody who is no admin', { isWorkspaceAdmin: false }, secret, 'classification-not-admin'],
  ['an admin without a reason', {}, { ...secret, reason: '  ' }, 'classification-reason-missing'],
  ['an admin with a very long reason', {}, { ...secret, reason: 'x'.repeat(1_001) }, 'classification-reason-too-long'],
  ['an admin who changes nothing', {}, { ...secret, level: 'internal' }, 'classification-same'],
  ['an admin who has seen something older', {}, { ...secret, version: 7 }, 'classification-changed'],
] as const)('%s is refused', async (_who, who, input, reason) => {
  const { clerk } = await createWorld(handle);

  expect(await setAccepted({ ...again(clerk), ...who }, input)).toMatchObject({ ok: false, reason });
});

test('of two admins at once one sets it, and the other is asked to look again', async () => {
  const { clerk } = await createWorld(handle);

  const both = await Promise.all([
    setAccepted(again(clerk), secret),
    setAccepted(again(clerk), { ...secret, level: 'confidential' }),
  ]);

  expect(both.map((one) => (one.ok ? 'set' : one.reason)).sort()).toEqual(['classification-changed', 'set']);
});

test.each([
  [true, ['Change']],
  [false, []],
])('everybody reads it; only an admin (%s) is offered a change', async (isWorkspaceAdmin, labels) => {
  const { clerk } = await createWorld(handle);

  const message = messageOf(await showAccepted({ ...callOf(clerk), isWorkspaceAdmin }));

  expect(textOf(message)).toContain('Accepted: up to Internal');
  expect(textOf(message)).toContain('not confirmed');
  expect(buttonsOf(message).map(({ label }) => label)).toEqual(labels);
});
