/** A conference as it is run: roll call, opening by the rule, items, recusals, decisions, and what is entered afterwards. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { announce } from '../../../src/features/conferences/operations/announce.ts';
import { previewAnnouncement } from '../../../src/features/conferences/operations/preview.ts';
import { undoAnnouncement } from '../../../src/features/conferences/operations/undo.ts';
import { addItem, closeItem, takeUp } from '../../../src/features/sittings/operations/agenda.ts';
import { callAgain } from '../../../src/features/sittings/operations/call-again.ts';
import { seeSitting } from '../../../src/features/sittings/operations/look.ts';
import { openSitting, recordTooFew } from '../../../src/features/sittings/operations/opening.ts';
import * as record from '../../../src/features/sittings/operations/record.ts';
import {
  beginRollCall,
  recordMovement,
  sayHere,
  tickPresent,
} from '../../../src/features/sittings/operations/roll-call.ts';
import type { Act } from '../../../src/kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, minute, must, reasonOf, type Scene, scheduled } from '../conferences/scene.ts';

const { handle } = await createTestDatabase();

/** Friday 6 March 2026, 14:00 in Ha Noi. */
const start = new Date('2026-03-06T07:00:00Z');

function at<A extends Act>(act: A, minutes: number): A {
  return { ...again(act), now: new Date(start.getTime() + minutes * minute) };
}

function now(conference: ConferenceId, time: string | null = null) {
  return { conference, time };
}

interface Running {
  readonly scene: Scene;
  readonly conference: ConferenceId;
  readonly everybody: readonly PersonId[];
}

/** Five members, four of whom vote: more than half of four is three. */
async function called(changes: Parameters<typeof scheduled>[1] = {}): Promise<Running> {
  const scene = await createScene(handle);
  const conference = await scheduled(scene, changes);
  must(await beginRollCall(at(scene.clerk, -10), conference));
  const [ann, bob] = scene.members;
  return { scene, conference, everybody: [scene.chair.person, ann.person, bob.person, scene.withoutAccount] };
}

async function opened(changes: Parameters<typeof scheduled>[1] = {}): Promise<Running> {
  const running = await called(changes);
  const { scene, conference, everybody } = running;
  must(await tickPresent(at(scene.clerk, -1), { ...now(conference), persons: everybody }));
  must(await openSitting(at(scene.clerk, 1), now(conference)));
  return running;
}

async function itemsOf({ scene, conference }: Running) {
  return must(await seeSitting(at(scene.chair, 2), conference)).items;
}

// The first use of everything takes its time on a loaded machine; no test should be measured by it.
beforeAll(async () => {
  await called();
}, 120_000);

test('a conference is opened with a quorum only, not before its time, and the numbers are frozen', async () => {
  const { scene, conference, everybody } = await called();
  const [ann] = scene.members;
  must(await sayHere(at(ann, -5), conference));
  must(await sayHere(at(ann, -4), conference));

  const tooFew = await openSitting(at(scene.clerk, 1), now(conference));
  must(await tickPresent(at(scene.clerk, 2), { ...now(conference), persons: everybody }));
  const early = await openSitting(at(scene.clerk, 3), now(conference, '13:59'));
  must(await openSitting(at(scene.clerk, 4), now(conference)));
  must(await recordMovement(at(scene.clerk, 5), { ...now(conference), person: ann.person, movement: 'left' }));

  expect(tooFew).toMatchObject({ reason: 'quorum-not-reached', facts: { counted: 1, base: 4, needed: 3 } });
  expect(reasonOf(early)).toBe('sitting-too-early');
  const seen = must(await seeSitting(at(scene.chair, 6), conference));
  expect(seen.course.quorum).toEqual({ summoned: 5, seated: 4, present: 4, counted: 4, base: 4, needed: 3 });
  expect(seen.quorum.counted).toBe(3);
  expect(seen.conference.state).toBe('opened');
  expect(reasonOf(await openSitting(at(scene.clerk, 7), now(conference)))).toBe('sitting-open-already');
});

