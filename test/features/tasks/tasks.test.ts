/** Tasks that a conference gives: a duty with a date, settled with a word, an open point of the next one until then. */
import { jest } from '@jest/globals';
import { client } from '../../../src/database/client.ts';
import { recuse, viewerOf } from '../../../src/features/access/operations.ts';
import { giveSittingTask } from '../../../src/features/sittings/operations/give-task.ts';
import { seeSitting } from '../../../src/features/sittings/operations/look.ts';
import { beginRollCall } from '../../../src/features/sittings/operations/roll-call.ts';
import { taskDuties } from '../../../src/features/tasks/interactions.ts';
import { openTasks, settleTask } from '../../../src/features/tasks/operations.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, minute, must, reasonOf, scheduled } from '../conferences/scene.ts';

jest.setTimeout(120_000);

const { handle } = await createTestDatabase();
const start = new Date('2026-03-06T07:00:00Z');

function at<A extends Act>(act: A, minutes: number): A {
  return { ...again(act), now: new Date(start.getTime() + minutes * minute) };
}

async function given() {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  must(await beginRollCall(at(scene.clerk, -10), conference));
  const task = { conference, item: null, text: 'Ask Nora Nominee for her papers', owner: bob.person };
  const id = must(await giveSittingTask(at(scene.clerk, 5), { ...task, dueOn: '2026-03-13' }));
  return { scene, ann, bob, conference, id };
}

test('a task is a duty of its owner with a date of its own, until the owner says what became of it', async () => {
  const { scene, ann, bob, id } = await given();
  const subject = { kind: 'task', id };

  const owing = await owingOf(taskDuties, at(scene.clockwork, 6), subject);
  const duties = await taskDuties.dutiesOf(at(bob, 6), [await viewerOf(at(bob, 6), scene.committee)]);
  const stranger = await settleTask(at(ann, 7), { task: id, state: 'done', word: null });
  must(await settleTask(at(bob, 8), { task: id, state: 'done', word: 'All there.' }));
  const twice = await settleTask(at(scene.clerk, 9), { task: id, state: 'not-done', word: null });

  expect(owing).toEqual([bob.person]);
  expect(duties.map((duty) => duty.facts.text)).toEqual(['Ask Nora Nominee for her papers']);
  expect([stranger, twice].map(reasonOf)).toEqual(['task-not-yours', 'task-settled']);
  expect(await owingOf(taskDuties, at(scene.clockwork, 10), subject)).toEqual([]);
  const deadline = await client(handle).deadline.findFirst({ where: { subjectId: id } });
  expect(deadline).toMatchObject({ state: 'cancelled', statedDate: '2026-03-13' });
});

test('an open task comes back at the next conference; somebody recused from who it names finds nothing of it', async () => {
  const { scene, ann, bob, conference } = await given();
  const next = await scheduled(scene, { date: '2026-03-05', title: 'Next' });

  const here = must(await seeSitting(at(scene.chair, 6), conference));
  const later = must(await seeSitting(at(scene.chair, 6), next));
  const nora = (await scene.person('Nora Nominee')).person;
  const recusal = { committee: scene.committee, nominee: nora, recordedBy: null };
  await recuse(at(scene.clerk, 7), { ...recusal, person: ann.person });
  const closed = must(await seeSitting(at(ann, 8), next));
  const own = must(await openTasks(at(bob, 8), scene.committee));

  expect(here.tasks).toMatchObject({ given: [{ ownerName: 'Bob Baker', dueOn: '2026-03-13' }], left: [] });
  expect(later.tasks.left.map((task) => task.text)).toEqual(['Ask Nora Nominee for her papers']);
  expect(closed.tasks.left).toEqual([]);
  expect(own).toHaveLength(1);
});

test('the owner leaves: it waits for the committee secretary of that moment, and whoever left finds no task any more', async () => {
  const { scene, bob, id } = await given();
  const subject = { kind: 'task', id };
  const dutiesOf = async (act: Act) =>
    (await taskDuties.dutiesOf(act, [await viewerOf(act, scene.committee)])).map(({ kind }) => kind);

  await client(handle).membership.updateMany({
    where: { committeeId: scene.committee, personId: bob.person },
    data: { validTo: at(bob, 6).now },
  });

  expect(await owingOf(taskDuties, at(scene.clockwork, 7), subject)).toEqual([scene.clerk.person]);
  expect(await dutiesOf(at(scene.clerk, 7))).toEqual(['tasks.settle-left']);
  expect(reasonOf(await settleTask(at(bob, 8), { task: id, state: 'done', word: null }))).toBe('task-unknown');
  must(await settleTask(at(scene.clerk, 9), { task: id, state: 'not-done', word: 'He has left.' }));
  expect(await owingOf(taskDuties, at(scene.clockwork, 10), subject)).toEqual([]);
});
