/** A parcel from the plan's menu to the decision, with buttons and forms, and the page for an authority without an account. */

import type { Message } from '../../../src/chat/message.ts';
import { client } from '../../../src/database/client.ts';
import { showMenu } from '../../../src/features/submissions/interactions/manage.ts';
import { createLink } from '../../../src/features/submissions/operations/link.ts';
import { showAnswerPage, takeAnswerPage } from '../../support/answer-pages.ts';
import { callOf, formOf, messageOf, press, search, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, cardsOf, type Someone, value } from '../reviews/review-world.ts';
import {
  createSubmissionWorld,
  features,
  found,
  publicUrl,
  type SubmissionWorld,
  seatOf,
  sent,
} from './submission-world.ts';

const { handle } = await createTestDatabase();
const { interactions, cards } = features;
const call = (who: Someone, minutes = 0) => callOf(again(who, minutes));

async function cardOf(world: SubmissionWorld, kind: string, who: Someone, minutes: number): Promise<Message> {
  const row = (await cardsOf(handle, world, kind)).find(({ personId }) => personId === who.person);
  const message = await cards[kind]?.({
    ...{ ids: (row?.ids ?? {}) as Record<string, string>, to: { person: who.person }, committee: world.committee },
    ...{ isSentAgain: false, isRedraw: false, act: again(who, minutes) },
  });
  if (!message) throw new Error(`no card ${kind}`);
  return message;
}

test('prepared, sent, answered in the chat and decided', async () => {
  const world = await createSubmissionWorld(handle);
  const { clerk, answerer } = world;
  const menu = messageOf(await showMenu(call(clerk), world.committee));
  const form = formOf(await press(interactions, call(clerk), menu, 'Prepare a submission'));
  const [who] = await search(interactions, call(clerk), form, 'answerer', 'paula');
  const draft = messageOf(
    await submit(interactions, call(clerk), form, { list: world.list, authority: 'The Board', answerer: who ?? null }),
  );
  const out = messageOf(await press(interactions, call(clerk), draft, 'Send'));
  const card = await cardOf(world, 'submissions.asked', answerer, 2);
  const seats = messageOf(await press(interactions, call(answerer, 2), card, 'Read and answer'));
  const one = formOf(await press(interactions, call(answerer, 2), seats, 'Answer'));
  const wordless = await submit(interactions, call(answerer, 2), one, { answer: 'not-approved' });
  const refused = messageOf(
    await submit(interactions, call(answerer, 2), one, { answer: 'not-approved', word: 'Too <early>.' }),
  );
  const whole = messageOf(await press(interactions, call(answerer, 3), refused, 'Approve the 2 left'));
  const told = await cardOf(world, 'submissions.answered', clerk, 3);
  const standing = messageOf(await press(interactions, call(clerk, 3), told, 'Open'));
  const decision = formOf(await press(interactions, call(clerk, 3), standing, 'Enter the decision'));
  const settled = messageOf(
    await submit(interactions, call(clerk, 4), decision, { number: '5-QĐ', dated: '2026-03-02' }),
  );

  expect(textOf(menu)).toContain('Nothing has been submitted yet.');
  expect(textOf(draft)).toContain('Nominee list, version 1');
  expect(textOf(out)).toContain('Sent. Paula Authority gets it in a minute');
  expect(card.summary + textOf(card)).not.toMatch(/Ann|Ben|Cleo/u);
  expect(textOf(seats)).toContain('3 names: 0 approved, 0 not approved, 0 returned, 3 not answered yet.');
  expect(wordless).toMatchObject({ kind: 'field-errors', errors: { word: expect.stringContaining('reason') } });
  expect(textOf(whole)).toContain('2 approved, 1 not approved, 0 returned, 0 not answered');
  expect(textOf(decision)).toContain('2 enter “Board 2026–2030”');
  expect(textOf(settled)).toContain('no. 5-QĐ of');
});

