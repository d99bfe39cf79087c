import { client } from '../../../src/database/client.ts';
import { recuse, viewerOf } from '../../../src/features/access/operations.ts';
import { developmentDuties } from '../../../src/features/development/interactions/measures.ts';
import { seeDevelopment, seePersonDevelopment } from '../../../src/features/development/operations/look.ts';
import { correctMeasure, recordMeasure, settleMeasure } from '../../../src/features/development/operations/record.ts';
import { checkMeasure } from '../../../src/features/development/rules/measure.ts';
import { measureSubject } from '../../../src/features/development/types.ts';
import { measureLine } from '../../../src/features/development/views/measure-line.ts';
import { proposeMovement } from '../../../src/features/movements/operations/propose.ts';
import { seeNomination } from '../../../src/features/nominations/operations/browse.ts';
import { profileMessage } from '../../../src/features/nominations/views/profile.ts';
import { seeReview } from '../../../src/features/yearly-reviews/operations/look.ts';
import { reviewMessage } from '../../../src/features/yearly-reviews/views/review.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { plain } from '../../../src/kernel/rich.ts';
import { wordsOf } from '../../support/hands.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { reasonOf } from '../conferences/scene.ts';
import { form as moveForm } from '../movements/scene.ts';
import { again, must, propose } from '../nominations/scene.ts';
import { begin } from '../yearly-reviews/scene.ts';
import { course, createDeveloping, type Developing, recorded, seen } from './scene.ts';

const { handle } = await createTestDatabase();
const t = texts('en', 'Asia/Ho_Chi_Minh', 'party');
const aDay = 86_400_000;

async function deadline(id: string) {
  return client(handle).deadline.findFirst({ where: { subjectId: id } });
}

function clerkViewer(scene: Developing, days = 0) {
  return viewerOf(again(scene.clerk, days * aDay), scene.committee);
}

describe('a measure', () => {
  test('stands beside the person with its date, and asks the committee secretary from thirty days before', async () => {
    const scene = await createDeveloping(handle);

    const measure = await recorded(scene);

    const { measures } = await seen(scene, scene.chair);
    expect(measures.map((one) => plain(measureLine(t, one)))).toEqual([
      'Further training: Advanced political theory, 9 Mar 2026 to 30 Jun 2026, by Political school · planned',
    ]);
    expect(await deadline(measure.id)).toMatchObject({ state: 'running', statedDate: '2026-06-30' });
    const subject = { kind: measureSubject, id: measure.id };
    expect(await owingOf(developmentDuties, again(scene.clockwork), subject)).toEqual([scene.clerk.person]);
    expect(await developmentDuties.dutiesOf(again(scene.clerk), [await clerkViewer(scene)])).toEqual([]);
    const near = await developmentDuties.dutiesOf(again(scene.clerk, 95 * aDay), [await clerkViewer(scene, 95)]);
    expect(near.map(({ facts }) => facts.name)).toEqual(['Lê Thị Lan']);
  });

  test('that is settled asks nobody any more; planned again, it asks again', async () => {
    const scene = await createDeveloping(handle);
    const { id: measure } = await recorded(scene);
    const at = { committee: scene.committee, measure };

    must(
      await settleMeasure(again(scene.clerk), { ...at, version: 1, outcome: { state: 'done', word: 'With honours' } }),
    );
    const settled = await deadline(measure);
    must(await settleMeasure(again(scene.clerk), { ...at, version: 2, outcome: { state: 'planned', word: null } }));

    expect(settled).toMatchObject({ state: 'cancelled' });
    expect(await deadline(measure)).toMatchObject({ state: 'running' });
  });

  test.each(['not-done', 'given-up'] as const)('that is %s says why', async (state) => {
    const scene = await createDeveloping(handle);
    const { id: measure } = await recorded(scene);
    const at = { committee: scene.committee, measure, version: 1 };

    const silent = await settleMeasure(again(scene.clerk), { ...at, outcome: { state, word: '  ' } });
    must(await settleMeasure(again(scene.clerk), { ...at, outcome: { state, word: 'The course was closed.' } }));

    expect(reasonOf(silent)).toBe('measure-word-missing');
    expect((await seen(scene)).measures).toMatchObject([{ state, word: 'The course was closed.' }]);
  });

  test('is put right by whoever saw its newest version; the same one twice is refused', async () => {
    const scene = await createDeveloping(handle);
    const { id: measure } = await recorded(scene);
    await recorded(scene, { what: 'State management' });
    const at = { committee: scene.committee, measure };

    const twice = await recordMeasure(again(scene.clerk), {
      committee: scene.committee,
      entry: scene.entry,
      form: course,
    });
    const same = await correctMeasure(again(scene.clerk), {
      ...{ ...at, version: 1 },
      form: { ...course, what: 'State management' },
    });
    must(await correctMeasure(again(scene.clerk), { ...at, version: 1, form: { ...course, dueOn: '2026-09-30' } }));
    const older = await correctMeasure(again(scene.clerk), { ...at, version: 1, form: course });

    expect([twice, same, older].map(reasonOf)).toEqual([
      'measure-said-already',
      'measure-said-already',
      'measure-changed-meanwhile',
    ]);
    expect(await deadline(measure)).toMatchObject({ statedDate: '2026-09-30' });
  });

  test('can be carried out by a movement of the same person, and shows how far that is', async () => {
    const scene = await createDeveloping(handle);
    const move = (person: Developing['lan']) =>
      proposeMovement(again(scene.clerk), {
        ...{ committee: scene.committee, person, form: moveForm(), after: null, via: null },
      });
    const [own, other] = [must(await move(scene.lan)).id, must(await move(scene.minh)).id];

    await recorded(scene, { kind: 'rotation', what: 'Lead a district', dueOn: null, startsOn: null, movement: own });
    const form = { ...course, movement: other };
    const wrong = await recordMeasure(again(scene.clerk), { committee: scene.committee, entry: scene.entry, form });

    expect(reasonOf(wrong)).toBe('measure-movement-unknown');
    const { measures, movements, today } = await seen(scene);
    expect(measures.map((one) => plain(measureLine(t, one, movements, today)))[0]).toContain('in the plan');
  });

  test.each([
    ['nothing said', { what: ' ' }, 'measure-what-missing'],
    ['ends before it begins', { startsOn: '2026-07-01' }, 'measure-days-order'],
    ['no day', { dueOn: '2026-02-30' }, 'measure-day-unreadable'],
    ['a day in the past', { startsOn: null, dueOn: '2020-01-31' }, null],
  ])('%s: %j', (_what, changes, reason) => {
    const checked = checkMeasure({ ...course, ...changes });

    expect(checked.ok ? null : checked.reason).toBe(reason);
  });
});

