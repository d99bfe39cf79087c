/** Guidance on a plan that was there already: seen before, put on with a reason, taken off again. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { ruleSetOfPlan } from '../../../src/features/eligibility/operations.ts';
import {
  changePlanGuidance,
  previewPlanGuidance,
  seePlanGuidance,
} from '../../../src/features/guidance/operations/on-plan.ts';
import { registerGuidance, takeBackGuidance } from '../../../src/features/guidance/operations/register.ts';
import type { GuidanceForm, GuidanceId, PlanGuidanceKind } from '../../../src/features/guidance/types.ts';
import { onPlanView, planGuidanceMessage, previewMessage } from '../../../src/features/guidance/views/on-plan.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene, type Somebody } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();

function register(scene: Scene, more: Partial<GuidanceForm> = {}, corrects: GuidanceId | null = null) {
  const form = {
    ...{ number: '41/HD-MAU', issuedOn: '2026-02-01', issuer: 'Sample Office', subject: 'planning in 2026' },
    ...{ reason: 'Clause 4', values: { 'people-per-position': 2, 'women-percent': 30 } },
    ...more,
  };
  return registerGuidance(again(scene.clerk), { committee: scene.committee, form, corrects });
}

function wanted(scene: Scene, guidance: GuidanceId, kind: PlanGuidanceKind = 'put') {
  return { committee: scene.committee, plan: scene.plan.id, guidance, kind };
}

async function currentPlan(scene: Scene) {
  return must(await seePlan(again(scene.clerk), { committee: scene.committee, plan: scene.plan.id })).plan;
}

async function change(scene: Scene, guidance: GuidanceId, kind: PlanGuidanceKind = 'put', act: Somebody = scene.clerk) {
  const { version } = await currentPlan(scene);
  return changePlanGuidance(again(act), { ...wanted(scene, guidance, kind), version, reason: 'Decided on 1 March' });
}

async function valuesOf(scene: Scene) {
  const { maxPeoplePerPosition, targetWomenPercent } = ruleSetOfPlan(await currentPlan(scene)).parameters;
  return [maxPeoplePerPosition.value, targetWomenPercent.value];
}

/** Three names for Deputy, of which the guidance leaves two. */
async function createListed() {
  const scene = await createScene(handle);
  const una = await inRegister(scene, 'Una First');
  const others = [await inRegister(scene, 'Dua Second'), await inRegister(scene, 'Tria Third')];
  for (const person of [una, ...others]) must(await propose(scene.clerk, scene, person));
  return { ...scene, una, guidance: must(await register(scene)) };
}