test('too few: it is recorded with its numbers, and then it can be said that the conference was not held', async () => {
  const { scene, conference } = await called();

  const before = await record.giveUp(at(scene.clerk, 14), now(conference));
  must(await recordTooFew(at(scene.clerk, 15), now(conference)));
  must(await record.giveUp(at(scene.clerk, 16), now(conference)));

  expect(reasonOf(before)).toBe('too-few-not-recorded');
  const seen = must(await seeSitting(at(scene.chair, 17), conference));
  expect(seen.course.phase).toBe('not-held');
  expect(seen.events.map((event) => event.kind)).toEqual(['too-few', 'given-up']);
  expect(seen.events[0]?.facts.quorum).toMatchObject({ counted: 0, needed: 3 });
});

test('only chair, deputy and committee secretary run it; whoever takes the chair may from then on', async () => {
  const { scene, conference } = await opened();
  const [ann] = scene.members;

  const before = await record.recordNote(at(ann, 3), { ...now(conference), item: null, text: 'x' });
  must(await record.handChair(at(scene.chair, 4), { ...now(conference), person: ann.person }));
  const after = await record.recordNote(at(ann, 5), { ...now(conference), item: null, text: 'x' });

  expect(reasonOf(before)).toBe('right-missing');
  expect(after.ok).toBe(true);
  const seen = must(await seeSitting(at(scene.chair, 6), conference));
  expect(seen.course.chair).toBe(ann.person);
});

test('when the chair leaves in the middle of an item, the sitting and its minutes say which deputy leads from then on', async () => {
  const running = await opened({ agenda: 'Opening\nBudget' });
  const { scene, conference } = running;
  const [ann] = scene.members;
  const where = { committeeId: scene.committee, personId: ann.person };
  await client(handle).membership.updateMany({ where, data: { roles: ['member', 'deputy'] } });
  const [, budget] = await itemsOf(running);
  must(await takeUp(at(scene.clerk, 5), { ...now(conference), item: budget?.id as never }));

  const chair = { ...now(conference), person: scene.chair.person };
  must(await recordMovement(at(scene.clerk, 6), { ...chair, movement: 'stepped-out' }));
  const seen = must(await seeSitting(at(scene.clerk, 7), conference));
  must(await recordMovement(at(scene.clerk, 8), { ...chair, movement: 'stepped-in' }));
  const later = must(await seeSitting(at(scene.clerk, 9), conference));

  expect(seen.leader).toBe(ann.person);
  expect(later.events.filter(({ kind }) => kind.startsWith('stepped')).map(({ facts }) => facts)).toEqual([
    { leader: ann.person },
    { leader: scene.chair.person },
  ]);
});

test('whoever is recused from an item is out of it when it is taken up, reads nothing of it, and counts not for it', async () => {
  const running = await opened({ agenda: 'Opening\nThe case of Nora Nominee' });
  const { scene, conference } = running;
  const [ann] = scene.members;
  const nora = (await scene.person('Nora Nominee')).person;
  await recuse(at(scene.clerk, 1), {
    ...{ committee: scene.committee, person: ann.person, nominee: nora, recordedBy: null },
  });
  const [, second] = await itemsOf(running);

  must(await takeUp(at(scene.clerk, 5), { ...now(conference), item: second?.id as never }));
  must(
    await record.recordNote(at(scene.clerk, 6), { ...now(conference), item: second?.id ?? null, text: 'A good year.' }),
  );

  const chair = must(await seeSitting(at(scene.chair, 7), conference));
  const own = must(await seeSitting(at(ann, 7), conference));
  expect(chair.itemQuorum).toMatchObject({ counted: 3, base: 4, needed: 3, present: 3 });
  expect(own.items.map((item) => item.text)).toEqual(['Opening']);
  expect(own.course.current).toBeNull();
  expect(JSON.stringify(own.events)).not.toMatch(/good year|stepped-out|taken-up/);
  const asked = await client(handle).delivery.findMany({
    where: { kind: 'sittings.leave-item', workspaceId: scene.workspace },
  });
  expect(asked.map((card) => card.personId)).toEqual([ann.person]);
});

