import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { groundOf } from '../../../src/features/eligibility/rules/leaving.ts';
import { nominationPlanUses } from '../../../src/features/nominations/operations/plan-uses.ts';
import { changePerson } from '../../../src/features/people/operations/register.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import type { PlanUses } from '../../../src/features/plans/types.ts';
import { removalCards } from '../../../src/features/removals/interactions.ts';
import {
  keepInPlan,
  proposeRemoval,
  removeFromPlan,
  undoRemoval,
} from '../../../src/features/removals/operations/close.ts';
import { seeRemoval, seeWatch } from '../../../src/features/removals/operations/look.ts';
import { watchCommittee } from '../../../src/features/removals/operations/watch.ts';
import { removalMessage } from '../../../src/features/removals/views/messages.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  createScene,
  eligible,
  inRegister,
  must,
  propose,
  type Scene,
  type Somebody,
} from '../nominations/scene.ts';
import { paper, standing, whoStands } from '../yearly-reviews/scene.ts';

const { handle } = await createTestDatabase();

const aDay = 86_400_000;
const uses: readonly PlanUses[] = [nominationPlanUses([])];

interface Watched extends Scene {
  readonly young: PersonId;
  readonly old: PersonId;
}

/** Two stand in the plan; one of them would reach retirement within the term. */
async function createWatched(): Promise<Watched> {
  const scene = await createScene(handle);
  const young = await inRegister(scene, 'Lê Thị Mẫu');
  const old = await inRegister(scene, 'Trần Văn Cũ', { birthMonth: '1966-01' });
  await standing(scene, scene.plan, [young, old]);
  return { ...scene, young, old };
}

async function night(scene: Scene, days: number) {
  await watchCommittee(again(scene.clockwork, days * aDay, { zone: 'Asia/Ho_Chi_Minh' }), scene.committee);
}

async function proposals(scene: Scene, act: Somebody = scene.clerk) {
  const { lines } = must(await seeWatch(again(act, aDay), { committee: scene.committee, plan: scene.plan.id }));
  return lines.map(({ removal, person }) => ({ ...removal, name: person.fullName }));
}

async function onlyProposal(scene: Watched) {
  await night(scene, 1);
  const [only] = await proposals(scene);
  if (!only) throw new Error('the watch found nobody');
  return { committee: scene.committee, removal: only.id };
}

async function correctAge(scene: Watched, birthMonth: string, version: number) {
  const form = { fullName: 'Trần Văn Cũ', ...eligible, birthMonth };
  const change = { committee: scene.committee, person: scene.old, version, form, discipline: null };
  must(await changePerson(again(scene.clerk, aDay), { ...change, replacesNewest: true }));
}

function cards(scene: Scene) {
  return client(handle).delivery.findMany({ where: { workspaceId: scene.workspace, kind: 'removals.watch' } });
}

async function readCard(scene: Scene, act: Somebody) {
  const message = await removalCards['removals.watch']?.({
    ...{ act: again(act, aDay), ids: { committee: scene.committee }, to: { person: act.person } },
    ...{ committee: scene.committee, isSentAgain: false, isRedraw: false },
  });
  return message ? wordsOf(message) : null;
}

