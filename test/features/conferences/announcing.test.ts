/** From draft to announcement and back: who is told what, the minute of undo, changes and cancelling. */
import pg from 'pg';
import { client } from '../../../src/database/client.ts';
import { announce } from '../../../src/features/conferences/operations/announce.ts';
import { cancelConference } from '../../../src/features/conferences/operations/cancel.ts';
import {
  changeSummoned,
  discardDraft,
  draftChange,
  draftConference,
} from '../../../src/features/conferences/operations/draft.ts';
import { listUpcoming, seeConference, seeInvitation } from '../../../src/features/conferences/operations/look.ts';
import { previewAnnouncement } from '../../../src/features/conferences/operations/preview.ts';
import { settleAnnouncement } from '../../../src/features/conferences/operations/said.ts';
import { undoAnnouncement } from '../../../src/features/conferences/operations/undo.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  answer,
  cards,
  createScene,
  drafted,
  form,
  minute,
  must,
  reasonOf,
  type Scene,
  scheduled,
  sent,
  versionOf,
} from './scene.ts';

const statements = countStatements();
const { handle } = await createTestDatabase();

async function changed(
  scene: Scene,
  conference: Awaited<ReturnType<typeof drafted>>,
  changes: object,
  afterMs: number,
) {
  const version = await versionOf(scene, conference);
  must(await draftChange(again(scene.clerk, afterMs), { conference, version, form: form(scene, changes) }));
  return sent(scene, conference, afterMs);
}

async function allPosted(scene: Scene): Promise<void> {
  await client(handle).delivery.updateMany({
    where: { kind: 'conferences.invitation', workspaceId: scene.workspace },
    data: { state: 'sent', address: { ts: '1' }, sentAt: scene.clerk.now },
  });
}

test('a draft tells nobody and is seen only by those who may schedule', async () => {
  const scene = await createScene(handle);

  await drafted(scene);

  const forMember = must(await listUpcoming(again(scene.members[0]), scene.committee));
  const forClerk = must(await listUpcoming(again(scene.clerk), scene.committee));
  expect(forMember.conferences).toHaveLength(0);
  expect(forClerk.conferences.map((one) => one.isDraft)).toEqual([true]);
  expect(await client(handle).delivery.count({ where: { workspaceId: scene.workspace } })).toBe(0);
});

test('announcing sends each person summoned a private card and the channel one post, all held for a minute', async () => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);

  const announced = await sent(scene, conference);

  const invitations = await cards(scene, 'conferences.invitation');
  const posts = await cards(scene, 'conferences.channel');
  expect(invitations).toHaveLength(5);
  expect(invitations.every((card) => card.mayRepeat && card.batchId === announced.batch)).toBe(true);
  expect(posts).toHaveLength(1);
  const until = scene.clerk.now.getTime() + minute;
  expect([...invitations, ...posts].every((card) => card.holdUntil?.getTime() === until)).toBe(true);
  expect(announced.toTell.map((one) => one.fullName)).toEqual(['Otto Offline']);
  const deadline = await client(handle).deadline.findFirst({
    where: { subjectId: conference, subjectKind: 'conference' },
  });
  expect(deadline?.dueAt).toEqual(new Date('2026-03-06T07:00:00Z'));
});

test('until the minute is over nobody but those who schedule sees the conference', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);

  const during = await seeInvitation(again(scene.members[0], minute - 1), conference);
  const after = await seeInvitation(again(scene.members[0], minute), conference);

  expect(reasonOf(during)).toBe('conference-unknown');
  expect(after.ok).toBe(true);
});

test('undo within the minute takes every card back and leaves a draft that can be sent again', async () => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);
  const { batch } = await sent(scene, conference);

  const undone = await undoAnnouncement(again(scene.clerk, minute - 1), { conference, batch });

  expect(undone.ok).toBe(true);
  expect(await cards(scene, 'conferences.invitation')).toHaveLength(0);
  expect(await cards(scene, 'conferences.invitation', 'cancelled')).toHaveLength(5);
  const deadline = await client(handle).deadline.findFirst({
    where: { subjectId: conference, subjectKind: 'conference' },
  });
  expect(deadline?.state).toBe('cancelled');
  await sent(scene, conference, 2 * minute);
  expect(await cards(scene, 'conferences.invitation')).toHaveLength(5);
});

test('undo after the minute is refused and says what to do instead; a second undo does nothing', async () => {
  const scene = await createScene(handle);
  const [late, twice] = [await drafted(scene), await drafted(scene)];
  const [lateSent, twiceSent] = [await sent(scene, late), await sent(scene, twice)];
  must(await undoAnnouncement(again(scene.clerk), { conference: twice, batch: twiceSent.batch }));

  const afterwards = await undoAnnouncement(again(scene.clerk, minute), { conference: late, batch: lateSent.batch });
  const again_ = await undoAnnouncement(again(scene.clerk), { conference: twice, batch: twiceSent.batch });

  expect(reasonOf(afterwards)).toBe('undo-too-late');
  expect(reasonOf(again_)).toBe('undo-nothing');
  expect(await cards(scene, 'conferences.invitation')).toHaveLength(5);
});

