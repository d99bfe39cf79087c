/** A plan bears a classification that everything hanging on it says; up with a reason, down by a decision. */
import { client } from '../../../src/database/client.ts';
import { setAccepted } from '../../../src/features/classification/operations/accepted.ts';
import type { LevelSaid } from '../../../src/features/classification/operations/keep.ts';
import { openCandidates } from '../../../src/features/nominations/interactions/candidates.ts';
import { takeOutSheet } from '../../../src/features/nominations/operations/sheets.ts';
import { openPlan, openPlans, planInteractions } from '../../../src/features/plans/interactions.ts';
import { classifyPlan } from '../../../src/features/plans/operations/classify.ts';
import { layOut } from '../../../src/features/plans/views/sheet.ts';
import { createLink } from '../../../src/features/submissions/operations/link.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { showAnswerPage } from '../../support/answer-pages.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, value } from '../reviews/review-world.ts';
import { createSubmissionWorld, type SubmissionWorld, sent } from '../submissions/submission-world.ts';

const { handle } = await createTestDatabase();

const internal = { level: 'internal', reason: 'Names are not public yet', decision: null } as const;
const lowered = { level: 'unclassified', reason: 'The list is public' } as const;

async function versionOf({ plan }: SubmissionWorld): Promise<number> {
  return (await client(handle).plan.findUniqueOrThrow({ where: { id: plan } })).version;
}

async function classify(world: SubmissionWorld, said: Omit<LevelSaid, 'from'>, act: Act = world.clerk) {
  const { committee, plan } = world;
  return classifyPlan(
    { ...again(world.clerk), ...act, requestId: null },
    { committee, plan, version: await versionOf(world), ...said },
  );
}

test('the card, the lists, the sheet, the parcel and the page of the authority say it', async () => {
  const world = await createSubmissionWorld(handle, ['Ann']);
  const { committee, plan, clerk } = world;
  value(await classify(world, internal));
  const { secret } = value(await createLink(again(clerk, 2), await sent(world, false)));
  const t = texts('en', 'UTC', 'general');
  let sheet = '';

  const card = textOf(messageOf(await openPlan(callOf(clerk), { committee, plan })));
  const plans = textOf(messageOf(await openPlans(callOf(clerk), committee)));
  const candidates = textOf(messageOf(await openCandidates(callOf(clerk), committee)));
  await takeOutSheet(again(clerk), { committee, plan, sheet: 'candidates', how: 'csv' }, (content) => {
    const laidOut = layOut(t, content);
    sheet = laidOut.rows.map(({ cells }) => cells.join(' ')).join('\n');
    return laidOut;
  });
  const page = await showAnswerPage(handle, again(clerk, 3).now, secret);

  expect(card).toMatch(/Classification\W+Internal/u);
  expect(plans).toContain('Board 2026–2030 (Internal)');
  expect(candidates).toContain('Board 2026–2030 (Internal)');
  expect(sheet.split('\n')).toContain('Classification: Internal');
  expect(page?.html).toContain('Board 2026–2030 (Internal)');
});

test('a plan that bears none is called by its title alone', async () => {
  const { committee, clerk } = await createSubmissionWorld(handle, ['Ann']);

  const plans = textOf(messageOf(await openPlans(callOf(clerk), committee)));

  expect(plans).toContain('Board 2026–2030');
  expect(plans).not.toContain('(Unclassified)');
});

test('through its form: only what is accepted is offered, and the reason is kept beside the one before', async () => {
  const world = await createSubmissionWorld(handle, ['Ann']);
  const { committee, plan, clerk } = world;
  const card = messageOf(await openPlan(callOf(clerk), { committee, plan }));

  const form = formOf(await press(planInteractions, callOf(clerk), card, 'Classification'));
  const said = await submit(planInteractions, callOf(clerk), form, { level: 'internal', reason: 'Not public yet' });

  expect(JSON.stringify(form)).not.toContain('Top secret');
  expect(textOf(messageOf(said))).toContain('The plan now bears: Internal');
  value(await classify(world, { ...lowered, decision: 'Chair, No 7 of 1 March 2026' }));
  const rows = await client(handle).classification.findMany({
    where: { subjectId: plan },
    orderBy: { version: 'asc' },
  });
  expect(rows.map(({ version, level, reason }) => [version, level, reason])).toEqual([
    [1, 'internal', 'Not public yet'],
    [2, 'unclassified', 'The list is public'],
  ]);
});

test.each([
  ['above what the workspace accepts', { ...internal, level: 'secret' }, 'classification-above-accepted'],
  ['without a reason', { ...internal, reason: ' ' }, 'classification-reason-missing'],
  ['to what it is already', { ...internal, level: 'unclassified' }, 'classification-same'],
] as const)('refused: %s', async (_what, said, reason) => {
  const world = await createSubmissionWorld(handle, ['Ann']);

  expect(await classify(world, said)).toMatchObject({ ok: false, reason });
});

test('lower only by a decision, and only by whoever keeps the plan', async () => {
  const world = await createSubmissionWorld(handle, ['Ann']);
  const member = await world.person('Mia Member', ['member']);
  value(await classify(world, internal));

  expect(await classify(world, { ...lowered, decision: null })).toMatchObject({
    reason: 'classification-decision-missing',
  });
  expect(await classify(world, { ...lowered, decision: 'No 7' }, member)).toMatchObject({ ok: false });
  expect(await classify(world, { ...lowered, decision: 'No 7' })).toMatchObject({ ok: true });
});

test('a form drawn before somebody else changed the plan is refused', async () => {
  const world = await createSubmissionWorld(handle, ['Ann']);
  const { committee, plan } = world;
  const version = await versionOf(world);
  value(await classify(world, internal));

  const stale = await classifyPlan(again(world.clerk), { committee, plan, version, ...lowered, decision: 'No 7' });

  expect(stale).toMatchObject({ ok: false, reason: 'plan-changed-meanwhile' });
});

test('what the workspace accepts is not lowered under a plan that stands above it', async () => {
  const world = await createSubmissionWorld(handle, ['Ann']);
  value(await classify(world, internal));

  const set = await setAccepted(again(world.clerk), { level: 'unclassified', reason: 'Stricter', version: 0 });

  expect(set).toMatchObject({ ok: false, reason: 'classification-plans-above', facts: { count: 1 } });
});
