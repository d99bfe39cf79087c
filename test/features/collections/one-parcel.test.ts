/** One parcel of all lists in the chat: what is missing is named with its way out, and every answer finds its unit. */

import type { Reply } from '../../../src/chat/call.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Message } from '../../../src/chat/message.ts';
import { showCollections } from '../../../src/features/collections/interactions/rounds.ts';
import { showMenu } from '../../../src/features/submissions/interactions/manage.ts';
import { callOf, formOf, messageOf, press, search, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, cardsOf, type Someone, value } from '../reviews/review-world.ts';
import { features } from '../submissions/submission-world.ts';
import { createOffice, handedIn, letter, opened } from './office.ts';

const { handle } = await createTestDatabase();

/** Somebody at the chat, so many minutes after the beginning. */
function at(who: Someone, minutes: number) {
  const call = callOf(again(who, minutes));
  return {
    presses: (shown: Message | Form, label: string) => press(features.interactions, call, shown, label),
    submits: (form: Reply, values: Parameters<typeof submit>[3]) =>
      submit(features.interactions, call, formOf(form), values).then(messageOf),
  };
}

test('missing, settled, sent, answered, and told', async () => {
  const office = await createOffice(handle);
  const { department, clerk } = office;
  const authority = await office.person('Max Minister');
  const id = await opened(office);
  value(await handedIn(office, id));
  value(await letter(office, id, 'South'));
  const here = at(department, 3);
  const menu = messageOf(await showCollections(callOf(again(department, 3)), office.above));
  const rollUp = messageOf(await here.presses(menu, 'Open'));

  const lacking = messageOf(await here.presses(rollUp, 'One parcel upward'));
  const without = await here.submits(await here.presses(lacking, 'Go without it'), { word: 'Dissolved.' });
  const twice = await here.presses(without, 'Settle');
  const complete = await here.submits(twice, { as: 'together' });
  const form = formOf(await here.presses(complete, 'Prepare the submission'));
  const [minister] = await search(features.interactions, callOf(again(department, 3)), form, 'answerer', 'minister');
  const draft = messageOf(
    await submit(features.interactions, callOf(again(department, 3)), form, {
      ...{ authority: 'The Ministry', answerer: minister ?? null, letter: '20-TTr' },
    }),
  );
  await here.presses(draft, 'Send');

  expect(textOf(lacking)).toContain('1 unit has not handed in.');
  expect(textOf(lacking)).toContain('1 name is on the lists of several units.');
  expect(textOf(lacking)).toContain('Ann Sample: North and South [Settle]');
  expect(textOf(lacking)).not.toContain('[Prepare the submission]');
  expect(textOf(formOf(twice))).toContain('North: Director');
  expect(textOf(complete)).toContain('stands once, for all of these units');
  expect(textOf(complete)).toContain('West: the parcel goes without it: “Dissolved.”');
  expect(textOf(draft)).toContain('from North, submission letter no. 12-TTr and from South, letter no. 12/BC of');

  const unit = messageOf(await showMenu(callOf(again(clerk, 5)), office.committee));
  const passed = messageOf(await at(clerk, 5).presses(unit, 'Open'));
  expect(textOf(passed)).toContain('Passed on: in parcel no. 1 of Department');
  expect(textOf(passed)).not.toContain('[Take back]');

  const card = await cardOf('submissions.asked', authority, 5);
  const seats = messageOf(await at(authority, 5).presses(card, 'Read and answer'));
  const refusing = await at(authority, 5).presses(seats, 'Answer');
  const asked = await at(authority, 5).submits(refusing, { answer: 'returned', word: 'Since when in office?' });
  await at(authority, 5).presses(asked, 'Approve the 2 left');
  const question = await cardOf('submissions.question', clerk, 6);
  const open = messageOf(await at(clerk, 6).presses(question, 'Open'));
  const replied = await at(clerk, 6).submits(await at(clerk, 6).presses(open, 'Answer the question'), {
    reply: 'Since 2019.',
  });
  expect(textOf(open)).toContain('“Since when in office?”');
  expect(textOf(replied)).toContain('Reply to the question: “Since 2019.”');

  const waiting = messageOf(await at(authority, 7).presses(card, 'Read and answer'));
  expect(textOf(waiting)).toContain('Reply to the question: “Since 2019.”');
  await at(authority, 7).presses(waiting, 'Approve the 1 left');
  const upward = messageOf(await showMenu(callOf(again(department, 8)), office.above));
  const merged = messageOf(await at(department, 8).presses(upward, 'Open'));
  const decided = await at(department, 8).submits(await at(department, 8).presses(merged, 'Enter the decision'), {
    ...{ number: '9-QĐ', dated: '2026-03-02' },
  });
  const text = messageOf(await at(department, 9).presses(decided, 'Text for the unit'));
  const told = await at(department, 9).submits(await at(department, 9).presses(text, 'The unit was told'), {
    letter: '31-CV',
  });

  expect(textOf(decided)).toContain('South: the answers on 2 names [Text for the unit]');
  expect(textOf(text)).toContain('The Ministry decided, no. 9-QĐ');
  expect(textOf(text)).toContain('2. Deputy: Ted Sample: approved');
  expect(textOf(text)).not.toContain('Ben Example');
  expect(textOf(told)).not.toContain('[Text for the unit]');
  const own = messageOf(await at(clerk, 9).presses(question, 'Open'));
  expect(textOf(own)).toContain('2 names: 2 approved');
  expect(textOf(formOf(await at(clerk, 9).presses(own, 'Enter the decision')))).toContain('2 enter');

  async function cardOf(kind: string, who: Someone, minutes: number): Promise<Message> {
    const row = (await cardsOf(handle, office, kind)).find(({ personId }) => personId === who.person);
    const message = await features.cards[kind]?.({
      ...{ ids: (row?.ids ?? {}) as Record<string, string>, to: { person: who.person }, committee: office.above },
      ...{ isSentAgain: false, isRedraw: false, act: again(who, minutes) },
    });
    if (!message) throw new Error(`no card ${kind}`);
    return message;
  }
});