test('a second click on “Send” is told that it was sent, and nothing goes out twice', async () => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);
  const version = await versionOf(scene, conference);
  must(await announce(again(scene.clerk), { conference, version }));

  const second = await announce(again(scene.clerk, 1_000), { conference, version });

  expect(reasonOf(second)).toBe('conference-sent-already');
  expect(await cards(scene, 'conferences.invitation')).toHaveLength(5);
});

test('of two who send and change at once one is done and the other is told', async () => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);
  const version = await versionOf(scene, conference);

  const [send, change] = await Promise.all([
    announce(again(scene.clerk), { conference, version }),
    draftChange(again(scene.chair), { conference, version, form: form(scene, { place: 'Room 9' }) }),
  ]);

  expect([send.ok, change.ok].filter(Boolean)).toHaveLength(1);
  const refusedOne = [reasonOf(send), reasonOf(change)].filter((reason) => reason !== null);
  expect(['conference-changed-meanwhile', 'conference-held']).toContain(refusedOne[0]);
});

test('a form opened before somebody else changed the conference is refused, and that change stands', async () => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);
  const version = await versionOf(scene, conference);
  must(await draftChange(again(scene.chair), { conference, version, form: form(scene, { place: 'Room 9' }) }));

  const stale = await draftChange(again(scene.clerk), { conference, version, form: form(scene, { place: 'Room 1' }) });

  expect(reasonOf(stale)).toBe('conference-changed-meanwhile');
  expect(must(await previewAnnouncement(again(scene.clerk), conference)).draft.place).toBe('Room 9');
});

test('a new time reaches everybody and asks again; a new place keeps the answers', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  must(await answer(scene.members[0], conference, 'coming'));
  await changed(scene, conference, { place: 'Room 7' }, 3 * minute);

  const kept = must(await seeInvitation(again(scene.members[0], 5 * minute), conference));
  await changed(scene, conference, { place: 'Room 7', time: '15:00' }, 6 * minute);
  const reopened = must(await seeInvitation(again(scene.members[0], 8 * minute), conference));

  expect(kept.reply?.answer).toBe('coming');
  expect(kept.revision.place).toBe('Room 7');
  expect(reopened.reply).toBeNull();
  expect(await cards(scene, 'conferences.invitation')).toHaveLength(15);
  const deadline = await client(handle).deadline.findFirst({
    where: { subjectId: conference, subjectKind: 'conference' },
  });
  expect(deadline?.dueAt).toEqual(new Date('2026-03-06T08:00:00Z'));
});

test('an undone change leaves what was in force, its answers and its reminders as they were', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  must(await answer(scene.members[0], conference, 'coming'));
  const { batch } = await changed(scene, conference, { time: '17:00' }, 3 * minute);

  must(await undoAnnouncement(again(scene.clerk, 3 * minute + 1), { conference, batch }));

  const seen = must(await seeInvitation(again(scene.members[0], 5 * minute), conference));
  expect(seen.revision.startsAt).toEqual(new Date('2026-03-06T07:00:00Z'));
  expect(seen.reply?.answer).toBe('coming');
  const deadline = await client(handle).deadline.findFirst({
    where: { subjectId: conference, subjectKind: 'conference' },
  });
  expect(deadline).toMatchObject({ state: 'running', dueAt: new Date('2026-03-06T07:00:00Z') });
});

test('adding and releasing people tells only them, and nobody else gets a second card', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  const guest = await scene.person('Gina Guest');
  const version = await versionOf(scene, conference);
  const change = { add: [], guests: [guest.person], remove: [scene.members[1].person] };
  must(await changeSummoned(again(scene.clerk, 2 * minute), { conference, version, ...change }));

  const { batch } = await sent(scene, conference, 2 * minute);

  const mine = await client(handle).delivery.findMany({ where: { batchId: batch } });
  expect(mine.map((card) => [card.kind, card.personId]).sort()).toEqual(
    [
      ['conferences.channel', null],
      ['conferences.invitation', guest.person],
      ['conferences.released', scene.members[1].person],
    ].sort(),
  );
  const seen = must(await seeConference(again(scene.clerk, 4 * minute), conference));
  expect(seen.summoned.find((one) => one.person === guest.person)?.counts).toBe(false);
  const released = must(await seeInvitation(again(scene.members[1], 4 * minute), conference));
  expect(released.own).toBeNull();
});