describe('before guidance is put on a plan', () => {
  test('it is seen which verdicts change, of whom, by which value and from which day; nothing changes by looking', async () => {
    const scene = await createListed();

    const seen = must(await previewPlanGuidance(again(scene.clerk), wanted(scene, scene.guidance)));

    expect(
      seen.effects.map(({ person, position: { title }, change: { rule, before, after } }) => [
        ...[person.fullName, title, rule, before, after?.level, after?.facts.people, after?.facts.max],
      ]),
    ).toEqual([
      ['Dua Second', 'Deputy', 'people-per-position', 'passes', 'blocks', 3, 2],
      ['Tria Third', 'Deputy', 'people-per-position', 'passes', 'blocks', 3, 2],
      ['Una First', 'Deputy', 'people-per-position', 'passes', 'blocks', 3, 2],
    ]);
    expect(seen.from).toBe('2026-03-02');
    expect(await valuesOf(scene)).toEqual([3, 25]);
  });

  test.each([
    [
      'en',
      'from 2 Mar 2026 on',
      'Now: at most 3 people',
      'Then: at most 2',
      'so far “In order”, then Not possible',
      'set by the committee',
    ],
    [
      'vi',
      'từ ngày 02/03/2026',
      'Hiện nay: tối đa 3 người',
      'Sau đó: tối đa 2 người',
      'hiện nay “Đạt”, sau đó Không đủ điều kiện',
      'đơn vị tự đặt',
    ],
  ] as const)('in %s the words say all of it', async (locale, ...words) => {
    const scene = await createListed();
    const t = texts(locale, 'UTC', 'party');

    const seen = must(await previewPlanGuidance(again(scene.clerk), wanted(scene, scene.guidance)));

    const text = wordsOf(previewMessage(t, seen, 1));
    for (const word of words) expect(text).toContain(word);
    expect(JSON.stringify(onPlanView(t, seen))).toContain(
      locale === 'en' ? '3 verdicts change' : '3 kết quả đối chiếu',
    );
  });

  test('whoever is recused from a case finds it in no line and no number', async () => {
    const scene = await createListed();
    const { committee, una: nominee } = scene;
    const before = must(await previewPlanGuidance(again(scene.clerk), wanted(scene, scene.guidance)));
    must(await recuse(again(scene.clerk), { committee, person: scene.clerk.person, nominee, recordedBy: null }));

    const seen = must(await previewPlanGuidance(again(scene.clerk), wanted(scene, scene.guidance)));

    expect(before.effects).toHaveLength(3);
    expect(seen.effects).toEqual([]);
    expect(wordsOf(previewMessage(texts('en', 'UTC', 'party'), seen, 1))).not.toContain('Una First');
  });

  test('people of the register who would no longer qualify are counted', async () => {
    const scene = await createScene(handle);
    await inRegister(scene, 'Tria Third', { birthMonth: '1971-01' });
    const guidance = must(await register(scene, { values: { 'next-term': 110 } }));

    const seen = must(await previewPlanGuidance(again(scene.clerk), wanted(scene, guidance)));

    expect(seen.register).toEqual({ gained: 0, lost: 1 });
  });
});

describe('once confirmed', () => {
  test('it decides at once, is recorded with reason and name, and has the checks run', async () => {
    const scene = await createListed();

    must(await change(scene, scene.guidance));

    expect(await valuesOf(scene)).toEqual([2, 30]);
    const fourth = await propose(scene.clerk, scene, await inRegister(scene, 'Quarta Fourth'));
    expect(fourth).toMatchObject({ reason: 'blocked-people-per-position', facts: { people: 4, max: 2 } });
    const seen = must(await seePlanGuidance(again(scene.ann), { committee: scene.committee, plan: scene.plan.id }));
    const words = wordsOf(planGuidanceMessage(texts('en', 'UTC', 'party'), seen));
    expect(words).toContain('41/HD-MAU put on, ');
    expect(words).toContain('Decided on 1 March');
    const events = await client(handle).auditEvent.findMany({ where: { kind: 'guidance.put-on-plan' } });
    expect(events.filter(({ subjectId }) => subjectId === scene.plan.id)).toMatchObject([
      { personId: scene.clerk.person, facts: { guidance: scene.guidance, before: [], after: [scene.guidance] } },
    ]);
    const jobs = await client(handle).$queryRaw<readonly { n: bigint }[]>`
      SELECT count(*) AS n FROM graphile_worker.jobs WHERE task_identifier = 'recheck'`;
    expect(Number(jobs[0]?.n)).toBeGreaterThan(0);
  });

  test('taken off again, the plan has the rules it was made under', async () => {
    const scene = await createListed();
    must(await change(scene, scene.guidance));

    const back = must(await previewPlanGuidance(again(scene.clerk), wanted(scene, scene.guidance, 'taken')));
    must(await change(scene, scene.guidance, 'taken'));

    expect(back.effects.map(({ change: { before, after } }) => [before, after?.level])).toEqual([
      ['blocks', 'passes'],
      ['blocks', 'passes'],
      ['blocks', 'passes'],
    ]);
    expect(await valuesOf(scene)).toEqual([3, 25]);
    expect((await currentPlan(scene)).ownRules).toEqual([]);
  });

  test('a correction takes the place of what it corrects; taken back, guidance stays on the plan until it is taken off', async () => {
    const scene = await createListed();
    must(await change(scene, scene.guidance));
    const second = must(await register(scene, { values: { 'women-percent': 35 }, reason: 'Misread' }, scene.guidance));
    const third = must(await register(scene, { values: { 'women-percent': 40 }, reason: 'Again' }, second));

    must(await change(scene, third));
    const corrected = await valuesOf(scene);
    const taken = { committee: scene.committee, guidance: third, reason: 'Ended' };
    must(await takeBackGuidance(again(scene.clerk), taken));

    expect(corrected).toEqual([3, 40]);
    expect(await valuesOf(scene)).toEqual([3, 40]);
    must(await change(scene, third, 'taken'));
    expect(await valuesOf(scene)).toEqual([3, 25]);
  });

  test('of two on one plan the later wins, whichever was put on first', async () => {
    const scene = await createListed();
    const older = { number: '9/HD-MAU', issuedOn: '2026-01-05', values: { 'women-percent': 28 } };
    const early = must(await register(scene, older));

    must(await change(scene, scene.guidance));
    const preview = await previewPlanGuidance(again(scene.clerk), wanted(scene, early));

    expect(preview).toMatchObject({ reason: 'guidance-without-effect', facts: { number: '9/HD-MAU' } });
    expect(await valuesOf(scene)).toEqual([2, 30]);
  });
});

