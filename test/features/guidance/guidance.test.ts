/** A committee's own guidance: registered with reason, in plans made afterwards, corrected and taken back. */
import { describe, expect, test } from '@jest/globals';
import { ruleSetOfPlan } from '../../../src/features/eligibility/operations.ts';
import { registerGuidance, seeGuidance, takeBackGuidance } from '../../../src/features/guidance/operations/register.ts';
import type { GuidanceForm, GuidanceId } from '../../../src/features/guidance/types.ts';
import { guidanceMessage } from '../../../src/features/guidance/views/guidance.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import { makePlan } from '../../../src/features/plans/operations/make.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { plain } from '../../../src/kernel/rich.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, position, propose, type Scene } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();

function register(scene: Scene, more: Partial<GuidanceForm> = {}, corrects: GuidanceId | null = null) {
  const form = {
    ...{ number: '41/HD-MAU', issuedOn: '2026-02-01', issuer: 'Sample Office', subject: 'planning in 2026' },
    ...{ reason: 'Clause 4', values: { 'people-per-position': 2, 'women-percent': 30 } },
    ...more,
  };
  return registerGuidance(again(scene.clerk), { committee: scene.committee, form, corrects });
}

let made = 0;
async function planMade(scene: Scene, rulesOf: string | null = null) {
  made += 1;
  const { plan: id } = must(
    await makePlan(again(scene.clerk), {
      ...{ committee: scene.committee, title: 'Plan', unit: `Unit ${made}`, track: 'leadership', congress: null },
      ...{ termFrom: '2027-01', termTo: '2032-01', positions: [position('Head', 6)], names: null, rulesOf },
    }),
  );
  return must(await seePlan(again(scene.clerk), { committee: scene.committee, plan: id })).plan;
}

describe('guidance that was registered', () => {
  test('is in plans made afterwards, cited as the committee’s own; earlier plans keep their rules', async () => {
    const scene = await createScene(handle);

    must(await register(scene));
    const after = ruleSetOfPlan(await planMade(scene)).parameters;
    const before = ruleSetOfPlan(scene.plan).parameters;

    expect([after.maxPeoplePerPosition.value, after.targetWomenPercent.value]).toEqual([2, 30]);
    expect(after.maxPeoplePerPosition).toMatchObject({ confidence: 'own', source: { note: { en: 'Clause 4' } } });
    expect([before.maxPeoplePerPosition.value, before.targetWomenPercent.value]).toEqual([3, 25]);
    expect(after.maxPositionsPerPerson).toEqual(before.maxPositionsPerPerson);
  });

  test('decides in such a plan, and says so', async () => {
    const scene = await createScene(handle);
    must(await register(scene));
    const plan = await planMade(scene);
    const [head] = plan.positions;
    const at = { plan: plan.id, position: head!.id };
    for (const name of ['Una First', 'Dua Second']) {
      must(await propose(scene.clerk, scene, await inRegister(scene, name), at));
    }

    const third = await propose(scene.clerk, scene, await inRegister(scene, 'Tria Third'), at);

    expect(third).toMatchObject({ ok: false, reason: 'blocked-people-per-position', facts: { people: 3, max: 2 } });
    expect(JSON.stringify(third)).toContain('41/HD-MAU of Sample Office, 01/02/2026, set by the committee');
  });

  test('is not in a plan of a time before it was issued', async () => {
    const scene = await createScene(handle);
    must(await register(scene));

    const ofThen = ruleSetOfPlan(await planMade(scene, '2026-01-31')).parameters;

    expect(ofThen.maxPeoplePerPosition.value).toBe(3);
  });

  test('gives way to its correction, and to nothing once it is taken back; plans keep what they had', async () => {
    const scene = await createScene(handle);
    const first = must(await register(scene));
    const early = await planMade(scene);

    const second = must(await register(scene, { values: { 'women-percent': 35 }, reason: 'Misread' }, first));
    const corrected = ruleSetOfPlan(await planMade(scene)).parameters;
    must(
      await takeBackGuidance(again(scene.clerk), { committee: scene.committee, guidance: second, reason: 'Replaced' }),
    );
    const none = ruleSetOfPlan(await planMade(scene)).parameters;

    expect([corrected.maxPeoplePerPosition.value, corrected.targetWomenPercent.value]).toEqual([3, 35]);
    expect([none.targetWomenPercent.value, none.targetWomenPercent.confidence]).toEqual([25, 'unconfirmed']);
    expect(ruleSetOfPlan(early).parameters.targetWomenPercent.value).toBe(30);
    expect(await register(scene, {}, first)).toMatchObject({ reason: 'guidance-unknown' });
  });

  test('stands in its list with values and reason, for members without buttons', async () => {
    const scene = await createScene(handle);
    must(await register(scene));

    const seen = must(await seeGuidance(again(scene.ann), scene.committee));
    const blocks = guidanceMessage(texts('en', 'UTC', 'party'), scene.committee, seen).blocks;
    const rows = blocks.flatMap((block) => (block.kind === 'row' ? [block] : []));

    expect(rows.map(({ text, buttons }) => [plain(text), buttons.length])).toEqual([
      [
        '41/HD-MAU of 1 Feb 2026, Sample Office: planning in 2026. Most people for one position: 2; Aim: women, %: 30. Reason: Clause 4',
        0,
      ],
    ]);
  });
});

describe('refused is', () => {
  test.each<[string, Partial<GuidanceForm>, object]>([
    [
      'a looser cap than the law has',
      { values: { 'people-per-position': 4 } },
      { reason: 'guidance-value-out-of-range', facts: { value: 4, min: 1, max: 3 }, field: 'people-per-position' },
    ],
    [
      'a share of more than all',
      { values: { 'women-percent': 101 } },
      { reason: 'guidance-value-out-of-range', facts: { value: 101, min: 1, max: 100 } },
    ],
    [
      'ends the wrong way round',
      { values: { 'ratio-min': 200, 'ratio-max': 150 } },
      { reason: 'guidance-value-out-of-range', facts: { value: 150, min: 200 } },
    ],
    ['no value', { values: {} }, { reason: 'guidance-without-values' }],
    ['no reason', { reason: ' ' }, { reason: 'guidance-text-missing', field: 'reason' }],
    ['no date', { issuedOn: '' }, { reason: 'guidance-date-unreadable' }],
  ])('%s, and nothing is stored', async (_what, more, refusal) => {
    const scene = await createScene(handle);

    expect(await register(scene, more)).toMatchObject({ ok: false, ...refusal });
    expect(must(await seeGuidance(again(scene.clerk), scene.committee)).guidance).toEqual([]);
  });

  test('the same document twice, also at once', async () => {
    const scene = await createScene(handle);

    const both = await Promise.all([register(scene), register(scene)]);

    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(both.find((outcome) => !outcome.ok)).toMatchObject({ reason: 'guidance-known' });
  });

  test('anybody but the committee secretary', async () => {
    const scene = await createScene(handle);
    const guidance = must(await register(scene));
    const at = { committee: scene.committee, guidance, reason: 'No' };

    expect(await takeBackGuidance(again(scene.chair), at)).toMatchObject({ reason: 'right-missing' });
  });
});