test('the list is dated: what was drafted and discarded never was on it', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  const guest = await scene.person('Gina Guest');
  const version = await versionOf(scene, conference);
  const change = { add: [guest.person], guests: [], remove: [scene.members[1].person] };
  must(await changeSummoned(again(scene.clerk, 2 * minute), { conference, version, ...change }));

  must(await discardDraft(again(scene.clerk, 2 * minute), { conference, version: version + 1 }));

  const seen = must(await seeConference(again(scene.clerk, 4 * minute), conference));
  expect(seen.summoned).toHaveLength(5);
  expect(seen.summoned.some((one) => one.person === scene.members[1].person)).toBe(true);
});

test('cancelling reaches everybody summoned, names those without an account, and can be undone', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  const version = await versionOf(scene, conference);
  const act = again(scene.clerk, 2 * minute);

  const cancelled = must(await cancelConference(act, { conference, version, reason: 'The room is flooded' }));

  expect(await cards(scene, 'conferences.cancelled')).toHaveLength(5);
  expect(cancelled.toTell.map((one) => one.fullName)).toEqual(['Otto Offline']);
  const held = must(await seeInvitation(again(scene.members[0], 2 * minute), conference));
  expect(held.isCancelled).toBe(false);
  const out = must(await seeInvitation(again(scene.members[0], 3 * minute), conference));
  expect(out).toMatchObject({ isCancelled: true });
  expect(out.conference.cancelReason).toBe('The room is flooded');
  must(await undoAnnouncement(act, { conference, batch: cancelled.batch }));
  const on = must(await seeInvitation(again(scene.members[0], 4 * minute), conference));
  expect(on.isCancelled).toBe(false);
  const deadline = await client(handle).deadline.findFirst({
    where: { subjectId: conference, subjectKind: 'conference' },
  });
  expect(deadline?.state).toBe('running');
});

test('when the minute is over, cards that were posted before are worded again', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  await allPosted(scene);
  const { batch } = await changed(scene, conference, { time: '15:00' }, 3 * minute);
  const later = (ms: number) => new Date(scene.clerk.now.getTime() + ms);

  await settleAnnouncement(handle, { conference, batch }, later(3 * minute + 1));
  const early = await cards(scene, 'conferences.invitation', 'sent');
  await settleAnnouncement(handle, { conference, batch }, later(4 * minute));
  const late = await cards(scene, 'conferences.invitation', 'sent');

  expect(early.map((card) => card.wantsVersion)).toEqual([0, 0, 0, 0, 0]);
  expect(late.map((card) => card.wantsVersion)).toEqual([1, 1, 1, 1, 1]);
});

test('the minute being over draws none of the cards again that this announcement brought', async () => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);
  const { batch } = await sent(scene, conference);
  await allPosted(scene);

  await settleAnnouncement(handle, { conference, batch }, new Date(scene.clerk.now.getTime() + minute));

  const invitations = await cards(scene, 'conferences.invitation', 'sent');
  expect(invitations.map((card) => card.wantsVersion)).toEqual([0, 0, 0, 0, 0]);
});

test.each([
  ['a start in the past', { date: '2026-03-01' }, 'conference-in-past'],
  ['a start this very minute', { date: '2026-03-02', time: '09:00' }, 'conference-in-past'],
  ['an end before the start', { minutes: -30 }, 'conference-ends-before-start'],
  ['no length', { minutes: 0 }, 'conference-ends-before-start'],
  ['an end after three days', { minutes: 3 * 24 * 60 + 1 }, 'conference-too-long'],
  ['no subject', { title: '  \u200B ' }, 'conference-title-empty'],
  ['no place', { place: '' }, 'conference-place-empty'],
  ['an item of 20,000 characters', { agenda: 'x'.repeat(20_000) }, 'agenda-item-too-long'],
])('%s is refused', async (_name, changes, reason) => {
  const scene = await createScene(handle);

  const outcome = await draftConference(again(scene.clerk), { committee: scene.committee, form: form(scene, changes) });

  expect(reasonOf(outcome)).toBe(reason);
});

test('a chair from outside the committee is refused', async () => {
  const scene = await createScene(handle);
  const outsider = await scene.person('Xenia Outside');

  const outcome = await draftConference(again(scene.clerk), {
    committee: scene.committee,
    form: form(scene, { chair: outsider.person }),
  });

  expect(reasonOf(outcome)).toBe('chair-not-member');
});

test('a draft whose start has passed meanwhile is not sent', async () => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);
  const version = await versionOf(scene, conference);

  const outcome = await announce(again(scene.clerk, 7 * 24 * 60 * minute), { conference, version });

  expect(reasonOf(outcome)).toBe('conference-in-past');
});

