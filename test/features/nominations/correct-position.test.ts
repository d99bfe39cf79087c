/** A name entered for the wrong position is corrected: what rests on it is shown first, the rules say yes or no again. */
import { client } from '../../../src/database/client.ts';
import { conferenceDependents } from '../../../src/features/conferences/operations/dependents.ts';
import { candidateInteractions } from '../../../src/features/nominations/interactions/candidates.ts';
import { seeNomination } from '../../../src/features/nominations/operations/browse.ts';
import { correctNomination } from '../../../src/features/nominations/operations/change.ts';
import { answerConsent } from '../../../src/features/nominations/operations/consent.ts';
import { undoNomination } from '../../../src/features/nominations/operations/undo.ts';
import { correctButton, openButton } from '../../../src/features/nominations/views/buttons.ts';
import { reviewDependents } from '../../../src/features/reviews/operations/dependents.ts';
import { freezeList } from '../../../src/features/reviews/operations/lists.ts';
import type { Locale } from '../../../src/kernel/act.ts';
import { formOf, handsOf, wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene } from './scene.ts';

const { handle } = await createTestDatabase();
const interactions = candidateInteractions([reviewDependents, conferenceDependents]);

async function listed(scene: Scene, position = scene.deputy.id, level = 3) {
  const person = await inRegister(scene, 'Trần Văn Mẫu', { level });
  const { nomination } = must(await propose(scene.clerk, scene, person, { position }));
  return { person, which: { committee: scene.committee, nomination, version: 1 } };
}

function correction(scene: Scene, position = scene.secretary.id) {
  return { reasons: 'Knows the work.', source: 'inside', rank: null, position, why: 'Wrong line.' } as const;
}

test('the name stands at the right position, checked by its rules; what it said stays on record', async () => {
  const scene = await createScene(handle);
  const { which } = await listed(scene);

  must(await correctNomination(again(scene.clerk, 1000), { ...which, ...correction(scene) }));

  const seen = must(await seeNomination(again(scene.clerk), which));
  expect(seen.nomination).toMatchObject({ position: scene.secretary.id, positionTitle: 'Secretary', version: 2 });
  expect(seen.revisions).toMatchObject([{ version: 1, position: scene.deputy.id, why: 'Wrong line.' }]);
  const checks = await client(handle).checkResult.groupBy({
    by: ['checkedAt'],
    where: { nominationId: which.nomination },
  });
  expect(checks).toHaveLength(2);
});

test('“undo” brings the position back', async () => {
  const scene = await createScene(handle);
  const { which } = await listed(scene);
  const { batch } = must(await correctNomination(again(scene.chair), { ...which, ...correction(scene) }));

  must(await undoNomination(again(scene.chair), { ...which, version: 2, batch: batch ?? '', to: 'uncorrected' }));

  expect(must(await seeNomination(again(scene.clerk), which)).nomination.position).toBe(scene.deputy.id);
});

test('it is refused where the person is put forward already, and where a rule blocks; then nothing has changed', async () => {
  const scene = await createScene(handle);
  const { person, which } = await listed(scene);
  must(await propose(scene.clerk, scene, person, { position: scene.secretary.id }));
  // As high as the deputy's own level: no higher position any more.
  const high = await listed(scene, scene.secretary.id, 5);

  const twice = await correctNomination(again(scene.clerk), { ...which, ...correction(scene) });
  const blocked = await correctNomination(again(scene.clerk), {
    ...high.which,
    ...correction(scene, scene.deputy.id),
  });

  expect(twice).toMatchObject({ ok: false, reason: 'already-proposed', facts: { position: 'Secretary' } });
  expect(blocked).toMatchObject({ ok: false, reason: expect.stringMatching(/^blocked-/u) });
  const seen = must(await seeNomination(again(scene.clerk), which));
  expect(seen.nomination).toMatchObject({ position: scene.deputy.id, version: 1 });
  expect(seen.revisions).toEqual([]);
});

test('in a NomCom the nominee is asked again; undone, what they had said stands', async () => {
  const scene = await createScene(handle, 'nomcom');
  const nora = await scene.person('Nora Nominee');
  const { nomination } = must(await propose(scene.ann, scene, nora.person));
  const which = { committee: scene.committee, nomination };
  must(await answerConsent(again(nora, 120_000), { ...which, answer: 'given', note: null }));
  const consent = async () => must(await seeNomination(again(scene.clerk), which)).nomination.consent.state;
  const { version } = must(await seeNomination(again(scene.clerk), which)).nomination;

  const { batch } = must(
    await correctNomination(again(scene.clerk, 200_000), { ...which, version, ...correction(scene) }),
  );
  const afterwards = await consent();
  must(
    await undoNomination(again(scene.clerk, 210_000), {
      ...which,
      version: version + 1,
      batch: batch ?? '',
      to: 'uncorrected',
    }),
  );

  expect(afterwards).toBe('asked');
  expect(await consent()).toBe('given');
});

test.each<[Locale, RegExp, RegExp]>([
  ['en', /List no\. 1, frozen on .*, keeps the former position/u, /At the position Secretary the rules say/u],
  ['vi', /Danh sách số 1, chốt .*, giữ chức danh cũ/u, /Theo chức danh Secretary/u],
])(
  'in the form (%s) what the rules say and what rests on it is shown before anything is changed',
  async (locale, rests, rules) => {
    const scene = await createScene(handle);
    const { which } = await listed(scene);
    must(await freezeList(again(scene.clerk), { committee: scene.committee, plan: scene.plan.id }));
    const clerk = handsOf(scene.clerk, interactions, locale);
    const { committee, nomination } = which;
    const values = { position: scene.secretary.id, reasons: 'Knows the work.', why: 'Wrong line.' };
    const position = async () => must(await seeNomination(again(scene.clerk), which)).nomination.positionTitle;

    const form = formOf(await clerk.press(correctButton.draw('Correct', { committee, nomination })));
    const shown = await clerk.submit(form, values);
    const before = await position();
    const answer = await clerk.submit(formOf(shown), values);

    expect(wordsOf(shown)).toMatch(rests);
    expect(wordsOf(shown)).toMatch(rules);
    expect(JSON.stringify(formOf(shown).items)).toContain('Wrong line.');
    expect(before).toBe('Deputy');
    expect(wordsOf(answer)).toContain('Trần Văn Mẫu');
    expect(await position()).toBe('Secretary');
    const profile = await clerk.press(openButton.draw('Open', { committee, nomination }));
    expect(wordsOf(profile)).toMatch(/(Position until then|Chức danh trước đó): Deputy/u);
  },
);
