/** The steps of a plan: held or entered in their order, and whom a later one takes up. */
import { recuse } from '../../../src/features/access/operations.ts';
import { prepareAgain } from '../../../src/features/ballots/operations/prepare-again.ts';
import { enterOutcome } from '../../../src/features/procedures/operations/enter.ts';
import { setOwnPart } from '../../../src/features/procedures/operations/own-rule.ts';
import { startProcedure } from '../../../src/features/procedures/operations/start.ts';
import { prepareStepVote } from '../../../src/features/procedures/operations/vote.ts';
import { readStandKey } from '../../../src/features/procedures/types/current.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, minute, must, reasonOf } from '../conferences/scene.ts';
import { counted, createSteps, entering, openedStep, type Steps, seen, voting, withTwoEntered } from './steps-world.ts';

const { handle } = await createTestDatabase();

const standing = async (steps: Steps, who = steps.scene.clerk) =>
  (await seen(steps, who)).standings.map((one) => [one.name, one.step, one.standing, one.ruled?.got ?? null]);

test('steps run in their order: what was held elsewhere is entered, and only then the next is voted on', async () => {
  const steps = await createSteps(handle);
  const { scene } = steps;
  const early = await prepareStepVote(again(scene.clerk), voting(steps, {}));
  must(await enterOutcome(again(scene.clerk), entering(steps, {})));
  const undecided = await enterOutcome(again(scene.clerk), entering(steps, { step: 'leadership-1' }));
  must(await enterOutcome(again(scene.clerk), entering(steps, { step: 'leadership-1', isPassed: false })));
  const failed = await prepareStepVote(again(scene.clerk), voting(steps, {}));
  must(await enterOutcome(again(scene.clerk), entering(steps, { step: 'leadership-1', isPassed: true })));

  const { steps: shown } = await seen(steps);

  expect([early, undecided, failed].map(reasonOf)).toEqual([
    'procedure-step-not-next',
    'procedure-outcome-missing',
    'procedure-step-not-next',
  ]);
  expect(shown.map(({ state }) => state)).toEqual(['done', 'done', 'next', 'later', 'later']);
  expect(shown[2]?.rule?.key).toBe('vn-introduction');
  expect(shown[0]?.entered).toMatchObject({ heldOn: '2026-03-01', via: 'paper', reference: '12' });
});

test('the vote of a step carries its rule; the next step has those whom it let through, and nobody else without a reason', async () => {
  const steps = await withTwoEntered(handle);
  const { scene, nora, ned } = steps;
  const third = await openedStep(steps);
  const soon = await prepareStepVote(again(scene.clerk), voting(steps, { step: 'expanded-leadership' }));
  await counted(steps, third, [3, 1]);
  const after = await standing(steps);
  const ask = (reason: string) =>
    prepareStepVote(again(scene.clerk, 3 * minute), {
      ...voting(steps, { step: 'expanded-leadership', exceptions: [ned], reason }),
    });

  const bare = await ask(' ');
  const fourth = must(await ask('Proposed by the level above')).round;

  expect(third).toMatchObject({ rule: { key: 'vn-introduction' }, step: { key: 'key-officials' } });
  expect([soon, bare].map(reasonOf)).toEqual(['procedure-step-not-next', 'not-let-through']);
  expect(after).toEqual([
    ['Nora Nominee', 'key-officials', 'let-through', 3],
    ['Ned Named', 'key-officials', 'not-let-through', 1],
  ]);
  expect(fourth.questions[0]?.candidates.map(({ person, exception }) => [person, exception])).toEqual([
    [readStandKey(nora).person, null],
    [readStandKey(ned).person, 'Proposed by the level above'],
  ]);
  expect((await seen(steps)).standings.at(-1)).toMatchObject({
    ...{ name: 'Ned Named', step: 'expanded-leadership', standing: 'waiting' },
    exception: 'Proposed by the level above',
  });
});

test('without an exception only those let through are on the paper; the same vote again belongs to the same step', async () => {
  const steps = await withTwoEntered(handle);
  await counted(steps, await openedStep(steps), [3, 1]);

  const fourth = await openedStep(steps, { step: 'expanded-leadership' });
  await counted(steps, fourth, [1]);
  const repeated = must(
    await prepareAgain(again(steps.scene.clerk, 3 * minute), {
      ...{ round: fourth.id, why: 'The room was wrong', closes: { date: '2026-03-05', time: null } },
    }),
  );

  expect(fourth.questions[0]?.candidates.map(({ person }) => person)).toEqual([readStandKey(steps.nora).person]);
  expect(repeated.round.step).toEqual(fourth.step);
  expect((await seen(steps)).steps.map(({ state }) => state)[3]).toBe('running');
});

