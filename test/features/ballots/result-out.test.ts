/** Under a result: the arithmetic for everybody who sees the numbers, the count minutes for those who run or count it. */
import type { Button, Message } from '../../../src/chat/message.ts';
import { client } from '../../../src/database/client.ts';
import { resultInteractions } from '../../../src/features/ballots/interactions/result.ts';
import { showRound } from '../../../src/features/ballots/interactions/shared.ts';
import { announceResult } from '../../../src/features/ballots/operations/after.ts';
import { closeRound } from '../../../src/features/ballots/operations/close.ts';
import type { BallotRoundId } from '../../../src/features/ballots/types/round.ts';
import { howButton, minutesButton } from '../../../src/features/ballots/views/buttons.ts';
import { buttonsOf, callOf, messageOf, press, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, minute, must, type Scene, type Somebody } from '../conferences/scene.ts';
import { openedVote, vote } from './vote-world.ts';

const { handle } = await createTestDatabase();

const call = (who: Somebody) => callOf(who, null, 5 * minute);
const shownTo = async (who: Somebody, round: BallotRoundId): Promise<Message> =>
  messageOf(await showRound(call(who), round));
const labels = (message: Message): string[] => buttonsOf(message).map(({ label }) => label);

/** A message that somebody still has, whatever they may do by now. */
function under(button: Button): Message {
  return { summary: '', blocks: [{ kind: 'buttons', buttons: [button] }] };
}

/** Three of four vote, two yes, one no; closed by hand. */
async function closedVote(scene: Scene): Promise<BallotRoundId> {
  const { id } = await openedVote(scene);
  const [ann, bob] = scene.members;
  for (const [who, answer] of [
    [ann, 'yes'],
    [bob, 'no'],
    [scene.chair, 'yes'],
  ] as const)
    must(await vote(who, id, answer));
  must(await closeRound(again(scene.clerk, 4 * minute), id));
  return id;
}

test('the committee secretary reads how it came about, and takes the minutes as text and as a table', async () => {
  const scene = await createScene(handle, 'general');
  const id = await closedVote(scene);

  const result = await shownTo(scene.clerk, id);
  const how = messageOf(await press(resultInteractions, call(scene.clerk), result, 'Show me how'));
  const minutes = messageOf(await press(resultInteractions, call(scene.clerk), result, 'Count minutes'));
  const table = await press(resultInteractions, call(scene.clerk), minutes, 'As a table (CSV)');

  expect(textOf(result)).toContain('Needed');
  expect(textOf(how)).toContain('More than half of the valid papers are needed: 1 × 3 ÷ 2 = 1 1/2, so at least 2.');
  expect(textOf(how)).toContain('2 for, 1 against. Needed: 2. Passed.');
  const copied = minutes.blocks.flatMap((block) => (block.kind === 'copy' ? [block.text] : [])).join('');
  expect(copied).toContain('COUNT MINUTES');
  expect(copied).toContain('Matter: Shall the report be published?');
  expect(copied).toContain('2 for, 1 against; 2/3 of the valid papers, 66.6%; needed 2. Passed.');
  expect(table).toMatchObject({ kind: 'show', file: { name: expect.stringMatching(/^count-minutes-[\d-]+\.csv$/u) } });
  const csv = table.kind === 'show' ? String(table.file?.content) : '';
  expect(csv.trim().split('\r\n')).toHaveLength(2);
  expect(csv).toContain(',2,1,0,valid papers,3,2,66.6%,Passed,');
});

test('a member sees neither numbers nor minutes before the result is announced, and the numbers after it', async () => {
  const scene = await createScene(handle, 'general');
  const id = await closedVote(scene);
  const [ann] = scene.members;

  const before = await shownTo(ann, id);
  const how = messageOf(
    await press(resultInteractions, call(ann), under(howButton.draw('press', { round: id })), 'press'),
  );
  const minutes = messageOf(
    await press(resultInteractions, call(ann), under(minutesButton.draw('press', { round: id, how: 'csv' })), 'press'),
  );
  must(await announceResult(again(scene.clerk, 4 * minute), id));
  const after = await shownTo(ann, id);

  expect(labels(before)).toEqual([]);
  expect(textOf(how)).toContain('are not announced, or not to you');
  expect(textOf(minutes)).toContain('for the chair, the committee secretary and the tellers');
  expect(labels(after)).toEqual(['Show me how']);
});

test('taking the minutes out is in the history; an open vote has none', async () => {
  const scene = await createScene(handle, 'general');
  const { id } = await openedVote(scene);
  const kept = under(minutesButton.draw('press', { round: id, how: 'text' }));
  const early = messageOf(await press(resultInteractions, call(scene.clerk), kept, 'press'));
  must(await closeRound(again(scene.clerk, 4 * minute), id));
  await press(resultInteractions, call(scene.clerk), kept, 'press');

  const taken = await client(handle).auditEvent.count({ where: { kind: 'ballots.minutes-exported', subjectId: id } });

  expect(textOf(early)).toContain('There are no count minutes yet');
  expect(taken).toBe(1);
});