describe('refused is', () => {
  test('what was put on already, what is not on it, what was taken back, and a form drawn before another change', async () => {
    const scene = await createListed();
    const { version } = await currentPlan(scene);
    const input = { ...wanted(scene, scene.guidance), version, reason: 'Decided' };
    const notOn = await change(scene, scene.guidance, 'taken');
    must(await change(scene, scene.guidance));
    const other = must(await register(scene, { number: '42/HD-MAU', values: { 'women-percent': 33 } }));

    expect(notOn).toMatchObject({ reason: 'guidance-not-on-plan' });
    expect(await change(scene, scene.guidance)).toMatchObject({ reason: 'guidance-on-plan' });
    expect(await changePlanGuidance(again(scene.clerk), { ...input, guidance: other })).toMatchObject({
      reason: 'plan-changed-meanwhile',
    });
    must(await takeBackGuidance(again(scene.clerk), { committee: scene.committee, guidance: other, reason: 'No' }));
    expect(await change(scene, other)).toMatchObject({ reason: 'guidance-unknown' });
  });

  test('no reason, a closed plan, and anybody but the committee secretary', async () => {
    const scene = await createListed();
    const { version } = await currentPlan(scene);

    const silent = await changePlanGuidance(again(scene.clerk), {
      ...{ ...wanted(scene, scene.guidance), version, reason: ' ' },
    });
    const member = await change(scene, scene.guidance, 'put', scene.ann);
    await client(handle).plan.update({ where: { id: scene.plan.id }, data: { closedAt: scene.clerk.now } });
    const closed = await change(scene, scene.guidance);

    expect(silent).toMatchObject({ reason: 'guidance-text-missing', field: 'reason' });
    expect(member).toMatchObject({ ok: false });
    expect(closed).toMatchObject({ reason: 'plan-closed' });
    expect((await currentPlan(scene)).ownRules).toEqual([]);
  });

  test('a value that other guidance on the plan does not allow, with the range', async () => {
    const scene = await createScene(handle);
    const guidance = must(await register(scene, { values: { 'fewest-people': 3 } }));
    const tight = must(await register(scene, { number: '5/HD-MAU', values: { 'people-per-position': 2 } }));
    must(await change(scene, tight));

    expect(await change(scene, guidance)).toMatchObject({
      reason: 'guidance-value-out-of-range',
      facts: { value: 3, min: 1, max: 2 },
    });
  });
});