test('without a public address the bot says so and offers the other ways', async () => {
  const world = await createSubmissionWorld(handle);
  const id = await sent(world, false);
  const { createFeatures } = await import('../../../src/features.ts');
  const unreachable = createFeatures({
    accounts: async () => null,
    channelAccounts: async () => [],
    publicUrl: null,
  } as never);
  const menu = messageOf(await showMenu(call(world.clerk, 2), world.committee));
  const standing = messageOf(await press(interactions, call(world.clerk, 2), menu, 'Open'));

  const answer = messageOf(
    await press(unreachable.interactions, call(world.clerk, 2), standing, 'Address without an account'),
  );
  const address = messageOf(await press(interactions, call(world.clerk, 2), standing, 'Address without an account'));

  expect(textOf(answer)).toContain('This bot has no public address');
  expect(textOf(address)).toContain(`${publicUrl}/answer/`);
  expect((await found(world.clerk, id)).state).toBe('sent');
});

test('a returned name is sent back to the committee; the rest is decided, and the authority is not asked about it any more', async () => {
  const world = await createSubmissionWorld(handle);
  const { clerk, answerer } = world;
  const id = await sent(world);
  const asked = await cardOf(world, 'submissions.asked', answerer, 2);
  const seats = messageOf(await press(interactions, call(answerer, 2), asked, 'Read and answer'));
  const one = formOf(await press(interactions, call(answerer, 2), seats, 'Answer'));
  const late = formOf(await press(interactions, call(answerer, 2), seats, 'Answer'));
  await submit(interactions, call(answerer, 2), one, { answer: 'returned', word: 'Please look again.' });
  const menu = messageOf(await showMenu(call(clerk, 3), world.committee));
  const standing = messageOf(await press(interactions, call(clerk, 3), menu, 'Open'));
  const form = formOf(await press(interactions, call(clerk, 3), standing, 'Send back'));

  const back = messageOf(await submit(interactions, call(clerk, 3), form, {}));
  const card = await cardOf(world, 'submissions.asked', answerer, 4);
  const list = messageOf(await press(interactions, call(answerer, 4), card, 'Read and answer'));
  const changed = messageOf(await submit(interactions, call(answerer, 4), late, { answer: 'approved' }));

  expect(textOf(back)).toContain('sent back to the committee');
  expect(textOf(back)).toContain('1 name was sent back');
  expect(textOf(list)).toContain('2 not answered yet. 1 name was sent back.');
  expect(textOf(changed)).toContain('has gone back to the committee');
  expect((await found(world.clerk, id)).seats.filter(({ sentBack }) => sentBack !== null)).toHaveLength(1);
});