describe('who sees it', () => {
  test('members do not, nobody whose case is closed to them, and the date then has no title', async () => {
    const scene = await createDeveloping(handle);
    const measure = await recorded(scene);
    const subject = { kind: measureSubject, id: measure.id };
    const at = { committee: scene.committee, plan: scene.plan.id };

    const member = await seeDevelopment(again(scene.ann), at);
    const before = must(await seeDevelopment(again(scene.chair), at)).people.map(({ person }) => person.fullName);
    for (const person of [scene.chair.person, scene.clerk.person]) {
      await recuse(again(scene.clockwork), {
        committee: scene.committee,
        nominee: scene.lan,
        person,
        recordedBy: null,
      });
    }
    const after = must(await seeDevelopment(again(scene.chair), at)).people.map(({ person }) => person.fullName);
    const closed = await seePersonDevelopment(again(scene.chair), { committee: scene.committee, entry: scene.entry });

    expect(reasonOf(member)).toBe('right-missing');
    expect([before, after]).toEqual([['Lê Thị Lan', 'Trần Văn Minh'], ['Trần Văn Minh']]);
    expect(reasonOf(closed)).toBe('development-entry-gone');
    expect(await developmentDuties.titles?.(again(scene.clerk), [measure.id])).toEqual(new Map());
    expect(await owingOf(developmentDuties, again(scene.clockwork), subject)).toEqual([]);
  });

  test('the yearly review counts them beside each entry, the profile lists them with where the person stands', async () => {
    const scene = await createDeveloping(handle);
    await recorded(scene);
    const review = await begin(scene);
    const { nomination } = must(await propose(scene.clerk, scene, scene.lan, { position: scene.secretary.id }));

    const reviewed = must(await seeReview(again(scene.clerk), { committee: scene.committee, review }));
    const profile = must(await seeNomination(again(scene.clerk), { committee: scene.committee, nomination }));
    const asMember = must(await seeNomination(again(scene.ann), { committee: scene.committee, nomination }));

    const words = wordsOf(reviewMessage(t, reviewed, { which: 'all', page: 1 }));
    expect(words).toMatch(/Lê Thị Lan \(Deputy\).*Development: 1 planned\./);
    const read = wordsOf(profileMessage(t, { ...profile, committee: scene.committee }));
    expect(read).toContain('Deputy (Plan 2027–2032), since 1 Jun 2025, decision 12-QĐ/ĐU');
    expect(read).toContain('Further training: Advanced political theory');
    expect(asMember.standing).toEqual({ stands: [], measures: [] });
  });
});
