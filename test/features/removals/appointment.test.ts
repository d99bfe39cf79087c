import { seeStructure } from '../../../src/features/nominations/operations/structure.ts';
import { appointedFrom, seePlan } from '../../../src/features/plans/operations/look.ts';
import { entriesMessage } from '../../../src/features/plans/views/cards.ts';
import { removalCards } from '../../../src/features/removals/interactions.ts';
import { recordAppointment, seeAppointment } from '../../../src/features/removals/operations/appoint.ts';
import { proposeRemoval, undoRemoval } from '../../../src/features/removals/operations/close.ts';
import { seeRemoval, seeWatch } from '../../../src/features/removals/operations/look.ts';
import { watchCommittee } from '../../../src/features/removals/operations/watch.ts';
import { removalMessage } from '../../../src/features/removals/views/messages.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { reasonOf } from '../conferences/scene.ts';
import { createDeveloping, type Developing } from '../development/scene.ts';
import { again, inRegister, must } from '../nominations/scene.ts';
import { paper, standing } from '../yearly-reviews/scene.ts';

const { handle } = await createTestDatabase();
const t = texts('en', 'Asia/Ho_Chi_Minh', 'party');
const aDay = 86_400_000;

function at(scene: Developing) {
  return { committee: scene.committee, plan: scene.plan.id, entry: scene.entry };
}

async function appoint(scene: Developing) {
  return must(await recordAppointment(again(scene.clerk, aDay), { ...at(scene), paper }, []));
}

async function watched(scene: Developing) {
  const { lines } = must(await seeWatch(again(scene.clerk, aDay), { committee: scene.committee, plan: scene.plan.id }));
  return lines.map(({ removal }) => removal);
}

test('an appointment takes the entry out of the plan, which keeps it with number and date, and the numbers follow', async () => {
  const scene = await createDeveloping(handle);
  const of = { committee: scene.committee, plan: scene.plan.id };
  const before = must(await seeStructure(again(scene.clerk), of)).structure.people;

  const { removal } = await appoint(scene);

  const after = must(await seeStructure(again(scene.clerk, aDay), of)).structure.people;
  expect([before, after]).toEqual([2, 1]);
  const { plan, entries } = must(await seePlan(again(scene.clerk, aDay), of));
  const appointed = must(await appointedFrom(again(scene.clerk, aDay), of));
  const names = new Map<string, string>([
    [scene.lan, 'Lê Thị Lan'],
    [scene.minh, 'Trần Văn Minh'],
  ]);
  const words = wordsOf(entriesMessage(t, { plan, entries, appointed, names, page: 1, mayEdit: true }));
  expect(words).toContain('Lê Thị Lan: Deputy, decision 45-QĐ/ĐU of 1 Mar 2026');
  const seen = must(await seeRemoval(again(scene.clerk, aDay), { committee: scene.committee, removal }, []));
  expect(wordsOf(removalMessage(t, seen))).toContain('Appointed. Decided by Standing committee, decision 45-QĐ/ĐU');
});

test('whom the watch found to hold an equal or higher post is closed by the appointment', async () => {
  const scene = await createDeveloping(handle);
  const high = await inRegister(scene, 'Vũ Văn Cao', { level: 6 });
  await standing(scene, scene.plan, [high]);
  await watchCommittee(again(scene.clockwork, aDay, { zone: 'Asia/Ho_Chi_Minh' }), scene.committee);
  const [found] = await watched(scene);
  if (!found) throw new Error('the watch found nobody');

  const { removal } = must(
    await recordAppointment(again(scene.clerk, aDay), { ...at(scene), entry: found.entry, paper }, []),
  );

  expect(found).toMatchObject({ reason: 'appointed', source: 'watch' });
  expect(removal).toBe(found.id);
  expect(await watched(scene)).toEqual([]);
});

test('a proposal on another ground lapses with the appointment; undone within the minute, the person stands again', async () => {
  const scene = await createDeveloping(handle);
  const { committee } = scene;
  const other = must(
    await proposeRemoval(again(scene.clerk), { ...at(scene), reason: 'other', note: 'Asked to leave the plan.' }),
  );

  const { removal, batch } = await appoint(scene);
  const gone = await seeAppointment(again(scene.clerk, aDay), at(scene), []);
  const lapsed = must(await seeRemoval(again(scene.clerk, aDay), { committee, removal: other }, []));
  must(await undoRemoval(again(scene.clerk, aDay), { committee, removal, batch: batch ?? '' }, []));

  expect(reasonOf(gone)).toBe('removal-entry-gone');
  expect(lapsed.removal.state).toBe('lapsed');
  expect((await seeAppointment(again(scene.clerk, aDay), at(scene), [])).ok).toBe(true);
  expect(must(await appointedFrom(again(scene.clerk, aDay), at(scene)))).toEqual([]);
});

test('those who keep the list read that somebody was appointed, not that somebody was removed', async () => {
  const scene = await createDeveloping(handle);
  const { removal, told } = await appoint(scene);

  const card = await removalCards['removals.removed']?.({
    ...{ act: again(scene.chair, aDay), ids: { committee: scene.committee, removal } },
    ...{ to: { person: scene.chair.person }, committee: scene.committee, isSentAgain: false, isRedraw: false },
  });

  expect(told).toEqual([scene.chair.person]);
  expect(card && wordsOf(card)).toContain('Somebody was appointed from the plan Plan 2027–2032.');
});