test('a show of hands fits the people in the room for the item, and the outcome', async () => {
  const running = await opened();
  const { scene, conference } = running;
  const [first] = await itemsOf(running);
  must(await takeUp(at(scene.clerk, 3), { ...now(conference), item: first?.id as never }));
  const motion = { ...now(conference), item: first?.id ?? null, text: 'Adopt the plan', mover: null };

  const missing = await record.recordDecision(at(scene.clerk, 4), { ...motion, outcome: 'adopted', hands: null });
  const tooMany = await record.recordDecision(at(scene.clerk, 4), {
    ...{ ...motion, outcome: 'adopted', hands: { for: 3, against: 1, abstain: 1 } },
  });
  const contradicts = await record.recordDecision(at(scene.clerk, 4), {
    ...{ ...motion, outcome: 'adopted', hands: { for: 1, against: 3, abstain: 0 } },
  });
  const kept = await record.recordDecision(at(scene.clerk, 4), {
    ...{ ...motion, outcome: 'adopted', hands: { for: 3, against: 1, abstain: 0 } },
  });

  expect([missing, tooMany, contradicts].map(reasonOf)).toEqual([
    'hands-missing',
    'hands-too-many',
    'hands-contradict',
  ]);
  expect(tooMany).toMatchObject({ facts: { hands: 5, counted: 4 } });
  expect(kept.ok).toBe(true);
});

test('what happened earlier is entered afterwards with its time, and what contradicts is refused', async () => {
  const { scene, conference, everybody } = await called();
  const [ann, bob] = scene.members;
  const late = at(scene.clerk, 24 * 60);

  must(await tickPresent(late, { ...now(conference, '13:55'), persons: everybody }));
  must(await openSitting(at(scene.clerk, 24 * 60 + 1), now(conference, '14:02')));
  must(await addItem(at(scene.clerk, 24 * 60 + 2), { ...now(conference, '14:10'), text: 'Other business' }));
  must(
    await recordMovement(at(scene.clerk, 24 * 60 + 3), {
      ...now(conference, '14:05'),
      person: ann.person,
      movement: 'left',
    }),
  );
  const twice = await recordMovement(at(scene.clerk, 24 * 60 + 4), {
    ...now(conference, '14:07'),
    person: ann.person,
    movement: 'left',
  });
  must(await record.conclude(at(scene.clerk, 24 * 60 + 5), now(conference, '15:30')));
  const beyond = await recordMovement(at(scene.clerk, 24 * 60 + 6), {
    ...now(conference, '15:40'),
    person: bob.person,
    movement: 'left',
  });
  const ahead = await closeItem(at(scene.clerk, -2), now(conference, '14:01'));

  expect(reasonOf(twice)).toBe('not-present');
  expect(reasonOf(beyond)).toBe('sitting-over');
  expect(reasonOf(ahead)).toBe('time-ahead');
  const seen = must(await seeSitting(at(scene.chair, 24 * 60 + 7), conference));
  expect(seen.course.phase).toBe('concluded');
  expect(seen.events.map((event) => [event.kind, event.at.toISOString().slice(11, 16)])).toEqual([
    ...everybody.map(() => ['arrived', '06:55']),
    ['opened', '07:02'],
    ['left', '07:05'],
    ['taken-up', '07:10'],
    ['item-closed', '08:30'],
    ['concluded', '08:30'],
  ]);
});

test('a wrong record is struck with its reason; what others rest on is taken out after them', async () => {
  const { scene, conference } = await opened();
  const [ann] = scene.members;
  must(await recordMovement(at(scene.clerk, 5), { ...now(conference), person: ann.person, movement: 'left' }));
  const events = must(await seeSitting(at(scene.chair, 6), conference)).events;
  const arrival = events.find((event) => event.kind === 'arrived' && event.person === ann.person);
  const leave = events.find((event) => event.kind === 'left');
  const opening = events.find((event) => event.kind === 'opened');

  const first = await record.strike(at(scene.clerk, 7), { conference, event: arrival?.id as never, reason: 'not her' });
  const frozen = await record.strike(at(scene.clerk, 7), { conference, event: opening?.id as never, reason: 'x' });
  must(await record.strike(at(scene.clerk, 8), { conference, event: leave?.id as never, reason: 'she stayed' }));

  expect(reasonOf(first)).toBe('strike-breaks-order');
  expect(reasonOf(frozen)).toBe('opening-stands');
  const seen = must(await seeSitting(at(scene.chair, 9), conference));
  expect(seen.course.present.has(ann.person)).toBe(true);
  await expect(
    client(handle).sittingEvent.updateMany({ where: { id: leave?.id ?? '' }, data: { kind: 'arrived' } }),
  ).rejects.toThrow();
});