test.each([
  ['nobody', (scene: Scene, all: readonly PersonId[]) => all.filter(() => scene !== null), 'nobody-summoned'],
  ['everybody but the chair', (scene: Scene) => [scene.chair.person], 'chair-not-summoned'],
])('with %s summoned the preview says so and sending is refused', async (_name, remove, reason) => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);
  const all = must(await previewAnnouncement(again(scene.clerk), conference)).summoned.map((one) => one.person);
  const version = await versionOf(scene, conference);
  const change = { add: [], guests: [], remove: remove(scene, all) };
  must(await changeSummoned(again(scene.clerk), { conference, version, ...change }));

  const preview = must(await previewAnnouncement(again(scene.clerk), conference));
  const outcome = await announce(again(scene.clerk), { conference, version: version + 1 });

  expect(preview.problem?.reason).toBe(reason);
  expect(reasonOf(outcome)).toBe(reason);
});

test('a day off is no refusal but is told before sending', async () => {
  const scene = await createScene(handle);
  const [saturday, reunification, friday] = [
    await drafted(scene, { date: '2026-03-07' }),
    await drafted(scene, { date: '2026-04-30' }),
    await drafted(scene),
  ];

  const warnings = await Promise.all(
    [saturday, reunification, friday].map(
      async (one) => must(await previewAnnouncement(again(scene.clerk), one)).dayWarning?.because ?? null,
    ),
  );

  expect(warnings).toEqual(['weekend', 'holiday', null]);
});

test('a member may neither schedule, change, cancel nor undo, and a stranger learns nothing', async () => {
  const scene = await createScene(handle);
  const conference = await drafted(scene);
  const { batch } = await sent(scene, conference);
  const version = await versionOf(scene, conference);
  const member = again(scene.members[0], 2 * minute);
  const stranger = again(await scene.person('Xenia Outside'), 2 * minute);
  const foreigner = again((await createScene(handle)).clerk, 2 * minute);

  const attempts = await Promise.all([
    draftConference(member, { committee: scene.committee, form: form(scene) }),
    draftChange(again(member), { conference, version, form: form(scene) }),
    cancelConference(again(member), { conference, version, reason: 'no' }),
    undoAnnouncement(again(member), { conference, batch }),
  ]);
  const looks = [await seeConference(stranger, conference), await seeConference(foreigner, conference)];

  expect(attempts.map(reasonOf)).toEqual(['right-missing', 'right-missing', 'right-missing', 'right-missing']);
  expect(looks.map(reasonOf)).toEqual(['conference-unknown', 'conference-unknown']);
});

test('somebody from the register is summoned with their posts, sees the conference, and no other of the committee', async () => {
  const scene = await createScene(handle);
  const invited = await scene.person('Ines Invited');
  const [conference, other] = [await drafted(scene), await scheduled(scene)];
  await client(handle).person.update({
    where: { id: invited.person },
    data: { partyPost: 'Secretary of cell 3', statePost: 'Head of unit' },
  });
  const version = await versionOf(scene, conference);
  const change = { add: [invited.person], guests: [], remove: [] };
  must(await changeSummoned(again(scene.clerk), { conference, version, ...change }));
  await sent(scene, conference);

  const own = must(await seeInvitation(again(invited, 2 * minute), conference));
  const foreign = await seeInvitation(again(invited, 2 * minute), other);

  expect(own.own).toMatchObject({ post: 'Secretary of cell 3, Head of unit', counts: true });
  expect(reasonOf(foreign)).toBe('conference-unknown');
});

test('three hundred summoned take as many statements as five', async () => {
  const scene = await createScene(handle);
  const [few, many] = [await drafted(scene), await drafted(scene)];
  const crowd = await client(handle).person.createManyAndReturn({
    data: Array.from({ length: 300 }, (_, index) => ({
      id: crypto.randomUUID(),
      workspaceId: scene.workspace,
      fullName: `Person ${index}`,
      searchName: `person ${index}`,
      source: 'demo',
      createdAt: scene.clerk.now,
    })),
    select: { id: true },
  });
  const add = crowd.map((one) => one.id as PersonId);
  const version = await versionOf(scene, many);

  const before = statements();
  must(await changeSummoned(again(scene.clerk), { conference: many, version, add, guests: [], remove: [] }));
  const summoning = statements() - before;
  await sent(scene, few);
  const forFew = statements() - before - summoning;
  const { told, toTell } = await sent(scene, many);
  const forMany = statements() - before - summoning - forFew;

  expect(told + toTell.length).toBe(305);
  expect(await client(handle).delivery.count({ where: { ids: { path: ['conference'], equals: many } } })).toBe(306);
  expect(summoning).toBeGreaterThan(5);
  expect(summoning).toBeLessThan(40);
  expect(forFew).toBeGreaterThan(10);
  expect(forMany).toBe(forFew);
});

/** Statements sent to the database by this file so far. */
function countStatements(): () => number {
  let count = 0;
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function query(this: unknown, ...args: unknown[]) {
    count += 1;
    return original.apply(this, args);
  };
  return () => count;
}
