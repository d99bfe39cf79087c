/** What a conference leaves open comes back: offered when the next one is called, and an item of its agenda when chosen. */
import { recuse } from '../../../src/features/access/operations.ts';
import { draftConference } from '../../../src/features/conferences/operations/draft.ts';
import { previewAnnouncement } from '../../../src/features/conferences/operations/preview.ts';
import { carriedItem } from '../../../src/features/conferences/views/open-points.ts';
import { takeUp } from '../../../src/features/sittings/operations/agenda.ts';
import { giveSittingTask } from '../../../src/features/sittings/operations/give-task.ts';
import { seeSitting } from '../../../src/features/sittings/operations/look.ts';
import { openPoints } from '../../../src/features/sittings/operations/open-points.ts';
import { openSitting } from '../../../src/features/sittings/operations/opening.ts';
import { conclude, handMinutes, recordDecision } from '../../../src/features/sittings/operations/record.ts';
import { beginRollCall, tickPresent } from '../../../src/features/sittings/operations/roll-call.ts';
import { settleTask } from '../../../src/features/tasks/operations.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Act } from '../../../src/kernel/act.ts';
import type { ConferenceId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, form, minute, must, reasonOf, type Scene, scheduled } from '../conferences/scene.ts';

const { handle } = await createTestDatabase();

/** Friday 6 March 2026, 14:00 in Ha Noi. */
const start = new Date('2026-03-06T07:00:00Z');

function at<A extends Act>(act: A, minutes: number): A {
  return { ...again(act), now: new Date(start.getTime() + minutes * minute) };
}

/** Four items: done, postponed, one that names Nora and is not reached, one not reached; and a task for Otto. */
async function held(): Promise<{ scene: Scene; conference: ConferenceId }> {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const agenda = 'Opening\nThe budget\nThe case of Nora Nominee\nThe calendar';
  const conference = await scheduled(scene, { agenda });
  const now = { conference, time: null };
  must(await beginRollCall(at(scene.clerk, -10), conference));
  const persons = [scene.chair.person, ann.person, bob.person, scene.withoutAccount];
  must(await tickPresent(at(scene.clerk, -1), { ...now, persons }));
  must(await openSitting(at(scene.clerk, 1), now));
  const [opening, budget] = must(await seeSitting(at(scene.chair, 2), conference)).items;
  must(await takeUp(at(scene.clerk, 2), { ...now, item: opening?.id as never }));
  must(await takeUp(at(scene.clerk, 3), { ...now, item: budget?.id as never }));
  const motion = { item: budget?.id as never, text: 'Next time', mover: null, hands: null };
  must(await recordDecision(at(scene.clerk, 4), { ...now, ...motion, outcome: 'postponed' }));
  must(
    await giveSittingTask(at(scene.clerk, 5), {
      ...{ conference, item: null, text: 'Ask three offers', owner: scene.withoutAccount, dueOn: null },
    }),
  );
  must(await conclude(at(scene.clerk, 60), now));
  return { scene, conference };
}

beforeAll(async () => {
  await held();
}, 120_000);

test('items not dealt with or postponed and open tasks are offered, and become items of the next agenda', async () => {
  const { scene } = await held();
  const later = at(scene.clerk, 24 * 60);

  const points = await openPoints(later, scene.committee);
  const t = texts('en', 'Asia/Ho_Chi_Minh', 'party');
  const next = form(scene, { date: '2026-03-20', agenda: 'Opening' });
  const carried = points.map((point) => carriedItem(t, point));
  const drafted = must(await draftConference(again(later), { committee: scene.committee, form: next, carried }));

  expect(points.map(({ kind, text }) => [kind, text])).toEqual([
    ['item', 'The budget'],
    ['item', 'The case of Nora Nominee'],
    ['item', 'The calendar'],
    ['task', 'Ask three offers'],
  ]);
  const { draft } = must(await previewAnnouncement(again(later), drafted));
  expect(draft.agenda.map(({ text, ownerName }) => [text, ownerName])).toEqual([
    ['Opening', null],
    ['The budget', null],
    ['The case of Nora Nominee', null],
    ['The calendar', null],
    ['Report: Ask three offers', 'Otto Offline'],
  ]);
});

test('what is settled is not offered, nor what is closed to whoever calls the next one, nor anything to a member', async () => {
  const { scene, conference } = await held();
  const [ann] = scene.members;
  const nora = (await scene.person('Nora Nominee')).person;
  const recusal = { committee: scene.committee, person: scene.clerk.person, nominee: nora, recordedBy: null };
  await recuse(at(scene.clerk, 70), recusal);
  const [task] = must(await seeSitting(at(scene.chair, 70), conference)).tasks.given;
  must(await settleTask(at(scene.clerk, 71), { task: task?.id as never, state: 'done', word: null }));

  const points = await openPoints(at(scene.clerk, 72), scene.committee);

  expect(points.map(({ text }) => text)).toEqual(['The budget', 'The calendar']);
  expect(await openPoints(at(ann, 72), scene.committee)).toEqual([]);
});

test('the minutes are handed to somebody in the room, who runs it from then on', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  must(await beginRollCall(at(scene.clerk, -10), conference));
  must(await tickPresent(at(scene.clerk, -1), { conference, time: null, persons: [ann.person] }));
  const hand = (who: Scene['chair'], minutes: number) =>
    handMinutes(at(scene.clerk, minutes), { conference, time: null, person: who.person });

  const absent = await hand(bob, 1);
  const already = await hand(scene.clerk, 1);
  must(await hand(ann, 2));
  const twice = await hand(ann, 3);
  const byAnn = await tickPresent(at(ann, 4), { conference, time: null, persons: [bob.person] });

  expect([absent, already, twice].map(reasonOf)).toEqual(['not-present', 'secretary-already', 'secretary-already']);
  expect(byAnn.ok).toBe(true);
  expect(must(await seeSitting(at(scene.chair, 5), conference)).sitting?.secretary).toBe(ann.person);
});
