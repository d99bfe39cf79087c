/** A request for erasure as it is played: asked for by the person, looked at and decided by the committee secretary. */

import { client } from '../../../src/database/client.ts';
import { openRegister } from '../../../src/features/people/interactions/register.ts';
import { erasureCards, erasureInteractions } from '../../../src/features/personal-data/interactions/erasure.ts';
import { openOwnData } from '../../../src/features/personal-data/interactions/statement.ts';
import { askedCard } from '../../../src/features/personal-data/operations/ask-erasure.ts';
import { heldPeople } from '../../../src/held-people.ts';
import type { Locale } from '../../../src/kernel/act.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createScene, inRegister } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();
const interactions = erasureInteractions(heldPeople);
const cards = erasureCards(heldPeople);

describe.each<
  [Locale, Record<'ask' | 'look' | 'member' | 'refuse' | 'refused' | 'record' | 'erase' | 'done' | 'settled', string>]
>([
  [
    'en',
    {
      ...{ ask: 'Ask for erasure', look: 'Look at the request', member: 'a membership has not ended' },
      ...{ refuse: 'Refuse', refused: 'The request is refused' },
      ...{ record: 'Erase data about somebody', erase: 'Erase', done: 'Erased.', settled: 'is decided' },
    },
  ],
  [
    'vi',
    {
      ...{ ask: 'Đề nghị xóa', look: 'Xem đề nghị', member: 'chưa thôi tham gia' },
      ...{ refuse: 'Không chấp thuận', refused: 'Đã ghi nhận không chấp thuận' },
      ...{ record: 'Xóa dữ liệu về một người', erase: 'Xóa', done: 'Đã xóa.', settled: 'đã được quyết định' },
    },
  ],
])('in %s', (locale, words) => {
  test('a member asks; the card names nobody, the reason is seen, the request is refused with a reason', async () => {
    const scene = await createScene(handle);
    const own = messageOf(await openOwnData(callOf({ ...scene.ann, locale })));
    await press(interactions, callOf({ ...scene.ann, locale }), own, words.ask);
    const { ids } = await client(handle).delivery.findFirstOrThrow({
      where: { kind: askedCard, personId: scene.clerk.person, committeeId: scene.committee },
    });
    const clerk = () => callOf({ ...scene.clerk, locale });
    const context = { ids: ids as Record<string, string>, to: { person: scene.clerk.person }, isSentAgain: false };
    const drawn = (isRedraw: boolean) =>
      cards[askedCard]?.({ ...context, act: clerk(), committee: scene.committee, isRedraw });
    const card = await drawn(false);
    if (!card) throw new Error('no card');

    const seen = messageOf(await press(interactions, clerk(), card, words.look));
    const form = formOf(await press(interactions, clerk(), seen, words.refuse));
    const refused = messageOf(await submit(interactions, clerk(), form, { reason: 'Until June.' }));
    const settled = await drawn(true);

    expect(`${card.summary} ${textOf(card)}`).not.toContain('Arbor');
    expect(textOf(seen)).toContain('Ann Arbor');
    expect(textOf(seen)).toContain(words.member);
    expect(textOf(refused)).toContain(words.refused);
    expect(settled && textOf(settled)).toContain(words.settled);
  });

  test('the committee secretary enters a request from a letter, looks, and erases', async () => {
    const scene = await createScene(handle);
    const person = await inRegister(scene, 'Dora Dean');
    const clerk = () => callOf({ ...scene.clerk, locale });
    const register = messageOf(await openRegister(clerk(), scene.committee));
    const form = formOf(await press(interactions, clerk(), register, words.record));
    const seen = messageOf(await submit(interactions, clerk(), form, { person, via: 'letter' }));

    const done = messageOf(await press(interactions, clerk(), seen, words.erase));

    expect(seen.summary).not.toContain('Dora');
    expect(textOf(done)).toContain(words.done);
    expect(textOf(messageOf(await openRegister(clerk(), scene.committee)))).not.toContain('Dora');
  });
});
