/** Proxies with buttons and forms: the rule set before the opening, given, entered, voted, and read in the result. */
import type { Message } from '../../../src/chat/message.ts';
import { ballotCards, ballotInteractions } from '../../../src/features/ballots/interactions/register.ts';
import { seePrepared } from '../../../src/features/ballots/operations/prepare.ts';
import type { BallotRoundId } from '../../../src/features/ballots/types/round.ts';
import { previewMessage } from '../../../src/features/ballots/views/messages.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Locale } from '../../../src/kernel/act.ts';
import { buttonsOf, callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, cards, createScene, minute, must, type Scene, type Somebody } from '../conferences/scene.ts';
import { preparedVote } from './vote-world.ts';

const { handle } = await createTestDatabase();

/** The paper card, or the card about a proxy, as this person has it. */
async function cardOf(scene: Scene, kind: string, who: Somebody, afterMs: number, locale: Locale): Promise<Message> {
  const row = (await cards(scene, kind)).find(({ personId }) => personId === who.person);
  const more = { committee: scene.committee, isSentAgain: false, isRedraw: false };
  const context = { ids: (row?.ids ?? {}) as Record<string, string>, to: { person: who.person }, ...more };
  return (await ballotCards[kind]?.({ ...context, act: again(who, afterMs, { locale }) })) as Message;
}

const labels = {
  en: {
    proxies: 'Proxies',
    terms: 'Set the rule',
    enter: 'Enter a proxy',
    open: 'Open the vote',
    back: 'Back to the preview',
  },
  vi: {
    proxies: 'Ủy quyền',
    terms: 'Đặt quy tắc',
    enter: 'Nhập ủy quyền',
    open: 'Mở lượt bỏ phiếu',
    back: 'Về phần xem trước',
  },
};
const own = {
  en: {
    give: 'Let somebody vote for me',
    vote: 'Vote by proxy',
    close: 'Close the vote',
    standing: 'Who has voted',
    how: 'Show me how',
  },
  vi: {
    give: 'Ủy quyền bỏ phiếu',
    vote: 'Bỏ phiếu thay',
    close: 'Đóng lượt bỏ phiếu',
    standing: 'Ai đã bỏ phiếu',
    how: 'Xem cách tính',
  },
};

test.each(['en', 'vi'] as const)('from the preview to the result, in %s', async (locale) => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const t = texts(locale, 'UTC', scene.clerk.speech);
  const call = (who: Somebody, afterMs = 0) => ({ ...callOf(who, null, afterMs), locale });
  const { id } = await preparedVote(scene);
  const preview = async () => previewMessage(t, must(await seePrepared(again(scene.clerk), id as BallotRoundId)));

  const none = messageOf(await press(ballotInteractions, call(scene.clerk), await preview(), labels[locale].proxies));
  const rule = formOf(await press(ballotInteractions, call(scene.clerk), none, labels[locale].terms));
  const bare = await submit(ballotInteractions, call(scene.clerk), rule, { perPerson: '1' });
  const set = messageOf(
    await submit(ballotInteractions, call(scene.clerk), rule, { perPerson: '1', source: 'Bylaws, article 12' }),
  );
  const entry = formOf(await press(ballotInteractions, call(scene.clerk), set, labels[locale].enter));
  const entered = messageOf(
    await submit(ballotInteractions, call(scene.clerk), entry, {
      ...{ principal: scene.withoutAccount, holder: scene.chair.person, reference: '7' },
    }),
  );
  const before = await preview();
  const opened = messageOf(await press(ballotInteractions, call(scene.clerk), before, labels[locale].open));
  const annsCard = await cardOf(scene, 'ballots.paper', ann, 2 * minute, locale);
  const give = formOf(await press(ballotInteractions, call(ann, 2 * minute), annsCard, own[locale].give));
  const given = messageOf(await submit(ballotInteractions, call(ann, 2 * minute), give, { holder: bob.person }));
  const annsNow = await cardOf(scene, 'ballots.paper', ann, 3 * minute, locale);
  const bobIsTold = await cardOf(scene, 'ballots.proxy', bob, 4 * minute, locale);
  const paper = formOf(await press(ballotInteractions, call(bob, 4 * minute), bobIsTold, own[locale].vote));
  const cast = messageOf(await submit(ballotInteractions, call(bob, 4 * minute), paper, { q0c0: 'yes' }));
  const annIsTold = await cardOf(scene, 'ballots.recorded-for-you', ann, 5 * minute, locale);
  const standing = messageOf(
    await press(ballotInteractions, call(scene.clerk, 5 * minute), opened, own[locale].standing),
  );
  const closed = messageOf(await press(ballotInteractions, call(scene.clerk, 6 * minute), standing, own[locale].close));
  const how = messageOf(await press(ballotInteractions, call(scene.clerk, 6 * minute), closed, own[locale].how));

  expect(textOf(none)).toContain(t('proxies.none'));
  expect(bare).toMatchObject({ kind: 'field-errors', errors: { source: t('proxies.refusals.proxy-source-missing') } });
  expect(textOf(set)).toContain('Bylaws, article 12');
  expect(textOf(entered)).toContain('Cara Chair');
  // Otto votes through Cara: nobody has to ask him.
  expect(textOf(before)).not.toContain('Otto Offline');
  expect(textOf(before)).toContain(t('proxies.given', { terms: t('proxies.shortRow', { count: 1 }), count: 1 }));
  expect(textOf(given)).toContain('Bob Baker');
  expect(textOf(annsNow)).toContain(t('proxies.card.given', { holder: 'Bob Baker' }));
  expect(textOf(bobIsTold)).toContain('Ann Arbor');
  // No choice and no voter in a button: rounds and proxies by their ids.
  const data = JSON.stringify([annsNow, bobIsTold, set].flatMap((shown) => buttonsOf(shown).map((one) => one.data)));
  for (const person of [ann.person, bob.person, scene.withoutAccount]) expect(data).not.toContain(person);
  expect(textOf(cast)).toContain('Ann Arbor');
  expect(textOf(annIsTold)).toContain('Bob Baker');
  expect(textOf(closed)).toContain(t('proxies.ruling.text', { count: 1, perPerson: 1 }));
  expect(textOf(how)).toContain(t('proxies.ruling.notPresent'));
});
