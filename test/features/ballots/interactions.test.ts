/** A vote from the menu to the result, with buttons and forms, as the router sees them. */
import type { Message } from '../../../src/chat/message.ts';
import { ballotCards, ballotInteractions } from '../../../src/features/ballots/interactions/register.ts';
import { showMenu } from '../../../src/features/ballots/interactions/running.ts';
import { buttonsOf, callOf, filled, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList } from '../conferences/frozen-list.ts';
import { again, cards, createScene, minute, type Scene, type Somebody } from '../conferences/scene.ts';

const { handle } = await createTestDatabase();

const call = (who: Somebody, afterMs = 0) => callOf(who, null, afterMs);

async function cardOf(scene: Scene, kind: string, who: Somebody, afterMs: number): Promise<Message | null> {
  const row = (await cards(scene, kind)).find(({ personId }) => personId === who.person);
  const context = { ids: (row?.ids ?? {}) as Record<string, string>, to: { person: who.person } };
  const render = ballotCards[kind];
  if (!row || !render) return null;
  const more = { committee: scene.committee, isSentAgain: false, isRedraw: false };
  return render({ ...context, ...more, act: again(who, afterMs) });
}

async function fromMenuToOpen(scene: Scene, values: Record<string, string>): Promise<Message> {
  const menu = messageOf(await showMenu(call(scene.clerk), scene.committee));
  const form = formOf(await press(ballotInteractions, call(scene.clerk), menu, 'Open a vote'));
  return messageOf(await submit(ballotInteractions, call(scene.clerk), form, { date: '2026-03-05', ...values }));
}

test('a question is previewed, opened, answered, changed, entered for somebody, closed and announced', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const question = 'Shall Nora lead the audit?';
  const preview = await fromMenuToOpen(scene, { question, rule: 'simple-majority' });
  const opened = messageOf(await press(ballotInteractions, call(scene.clerk), preview, 'Open the vote'));
  const card = (await cardOf(scene, 'ballots.paper', ann, 2 * minute)) as Message;
  const paper = formOf(await press(ballotInteractions, call(ann, 2 * minute), card, 'Vote'));
  const sent = messageOf(await submit(ballotInteractions, call(ann, 2 * minute), paper, { q0c0: 'yes' }));
  const inHand = (await cardOf(scene, 'ballots.paper', ann, 3 * minute)) as Message;
  const second = formOf(await press(ballotInteractions, call(ann, 3 * minute), inHand, 'Change my paper'));
  const changed = messageOf(await submit(ballotInteractions, call(ann, 3 * minute), second, { q0c0: 'no' }));
  const standing = messageOf(await press(ballotInteractions, call(scene.clerk, 4 * minute), opened, 'Who has voted'));
  const entry = formOf(await press(ballotInteractions, call(scene.clerk, 4 * minute), standing, 'Enter a paper'));
  const entered = messageOf(
    await submit(ballotInteractions, call(scene.clerk, 4 * minute), entry, {
      ...{ person: scene.withoutAccount, q0c0: 'yes', via: 'phone' },
    }),
  );
  const closed = messageOf(await press(ballotInteractions, call(scene.clerk, 5 * minute), standing, 'Close the vote'));
  const told = messageOf(await press(ballotInteractions, call(scene.clerk, 6 * minute), closed, 'Announce the result'));
  const result = (await cardOf(scene, 'ballots.result', ann, 7 * minute)) as Message;

  expect(textOf(preview)).toContain('please ask them yourself and enter their papers: Otto Offline');
  expect(card.summary).not.toContain('Nora');
  expect(textOf(card)).toContain('papers carry names');
  expect(textOf(sent)).toContain('Your paper is in.');
  // What was marked is in the form again, and nowhere in a button.
  expect(filled(second)).toMatchObject({ q0c0: 'yes' });
  expect(JSON.stringify([...buttonsOf(card), ...buttonsOf(inHand)])).not.toMatch(/yes|no"/u);
  expect(textOf(changed)).toContain('Your paper took the place of the one of');
  expect(textOf(standing)).toContain('1 of 4 have voted.');
  expect(textOf(entered)).toContain('The paper of Otto Offline is in.');
  expect(textOf(closed)).toContain('No quorum');
  expect(textOf(told)).toContain('Announced to 4 people.');
  expect(textOf(result)).toContain('Result of the vote');
  expect(result.summary).toBe('A vote has closed');
});

test('of a list every person is answered for; a paper left empty is a blank one', async () => {
  const scene = await createScene(handle, 'vn-party');
  const [ann, bob] = scene.members;
  const { list } = await frozenList(scene);
  const menu = messageOf(await showMenu(call(scene.clerk), scene.committee));
  const form = formOf(await press(ballotInteractions, call(scene.clerk), menu, 'Open a vote'));
  const field = form.items.find((item) => item.kind === 'field' && item.name === 'subject');
  const options = field?.kind === 'field' && field.input.type === 'select' ? field.input.options : [];
  const subject = options.find(({ value }) => value.startsWith(list))?.value ?? '';
  const values = { subject, rule: 'vn-decision', date: '2026-03-05' };
  const preview = messageOf(await submit(ballotInteractions, call(scene.clerk), form, values));
  await press(ballotInteractions, call(scene.clerk), preview, 'Open the vote');
  const card = (await cardOf(scene, 'ballots.paper', ann, 2 * minute)) as Message;
  const paper = formOf(await press(ballotInteractions, call(ann, 2 * minute), card, 'Vote'));
  await submit(ballotInteractions, call(ann, 2 * minute), paper, { q0c0: 'yes', q0c1: 'no' });
  const empty = formOf(await press(ballotInteractions, call(bob, 2 * minute), card, 'Vote'));
  const blank = messageOf(await submit(ballotInteractions, call(bob, 2 * minute), empty, {}));

  expect(options.map(({ label }) => label)).toContain('List no. 1, Plan 2025: Secretary');
  expect(textOf(preview)).toContain('Nora Nominee');
  // The card itself names nobody: names open behind its button.
  expect(textOf(card)).not.toContain('Nora');
  expect(textOf(paper)).toContain('Nora Nominee');
  expect(textOf(blank)).toContain('Your paper is in.');
});