test('many who are ticked at once are one entry of the history', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  must(await beginRollCall(at(scene.clerk, -10), conference));
  const persons = [scene.chair.person, scene.members[0].person];

  must(await tickPresent(at(scene.clerk, -1), { ...now(conference), persons }));

  const entries = await client(handle).auditEvent.count({
    where: { workspaceId: scene.workspace, kind: 'sittings.arrived' },
  });
  expect(entries).toBe(1);
});

test('a second call has its own quorum and roll call, is previewed and sent like every announcement, and can be undone', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const conference = await scheduled(scene);
  must(await beginRollCall(at(scene.clerk, -10), conference));
  must(await sayHere(at(ann, -5), conference));
  must(await tickPresent(at(scene.clerk, 0), { ...now(conference), persons: [scene.chair.person] }));

  const early = await callAgain(at(scene.clerk, 10), { conference, date: '2026-03-06', time: '14:45' });
  must(await recordTooFew(at(scene.clerk, 11), now(conference)));
  const tooSoon = await callAgain(at(scene.clerk, 12), { conference, date: '2026-03-06', time: '14:20' });
  must(await callAgain(at(scene.clerk, 12), { conference, date: '2026-03-06', time: '14:45' }));
  const preview = must(await previewAnnouncement(at(scene.clerk, 12), conference));
  const first = must(await announce(at(scene.clerk, 13), { conference, version: preview.conference.version }));
  must(await undoAnnouncement(at(scene.clerk, 13), { conference, batch: first.batch }));
  const undone = must(await seeSitting(at(scene.chair, 14), conference));
  const again_ = must(await previewAnnouncement(at(scene.clerk, 14), conference));
  must(await announce(at(scene.clerk, 14), { conference, version: again_.conference.version }));
  const before = must(await seeSitting(at(scene.chair, 16), conference));
  must(await sayHere(at(ann, 40), conference));
  must(await tickPresent(at(scene.clerk, 41), { ...now(conference), persons: [scene.chair.person] }));
  must(await openSitting(at(scene.clerk, 46), now(conference)));

  expect([early, tooSoon].map(reasonOf)).toEqual(['too-few-not-recorded', 'second-call-too-soon']);
  expect(preview.forecast).toMatchObject({ needed: 2, base: 4 });
  expect(undone.rule.call).toBe(1);
  expect(undone.course.present.size).toBe(2);
  expect(before.rule.call).toBe(2);
  expect(before.course.present.size).toBe(0);
  const seen = must(await seeSitting(at(scene.chair, 47), conference));
  expect(seen.events.at(-1)?.facts).toMatchObject({ call: 2, quorum: { counted: 2, base: 4, needed: 2 } });
});

test('an adjourned conference is continued on another day: dealt with stays dealt with, the roll is called anew', async () => {
  const running = await opened();
  const { scene, conference, everybody } = running;
  const [first] = await itemsOf(running);
  must(await takeUp(at(scene.clerk, 5), { ...now(conference), item: first?.id as never }));
  must(await record.adjourn(at(scene.clerk, 6), { ...now(conference), reason: 'Late' }));

  must(await callAgain(at(scene.clerk, 7), { conference, date: '2026-03-10', time: '14:00' }));
  const preview = must(await previewAnnouncement(at(scene.clerk, 8), conference));
  must(await announce(at(scene.clerk, 8), { conference, version: preview.conference.version }));
  const day = 4 * 24 * 60;
  must(await tickPresent(at(scene.clerk, day - 5), { ...now(conference), persons: everybody.slice(0, 3) }));
  must(await openSitting(at(scene.clerk, day + 1), now(conference)));

  const seen = must(await seeSitting(at(scene.chair, day + 2), conference));
  expect(seen.conference.state).toBe('opened');
  expect(seen.course.phase).toBe('open');
  expect([...seen.course.closed]).toEqual([first?.id]);
  expect(seen.events.at(-1)).toMatchObject({ kind: 'resumed', facts: { quorum: { counted: 3, needed: 3 } } });
});
