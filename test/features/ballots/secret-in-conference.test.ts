/** Papers without names inside a running conference; a sealed vote that is taken back; who reads the count minutes. */
import { closeByClock } from '../../../src/features/ballots/operations/close.ts';
import { undoOpening } from '../../../src/features/ballots/operations/open.ts';
import { seePrepared } from '../../../src/features/ballots/operations/prepare.ts';
import { openSecretPaper, sendSecretPaper } from '../../../src/features/ballots/operations/secret-cast.ts';
import { openSecret } from '../../../src/features/ballots/operations/secret-open.ts';
import type { BallotRound } from '../../../src/features/ballots/types/round.ts';
import { previewMessage } from '../../../src/features/ballots/views/messages.ts';
import { seeMinutes } from '../../../src/features/minutes/operations/look.ts';
import { minutesText } from '../../../src/features/minutes/views/draft.ts';
import { openUnnamed } from '../../../src/features/sealing/operations/unnamed.ts';
import { closeItem } from '../../../src/features/sittings/operations/agenda.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { must, reasonOf, type Somebody } from '../conferences/scene.ts';
import { at, inSession, moves, preparedHere, type RunningVote } from './running-vote.ts';
import { boxOf, features, urns } from './secret-world.ts';
import { saying } from './vote-world.ts';

const { handle } = await createTestDatabase();
const t = texts('en', 'UTC', 'party');

interface Sealed extends RunningVote {
  readonly voters: readonly Somebody[];
  readonly round: BallotRound;
}

/** The chair and five more with an account are in the room; Otto has none. */
async function sealedHere(): Promise<Sealed> {
  const more: Somebody[] = [];
  const running = await inSession(handle, {
    async prepare(scene) {
      for (const number of [1, 2, 3]) more.push(await scene.person(`Voter Number${number}`, ['member']));
      return {};
    },
  });
  for (const { person } of more) must(await moves(running, person, 'arrived', 6));
  const round = await preparedHere(running, { mode: 'unnamed' });
  return { ...running, round, voters: [running.scene.chair, ...running.scene.members, ...more] };
}

async function sends(who: Somebody, round: BallotRound, answer: 'yes' | 'no', minutes: number) {
  const open = await openSecretPaper(at(who, minutes), round.id);
  if (!open.ok) return open;
  const { receipt } = open.value;
  return sendSecretPaper(at(who, minutes), urns, {
    round: round.id,
    marks: () => saying(answer),
    receipt,
    isTyped: false,
  });
}

test('sealed papers end with the clock; the item goes on at once, and their count comes into the minutes', async () => {
  const { scene, conference, round, voters } = await sealedHere();
  must(await openSecret(at(scene.clerk, 11), urns, round.id));
  for (const voter of voters.slice(0, 4)) must(await sends(voter, round, 'yes', 13));
  must(await sends(voters[4]!, round, 'no', 13));
  must(await moves({ scene, conference, item: round.item as never }, voters[5]!.person, 'left', 14));
  const gone = await sends(voters[5]!, round, 'no', 15);
  const receipt = 'AAAABBBBCCCC';
  const left = { round: round.id, marks: () => saying('no'), receipt, isTyped: false };
  const withAnOpenForm = await sendSecretPaper(at(voters[5]!, 15), urns, left);
  const early = await closeItem(at(scene.clerk, 16), { conference, time: null });

  await closeByClock(at(scene.clockwork, 27), round.id);
  must(await closeItem(at(scene.clerk, 28), { conference, time: null }));
  const before = minutesText(t, must(await seeMinutes(at(scene.clerk, 28), conference)));
  const box = await boxOf(handle, round.id);
  await openUnnamed(handle, urns, features.sealedSubjects, { box, now: at(scene.clerk, 29).now });
  const after = minutesText(t, must(await seeMinutes(at(scene.clerk, 30), conference)));

  expect([gone, withAnOpenForm].map(reasonOf)).toEqual(['ballot-out-of-room', 'ballot-out-of-room']);
  expect(reasonOf(early)).toBe('vote-open-here');
  expect(before).toContain('closed; the papers are not counted');
  expect(after).toContain('Passed (4 for, 1 against). Summoned 7, present 7, recused 0; papers issued 6, returned 5');
  expect(after).not.toContain('are not counted');
});

test('a sealed vote whose opening is taken back stands prepared again, whole, and can be opened', async () => {
  const { scene, round } = await sealedHere();
  must(await openSecret(at(scene.clerk, 11), urns, round.id));

  const anew = must(await undoOpening(at(scene.clerk, 11.5), round.id));
  const opened = must(await openSecret(at(scene.clerk, 13), urns, anew.id)).round;

  expect(anew.id).not.toBe(round.id);
  const { subject, rule, mode, place, conference, item } = round;
  expect(anew).toMatchObject({ subject, rule, mode, place, conference, item, state: 'prepared' });
  expect(opened).toMatchObject({ state: 'open', closesAt: at(scene.clerk, 29).now });
});

test('the preview names who reads the count minutes', async () => {
  const { scene, round } = await sealedHere();

  const preview = textOf(previewMessage(t, must(await seePrepared(at(scene.clerk, 10), round.id))));

  expect(preview).toContain('Private papers without names to 6 people. It is not a secret vote');
  expect(preview).toMatch(/Who reads the count minutes: .*Cara Chair/);
  expect(preview).not.toMatch(/Who reads the count minutes: .*Ann Arbor/);
});