describe('the nightly watch', () => {
  test('proposes whoever drops out, with rule and numbers, tells the secretary once, and removes nobody', async () => {
    const scene = await createWatched();

    await night(scene, 1);
    await night(scene, 2);

    expect(await proposals(scene)).toMatchObject([
      { name: 'Trần Văn Cũ', reason: 'over-age', state: 'open', evidence: { facts: { birthMonth: '1966-01' } } },
    ]);
    expect((await cards(scene)).map(({ personId }) => personId)).toEqual([scene.clerk.person]);
    expect(await readCard(scene, scene.clerk)).toContain('In the plan Plan 2027–2032 1 person may have to leave.');
    expect(await readCard(scene, scene.ann)).toBeNull();
    expect(await whoStands(scene, scene.plan)).toHaveLength(2);
  });

  test('says who meets the rules again, and since when', async () => {
    const scene = await createWatched();
    await night(scene, 1);
    await correctAge(scene, '1985-04', 1);

    await night(scene, 1.5);

    expect(await proposals(scene)).toMatchObject([{ name: 'Trần Văn Cũ', state: 'lapsed' }]);
    expect(await cards(scene)).toHaveLength(2);
    expect(await readCard(scene, scene.clerk)).toContain('1 person meets the rules again.');
  });

  test('does not bring a ground again on which a person decided to keep somebody', async () => {
    const scene = await createWatched();
    const at = await onlyProposal(scene);

    must(await keepInPlan(again(scene.chair, aDay), { ...at, note: 'The term is shortened.' }));
    await night(scene, 2);

    expect(await proposals(scene)).toEqual([]);
    expect(await cards(scene)).toHaveLength(1);
  });

  test.each([
    ['a term to come that would not be served', 'age-next-term', 'blocks', {}, 'over-age'],
    ['fewer months left than an addition needs', 'age-current-term', 'blocks', { remainingMonths: 12 }, null],
    ['retirement reached', 'age-current-term', 'blocks', { remainingMonths: 0 }, 'over-age'],
    ['a measure in effect', 'discipline', 'blocks', {}, 'discipline'],
    ['a measure whose end is not known', 'discipline', 'not-known', {}, null],
    ['an equal or higher post', 'only-higher', 'blocks', {}, 'appointed'],
    ['too many people for the position', 'people-per-position', 'blocks', {}, null],
  ] as const)('%s: %s %s gives the ground that planning 2.8 names', (_what, rule, level, facts, ground) => {
    expect(groundOf({ rule, level, facts })).toBe(ground);
  });
});

