/** A secret vote with key-holders inside a running conference: from the roll call to its line in the minutes. */
import { announceResult } from '../../../src/features/ballots/operations/after.ts';
import { closeByClock } from '../../../src/features/ballots/operations/close.ts';
import { seeOwn } from '../../../src/features/ballots/operations/look.ts';
import { openSecretPaper, sendSecretPaper } from '../../../src/features/ballots/operations/secret-cast.ts';
import type { BallotRound } from '../../../src/features/ballots/types/round.ts';
import { seeMinutes } from '../../../src/features/minutes/operations/look.ts';
import { minutesText } from '../../../src/features/minutes/views/draft.ts';
import { closeItem } from '../../../src/features/sittings/operations/agenda.ts';
import { seeSitting } from '../../../src/features/sittings/operations/look.ts';
import * as record from '../../../src/features/sittings/operations/record.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { buttonOf, formOf, handsOf, wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { must, reasonOf, type Somebody } from '../conferences/scene.ts';
import { at, inSession, moves, preparedHere, type RunningVote } from './running-vote.ts';
import { boxOf, buttonWith, features, takeKey, urns } from './secret-world.ts';
import { saying } from './vote-world.ts';

const { handle } = await createTestDatabase();
const t = texts('en', 'UTC', 'party');

interface Keyed extends RunningVote {
  readonly voters: readonly Somebody[];
  readonly late: Somebody;
  readonly round: BallotRound;
  readonly words: readonly string[];
  readonly box: Awaited<ReturnType<typeof boxOf>>;
}

const hands = (act: Act, minutes: number) => handsOf(at(act, minutes), features.interactions);

/** Five with an account are in the room, and Otto without one; the chair, Ann and Bob hold the keys. Papers are out from 14. */
async function keyed(): Promise<Keyed> {
  const more: Somebody[] = [];
  const running = await inSession(handle, {
    async prepare(scene) {
      for (const number of [1, 2, 3]) more.push(await scene.person(`Voter Number${number}`, ['member']));
      return {};
    },
  });
  const { scene } = running;
  const here = more.slice(0, 2);
  for (const { person } of here) must(await moves(running, person, 'arrived', 6));
  const round = await preparedHere(running, { mode: 'secret' });
  const holders = [scene.chair, ...scene.members];
  const naming = formOf(await hands(scene.clerk, 10).press(buttonWith('ballots.holders', { round: round.id })));
  const named = await hands(scene.clerk, 10).submit(naming, { holders: holders.map(({ person }) => person) });
  await hands(scene.clerk, 10).press(buttonOf(named, 'Ask the key-holders'));
  const box = await boxOf(handle, round.id);
  const words: string[] = [];
  for (const holder of holders) words.push(await takeKey(at(holder, 10), box));
  const opened = await hands(scene.clerk, 13).press(buttonWith('ballots.open-sealed', { round: round.id }));
  expect(wordsOf(opened)).toContain('people');
  return { ...running, voters: [...holders, ...here], late: more[2]!, round, words, box };
}

async function sends(who: Somebody, { round }: Keyed, answer: 'yes' | 'no', minutes: number) {
  const open = await openSecretPaper(at(who, minutes), round.id);
  if (!open.ok) return open;
  const { receipt } = open.value;
  const paper = { round: round.id, marks: () => saying(answer), receipt, isTyped: false };
  return sendSecretPaper(at(who, minutes), urns, paper);
}

async function typesWords(world: Keyed, holder: number, minutes: number): Promise<void> {
  const keyboard = hands(world.voters[holder]!, minutes);
  const form = formOf(await keyboard.press(buttonWith('sealing.type-words', { box: world.box })));
  const typed = await keyboard.submit(form, { words: world.words[holder]! });
  expect(typed.kind).toBe('show');
}

test('who is in the room votes; who leaves keeps a paper that is in; the keys open it after the end; the minutes have no number', async () => {
  const world = await keyed();
  const { scene, conference, voters, late, round } = world;
  const [ann] = scene.members;
  for (const voter of voters.slice(0, 5)) must(await sends(voter, world, 'yes', 15));
  must(await moves(world, ann.person, 'left', 16));
  must(await moves(world, late.person, 'arrived', 16));
  const out = await sends(ann, world, 'no', 17);
  const came = await sends(late, world, 'no', 17);
  const meanwhile = await closeItem(at(scene.clerk, 17), { conference, time: null });
  const seen = must(await seeSitting(at(scene.clerk, 17), conference));

  await closeByClock(at(scene.clockwork, 29), round.id);
  must(await closeItem(at(scene.clerk, 30), { conference, time: null }));
  must(await record.conclude(at(scene.clerk, 31), { conference, time: null }));
  const before = minutesText(t, must(await seeMinutes(at(scene.clerk, 32), conference)));
  await typesWords(world, 0, 90);
  await typesWords(world, 1, 95);
  must(await announceResult(at(scene.chair, 100), round.id));
  const after = minutesText(t, must(await seeMinutes(at(scene.clerk, 101), conference)));
  const chairs = must(await seeOwn(at(scene.chair, 101), round.id));
  const members = must(await seeOwn(at(voters[4]!, 101), round.id));

  expect([out, came, meanwhile].map(reasonOf)).toEqual(['ballot-out-of-room', 'ballot-came-later', 'vote-open-here']);
  expect(seen.course.voting).toBe(round.id);
  expect(before).toContain('closed; the papers are not counted');
  // Six by the roll call, five of them with an account; five papers, all alike: the number would tell of every one.
  expect(chairs.round.frozen).toMatchObject({ summoned: 7, seated: 7, present: 6 });
  expect(chairs.round.rulings?.[0]).toMatchObject({ issued: 5, returned: 5, outcome: 'passed' });
  expect([chairs.sees, members.sees]).toEqual(['numbers', 'outcome']);
  expect(after).toContain('Vote on Shall the report be published?: Passed.');
  expect(after).not.toMatch(/Passed \(|5 for|returned 5/u);
});

test('with fewer papers than the shield nobody opens them, and the minutes say so without a number', async () => {
  const world = await keyed();
  const { scene, conference, voters, round } = world;
  for (const voter of voters.slice(0, 4)) must(await sends(voter, world, 'yes', 15));

  await closeByClock(at(scene.clockwork, 29), round.id);
  must(await closeItem(at(scene.clerk, 30), { conference, time: null }));
  const words = minutesText(t, must(await seeMinutes(at(scene.clerk, 32), conference)));

  expect(must(await seeOwn(at(scene.chair, 32), round.id)).round.rulings).toBeNull();
  expect(words).toContain('closed; the papers are not counted');
  expect(words).not.toMatch(/[0-9] for|returned [0-9]/u);
});