test('a step entered from paper says whom it let through, and a correction takes its place', async () => {
  const steps = await withTwoEntered(handle);
  const { scene, nora, ned } = steps;
  const third = { step: 'key-officials', letThrough: [nora, ned] };
  must(await enterOutcome(again(scene.clerk), entering(steps, third)));
  must(await enterOutcome(again(scene.clerk), entering(steps, { ...third, letThrough: [ned] })));

  const tomorrow = await enterOutcome(again(scene.clerk), entering(steps, { ...third, heldOn: '2026-03-03' }));
  const after = await standing(steps);
  const fourth = await openedStep(steps, { step: 'expanded-leadership' });

  expect(reasonOf(tomorrow)).toBe('procedure-held-later');
  expect(after).toEqual([
    ['Ned Named', 'key-officials', 'let-through', null],
    ['Nora Nominee', 'key-officials', 'not-let-through', null],
  ]);
  expect(fourth.questions[0]?.candidates.map(({ person }) => person)).toEqual([readStandKey(ned).person]);
});

test('a part of the rule that the committee sets itself is cited as its own, and only before the vote of the step', async () => {
  const steps = await withTwoEntered(handle);
  const { scene, procedure } = steps;
  const at = { procedure, step: 'key-officials' };
  const share = { numerator: 1, denominator: 1 };
  const base = { of: 'summoned', lessRecused: false } as const;
  const own = { part: 'threshold', value: { share, comparison: 'at-least', base } } as const;
  const more = {
    ...own,
    value: { ...own.value, share: { numerator: 1, denominator: 1 }, comparison: 'more-than' },
  } as const;

  const bare = await setOwnPart(again(scene.clerk), { ...at, own, reason: ' ' });
  const never = await setOwnPart(again(scene.clerk), { ...at, own: more, reason: 'Unanimous' });
  must(await setOwnPart(again(scene.clerk), { ...at, own, reason: 'Resolution number 4' }));
  const third = await openedStep(steps);
  const late = await setOwnPart(again(scene.clerk, 3 * minute), { ...at, own, reason: 'Too late' });
  await counted(steps, third, [3, 1]);

  expect([bare, never, late].map(reasonOf)).toEqual([
    'procedure-reason-missing',
    'procedure-rule-cannot-be',
    'procedure-rule-in-use',
  ]);
  expect(third.rule.threshold).toMatchObject({ confidence: 'unconfirmed', source: { reference: 'committee-own' } });
  expect(third.rule.quorum).toMatchObject({ confidence: 'confirmed', source: { reference: 'ct-35-2019' } });
  const { standings, steps: shown } = await seen(steps);
  expect(standings.map(({ ruled }) => ruled?.needed)).toEqual([4, 4]);
  const text = shown[2]?.rounds[0]?.round.rulings?.[0]?.clause.sources.map(({ title }) => title.en);
  expect(text).toContain('Set by the committee itself');
  expect(shown[3]?.rule?.threshold.source.reference).not.toBe('committee-own');
});

test('what was voted on here is not entered over, and steps that have begun are not chosen anew', async () => {
  const steps = await withTwoEntered(handle);
  const { scene, plan } = steps;
  await counted(steps, await openedStep(steps), [3, 1]);

  const over = await enterOutcome(again(scene.clerk, 3 * minute), entering(steps, { step: 'key-officials' }));
  const anew = await startProcedure(again(scene.clerk, 3 * minute), {
    ...{ committee: scene.committee, plan, occasion: 'yearly-review' },
  });
  const [ann] = scene.members;
  const byMember = await prepareStepVote(again(ann, 3 * minute), voting(steps, { step: 'expanded-leadership' }));

  expect([over, anew, byMember].map(reasonOf)).toEqual([
    'procedure-step-voted-here',
    'procedure-runs-already',
    'right-missing',
  ]);
});

test('a member reads the steps, and no result that is not announced; whose case is closed to somebody is not there', async () => {
  const steps = await withTwoEntered(handle);
  const { scene, nora, ned } = steps;
  const [ann] = scene.members;
  const about = { committee: scene.committee, nominee: readStandKey(ned).person, recordedBy: null };
  must(await recuse(again(scene.clerk), { ...about, person: scene.chair.person }));
  const third = { step: 'key-officials', letThrough: [nora, ned], note: 'Ned Named has twenty votes' };
  must(await enterOutcome(again(scene.clerk), entering(steps, third)));

  const [hers, chairs] = [await seen(steps, ann), await seen(steps, scene.chair)];

  expect(hers.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'next', 'later']);
  expect([hers.standings, hers.steps[2]?.entered?.note]).toEqual([[], null]);
  expect(chairs.standings.map(({ name }) => name)).toEqual(['Nora Nominee']);
});