describe('a removal', () => {
  test('is closed by a named person with the decision, and ends the candidacy for the same position', async () => {
    const scene = await createWatched();
    const at = await onlyProposal(scene);
    const { nomination } = must(await propose(scene.clerk, scene, scene.young));
    await client(handle).nomination.update({ where: { id: nomination }, data: { personId: scene.old } });
    const seen = must(await seeRemoval(again(scene.clerk, aDay), at, uses));

    must(await removeFromPlan(again(scene.clerk, aDay), { ...at, paper }, uses));

    expect(seen.uses).toMatchObject([{ kind: 'nomination', ends: true, title: 'Deputy' }]);
    expect(await whoStands(scene, scene.plan)).toEqual(['Lê Thị Mẫu at Deputy since 2025-06-01 by 12-QĐ/ĐU']);
    const left = await client(handle).planEntry.findFirst({ where: { personId: scene.old } });
    expect(left).toMatchObject({ leftOn: '2026-03-01', decisionOut: '45-QĐ/ĐU', reasonOut: 'over-age' });
    const candidacy = await client(handle).nomination.findUnique({ where: { id: nomination } });
    expect(candidacy).toMatchObject({ state: 'withdrawn', endReason: 'over the age' });
  });

  test('is undone within the minute with everything that it ended, and not afterwards', async () => {
    const scene = await createWatched();
    const at = await onlyProposal(scene);
    const before = await whoStands(scene, scene.plan);
    const first = must(await removeFromPlan(again(scene.clerk, aDay), { ...at, paper }, uses));

    must(await undoRemoval(again(scene.clerk, aDay + 30_000), { ...at, batch: first.batch ?? '' }, uses));
    const afterUndo = await whoStands(scene, scene.plan);
    const second = must(await removeFromPlan(again(scene.clerk, aDay + 40_000), { ...at, paper }, uses));
    const late = await undoRemoval(again(scene.clerk, aDay + 101_000), { ...at, batch: second.batch ?? '' }, uses);

    expect(afterUndo).toEqual(before);
    expect(late).toMatchObject({ reason: 'too-late-to-undo' });
    expect(await whoStands(scene, scene.plan)).toHaveLength(1);
  });

  test('is refused while a vote runs on the person, and nothing of it is applied', async () => {
    const scene = await createWatched();
    const at = await onlyProposal(scene);
    const running: PlanUses = {
      usesOf: async () => [{ kind: 'ballot', holds: true, ends: false, number: null, at: scene.clerk.now }],
    };

    const removed = await removeFromPlan(again(scene.clerk, aDay), { ...at, paper }, [...uses, running]);

    expect(removed).toMatchObject({ reason: 'removal-ballot-runs', facts: { until: scene.clerk.now } });
    expect(await whoStands(scene, scene.plan)).toHaveLength(2);
  });

  test('a political-standard conclusion is brought by a person in words, once', async () => {
    const scene = await createWatched();
    const { plan, entries } = must(
      await seePlan(again(scene.clerk), { committee: scene.committee, plan: scene.plan.id }),
    );
    const entry = entries.find(({ person }) => person === scene.young)?.id;
    if (!entry) throw new Error('nobody stands there');
    const input = { committee: scene.committee, plan: plan.id, entry, reason: 'political-standard' } as const;

    const wordless = await proposeRemoval(again(scene.clerk), { ...input, note: ' ' });
    must(await proposeRemoval(again(scene.clerk), { ...input, note: 'Conclusion 7-KL/BTV of 20 February 2026.' }));
    const twice = await proposeRemoval(again(scene.chair), { ...input, note: 'The same.' });

    expect(wordless).toMatchObject({ reason: 'removal-words-missing', field: 'note' });
    expect(twice).toMatchObject({ reason: 'removal-proposed-already' });
    expect(await proposals(scene)).toMatchObject([{ name: 'Lê Thị Mẫu', source: 'person', evidence: null }]);
  });

  test('somebody recused finds nothing of it: no line, no card, no case', async () => {
    const scene = await createWatched();
    const at = await onlyProposal(scene);
    const { committee } = scene;
    must(
      await recuse(again(scene.clerk), { committee, person: scene.clerk.person, nominee: scene.old, recordedBy: null }),
    );

    expect(await proposals(scene)).toEqual([]);
    expect(await readCard(scene, scene.clerk)).toBeNull();
    expect(await seeRemoval(again(scene.clerk, aDay), at, uses)).toMatchObject({ reason: 'removal-unknown' });
    expect(await removeFromPlan(again(scene.clerk, aDay), { ...at, paper }, uses)).toMatchObject({
      reason: 'removal-unknown',
    });
    expect(await proposals(scene, scene.chair)).toHaveLength(1);
  });
});

test('before a removal every candidacy of the person is shown by its position; the one for the same position ends', async () => {
  const scene = await createWatched();
  const at = await onlyProposal(scene);
  const here = must(await propose(scene.clerk, scene, scene.young)).nomination;
  const other = must(await propose(scene.clerk, scene, await inRegister(scene, 'Vũ Mẫu'))).nomination;
  const move = { personId: scene.old };
  await client(handle).nomination.update({ where: { id: here }, data: move });
  await client(handle).nomination.update({ where: { id: other }, data: { ...move, positionId: scene.secretary.id } });

  const { uses: shown, ...seen } = must(await seeRemoval(again(scene.clerk, aDay), at, uses));
  must(await removeFromPlan(again(scene.clerk, aDay), { ...at, paper }, uses));

  expect(shown.map(({ title, ends }) => [title, ends]).toSorted()).toEqual([
    ['Deputy', true],
    ['Secretary', false],
  ]);
  const words = wordsOf(removalMessage(texts('en', 'UTC', 'party'), { ...seen, uses: shown }));
  expect(words).toContain('A candidacy: Secretary: stays as it is');
  const states = await client(handle).nomination.findMany({ where: { id: { in: [here, other] } } });
  expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [here, 'withdrawn'],
      [other, 'listed'],
    ]),
  );
});
