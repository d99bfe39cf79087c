/** A vote on a list, prepared by somebody from whom one case on it is closed: whole for those who vote, led by others. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { castPaper } from '../../../src/features/ballots/operations/cast.ts';
import { closeRound } from '../../../src/features/ballots/operations/close.ts';
import { seeOwn, seeStanding } from '../../../src/features/ballots/operations/look.ts';
import { openRound } from '../../../src/features/ballots/operations/open.ts';
import { prepareRound } from '../../../src/features/ballots/operations/prepare.ts';
import type { BallotRoundId } from '../../../src/features/ballots/types/round.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList } from '../conferences/frozen-list.ts';
import { again, cards, createScene, minute, must, reasonOf, type Scene } from '../conferences/scene.ts';
import { ofQuestion } from './vote-world.ts';

const { handle } = await createTestDatabase();

/** The committee secretary is recused from Ned; so is Ann, and Bob from Nora. */
async function listWithClosedCase() {
  const scene = await createScene(handle, 'general');
  const list = await frozenList(scene);
  const [ann, bob] = scene.members;
  await recused(scene, scene.clerk.person, list.ned);
  await recused(scene, ann.person, list.ned);
  await recused(scene, bob.person, list.nora);
  return { scene, ...list };
}

async function recused(scene: Scene, person: PersonId, nominee: PersonId): Promise<void> {
  must(await recuse(again(scene.clockwork), { committee: scene.committee, person, nominee, recordedBy: null }));
}

function prepare(scene: Scene, list: Awaited<ReturnType<typeof frozenList>>['list']) {
  const form = { ...ofQuestion, subject: { kind: 'list' as const, list, position: null } };
  return prepareRound(again(scene.clerk), { committee: scene.committee, form });
}

async function namesOnPaper(who: Scene['clerk'], id: BallotRoundId, afterMs = 2 * minute) {
  const { round } = must(await seeOwn(again(who, afterMs), id));
  return round.questions.flatMap(({ candidates }) => candidates.map(({ fullName }) => fullName));
}

test('the preview is the one of a list without the closed case, and the vote is on everybody', async () => {
  const { scene, list } = await listWithClosedCase();

  const { round, asked } = must(await prepare(scene, list));

  expect(round.questions.flatMap(({ candidates }) => candidates.map((one) => one.fullName))).toEqual(['Nora Nominee']);
  // Ann is too close to the closed case alone: as far as its reader may know, she is asked.
  expect(asked.frozen).toMatchObject({ summoned: 4, recused: { summoned: 1 } });
  expect(await namesOnPaper(scene.chair, round.id, 0)).toEqual(['Nora Nominee', 'Ned Named']);
});

test('opened by them, papers go to who is free of every case, and the chair is told who leads it', async () => {
  const { scene, list } = await listWithClosedCase();
  const { round } = must(await prepare(scene, list));

  const opened = must(await openRound(again(scene.clerk), round.id));
  const own = must(await seeStanding(again(scene.clerk, 2 * minute), round.id));
  const whole = must(await seeStanding(again(scene.chair, 2 * minute), round.id));

  const persons = (kind: string) => cards(scene, kind).then((all) => all.map(({ personId }) => personId).sort());
  expect(await persons('ballots.paper')).toEqual([scene.chair.person, scene.withoutAccount].sort());
  expect(await persons('ballots.lead')).toEqual([scene.chair.person]);
  expect(opened).toMatchObject({ told: 2, toAsk: ['Otto Offline'] });
  expect(own.electors.map(({ fullName }) => fullName)).toEqual(['Cara Chair', 'Ann Arbor', 'Otto Offline']);
  expect(whole.electors.map(({ fullName }) => fullName)).toEqual(['Cara Chair', 'Otto Offline']);
});

test('what came of it is read by those who lead it, and by nobody who is recused', async () => {
  const { scene, list, ned } = await listWithClosedCase();
  const { round } = must(await prepare(scene, list));
  must(await openRound(again(scene.clerk), round.id));
  const { questions } = must(await seeOwn(again(scene.chair, 2 * minute), round.id)).round;
  const [question] = questions;
  const answers = Object.fromEntries((question?.candidates ?? []).map(({ id }) => [id, 'yes' as const]));
  const marks = { [question?.key ?? '']: { kind: 'yes-no' as const, answers } };
  must(await castPaper(again(scene.chair, 2 * minute), { round: round.id, marks }));

  must(await closeRound(again(scene.clerk, 3 * minute), round.id));
  const [own, led, anns] = await Promise.all(
    [scene.clerk, scene.chair, scene.members[0]].map((who) => seeOwn(again(who, 4 * minute), round.id)),
  );

  expect(must(led!).round.rulings?.flatMap(({ lines }) => lines)).toHaveLength(2);
  expect(must(own!)).toMatchObject({ sees: null, actions: [], round: { rulings: null, tallies: [] } });
  expect(JSON.stringify(must(own!).round)).not.toContain(ned);
  expect(reasonOf(anns!)).toBe('ballot-unknown');
});

test('a list about nobody but the closed case has nothing to vote on', async () => {
  const { scene, list, nora } = await listWithClosedCase();
  await recused(scene, scene.clerk.person, nora);

  expect(reasonOf(await prepare(scene, list))).toBe('ballot-list-unknown');
});

test('nobody with the right is free of every case: the deputy leads it, and closes it', async () => {
  const { scene, list, ned } = await listWithClosedCase();
  const dan = await scene.person('Dan Deputy', ['deputy']);
  await recused(scene, scene.chair.person, ned);
  const { round } = must(await prepare(scene, list));
  const before = await seeOwn(again(scene.members[0]), round.id);
  must(await openRound(again(scene.clerk), round.id));

  const led = must(await seeStanding(again(dan, 2 * minute), round.id));
  const closed = await closeRound(again(dan, 3 * minute), round.id);

  expect(reasonOf(before)).toBe('ballot-unknown');
  expect((await cards(scene, 'ballots.lead')).map(({ personId }) => personId)).toEqual([dan.person]);
  expect(led).toMatchObject({ leads: true, mayRun: true });
  expect(closed.ok).toBe(true);
  expect(must(await seeOwn(again(dan, 4 * minute), round.id)).sees).toBe('numbers');
});

test('control: with nobody recused the deputy leads no vote', async () => {
  const scene = await createScene(handle, 'general');
  const { list } = await frozenList(scene);
  const dan = await scene.person('Dan Deputy', ['deputy']);
  const { round } = must(await prepare(scene, list));

  const seen = await seeOwn(again(dan), round.id);

  expect(round.questions[0]?.candidates).toHaveLength(2);
  expect(reasonOf(seen)).toBe('ballot-unknown');
  expect(await client(handle).delivery.count({ where: { workspaceId: scene.workspace, kind: 'ballots.lead' } })).toBe(
    0,
  );
});
