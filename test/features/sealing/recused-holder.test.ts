/** A key-holder who is recused from the only case: the card that named the list says it no longer, and the key stays. */
import { client } from '../../../src/database/client.ts';
import { declareConflict } from '../../../src/features/reviews/operations/declare-conflict.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { boxOf, cards, createAnonymousWorld } from '../reviews/anonymous-world.ts';
import { again, value } from '../reviews/review-world.ts';

const { handle } = await createTestDatabase();

test('a recused key-holder’s card is worded again, without the list', async () => {
  const world = await createAnonymousWorld(handle, ['Ann']);
  const [holder] = world.holders;
  if (!holder) throw new Error('nobody holds a key');
  const asked = { kind: 'sealing.take-key', personId: holder.person };
  await client(handle).delivery.updateMany({
    where: asked,
    data: { state: 'sent', address: {}, intendedAt: holder.now },
  });
  const box = await boxOf(handle, world.round);
  const card = async (after: number) => {
    const context = { to: { person: holder.person }, committee: world.committee, isSentAgain: false, isRedraw: true };
    return JSON.stringify(await cards['sealing.take-key']?.({ ...context, act: again(holder, after), ids: { box } }));
  };
  const before = await card(6);

  const nominee = (await client(handle).nomination.findFirstOrThrow({ where: { planId: world.plan } })).personId;
  const about = { committee: world.committee, nominee: nominee as never, fullName: null, kind: 'relative' } as const;
  value(await declareConflict(again(holder, 6), about));

  const { wantsVersion, shownVersion } = await client(handle).delivery.findFirstOrThrow({ where: asked });
  expect(wantsVersion).toBeGreaterThan(shownVersion);
  expect(before).not.toContain('sealed papers of your committee');
  expect(await card(7)).toContain('sealed papers of your committee');
});