describe('the page behind an address', () => {
  async function withLink() {
    const world = await createSubmissionWorld(handle, ['Ann', 'Ben <b>']);
    const id = await sent(world, false);
    const { secret } = value(await createLink(again(world.clerk, 2), id));
    return { world, id, secret, now: again(world.clerk, 3).now };
  }

  test('looking spends nothing, and what was typed is escaped', async () => {
    const { secret, now } = await withLink();

    const pages = [await showAnswerPage(handle, now, secret), await showAnswerPage(handle, now, secret)];

    expect(pages.map((page) => page?.status)).toEqual([200, 200]);
    expect(pages[1]?.html).toContain('Ben &lt;b&gt;');
    expect(pages[1]?.html).not.toContain('<b>');
    expect(pages[1]?.html).not.toContain('<script');
  });

  test('a seat without an answer shows the page again with what was chosen; the whole answer spends the address', async () => {
    const { world, id, secret, now } = await withLink();
    const submission = await found(world.clerk, id);
    const [ann, ben] = [seatOf(submission, 'Ann').id, seatOf(submission, 'Ben <b>').id];
    const half = { [`answer-${ann}`]: 'approved' };
    const all = { ...half, [`answer-${ben}`]: 'returned', [`word-${ben}`]: 'Which unit?', number: '', dated: '' };

    const first = await takeAnswerPage(handle, now, secret, half);
    const second = await takeAnswerPage(handle, now, secret, all);
    const third = await takeAnswerPage(handle, now, secret, all);

    expect(first?.status).toBe(422);
    expect(first?.html).toContain('value="approved" required checked');
    expect(first?.html).toContain('1 without an answer');
    expect(second?.status).toBe(200);
    expect(third?.status).toBe(410);
    expect((await found(world.clerk, id)).seats.map(({ answer, word }) => [answer, word])).toEqual([
      ['approved', null],
      ['returned', 'Which unit?'],
    ]);
  });

  test('of two who answer by the same address at once, one does', async () => {
    const { world, id, secret, now } = await withLink();
    const { seats } = await found(world.clerk, id);
    const all = Object.fromEntries(seats.map((seat) => [`answer-${seat.id}`, 'approved']));

    const pages = await Promise.all([
      takeAnswerPage(handle, now, secret, all),
      takeAnswerPage(handle, now, secret, all),
    ]);

    expect(pages.map((page) => page?.status).sort()).toEqual([200, 410]);
  });

  test('forwarded, it is still the one address: whoever answers first has answered, and the other is told nothing of the parcel', async () => {
    const { world, id, secret, now } = await withLink();
    const { seats } = await found(world.clerk, id);
    const all = (answer: string) =>
      Object.fromEntries(
        seats.flatMap((seat) => [
          [`answer-${seat.id}`, answer],
          [`word-${seat.id}`, 'Why?'],
        ]),
      );

    const forwardee = await takeAnswerPage(handle, now, secret, all('not-approved'));
    const owner = [
      await showAnswerPage(handle, now, secret),
      await takeAnswerPage(handle, now, secret, all('approved')),
    ];

    expect(forwardee?.status).toBe(200);
    expect(owner.map((page) => page?.status)).toEqual([410, 410]);
    expect(owner.map((page) => page?.html).join()).not.toContain('Ann');
    expect((await found(world.clerk, id)).seats.map(({ answer }) => answer)).toEqual(['not-approved', 'not-approved']);
  });

  test('unknown, expired, replaced by a newer one, or taken back: nothing of the parcel is shown', async () => {
    const { world, id, secret, now } = await withLink();
    const late = new Date(now.getTime() + 15 * 24 * 3_600_000);

    const unknown = await showAnswerPage(handle, now, 'x'.repeat(43));
    const expired = await showAnswerPage(handle, late, secret);
    value(await createLink(again(world.clerk, 4), id));
    const replaced = await showAnswerPage(handle, now, secret);

    expect(unknown).toBeNull();
    expect([expired?.status, replaced?.status]).toEqual([410, 410]);
    expect(`${expired?.html}${replaced?.html}`).not.toContain('Ann');
    expect(JSON.stringify(await client(handle).answerLink.findMany())).not.toContain(secret);
  });
});

test('the names of a parcel go out in the forms, with the number of its letter; the authority is not asked for them', async () => {
  const world = await createSubmissionWorld(handle);
  await sent(world);
  const press_ = (who: Someone, shown: Message, label: string) => press(interactions, call(who, 2), shown, label);
  const parcel = messageOf(
    await press_(world.clerk, messageOf(await showMenu(call(world.clerk, 2), world.committee)), 'Open'),
  );

  const lists = messageOf(await press_(world.clerk, parcel, 'Lists in their forms'));
  const out = await press_(world.clerk, lists, 'CSV');
  const foreign = messageOf(await press_(world.answerer, lists, 'CSV'));

  expect(out).toMatchObject({ kind: 'show', file: { name: 'candidates-2026-03-02.csv' } });
  expect(out.kind === 'show' && out.file?.content).toMatch(/Ann.*\r\n.*Ben.*\r\n.*Cleo/su);
  expect(textOf(foreign)).not.toContain('Ann');
});
