/** Answers: one's own, changed until the start, recorded for somebody; what recused people see; the calendar. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { mintViewer } from '../../../src/features/access/rules.ts';
import { changeMembership } from '../../../src/features/committees/operations/members.ts';
import { recordAnswer } from '../../../src/features/conferences/operations/answer.ts';
import {
  calendarFeed,
  conferenceIcs,
  createCalendarFeed,
  feedHash,
  revokeCalendarFeed,
} from '../../../src/features/conferences/operations/calendar.ts';
import { cancelConference } from '../../../src/features/conferences/operations/cancel.ts';
import { changeSummoned, draftChange } from '../../../src/features/conferences/operations/draft.ts';
import { duties } from '../../../src/features/conferences/operations/duties.ts';
import { forecastOf } from '../../../src/features/conferences/operations/forecast.ts';
import { seeConference, seeInvitation } from '../../../src/features/conferences/operations/look.ts';
import type { Via } from '../../../src/kernel/act.ts';
import type { ConferenceId } from '../../../src/kernel/ids.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  answer,
  createScene,
  drafted,
  form,
  minute,
  must,
  reasonOf,
  type Scene,
  type Somebody,
  scheduled,
  sent,
  versionOf,
} from './scene.ts';

const { handle } = await createTestDatabase();
const day = 24 * 60 * minute;
const byPhone: Via = { kind: 'phone', reference: null, dated: null };
const title = (_locale: string, committee: string) => `Conference: ${committee}`;

async function moved(scene: Scene, conference: ConferenceId, afterMs: number) {
  const version = await versionOf(scene, conference);
  const change = form(scene, { date: '2026-03-09' });
  must(await draftChange(again(scene.clerk, afterMs), { conference, version, form: change }));
  await sent(scene, conference, afterMs);
}

function record(who: Somebody, conference: ConferenceId, onBehalfOf: Somebody['person'], given = {}) {
  return recordAnswer(again(who, 2 * minute), {
    ...{ conference, revision: 1, answer: 'coming', reason: null, delegate: null, onBehalfOf, via: byPhone },
    ...given,
  });
}

test('an answer can be changed until the start, the last one stands, and none is overwritten', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene);
  must(await answer(ann, conference, 'coming'));

  must(await answer(ann, conference, 'absent', { reason: 'On a business trip', afterMs: day }));

  const seen = must(await seeInvitation(again(ann, day), conference));
  expect(seen.reply).toMatchObject({ answer: 'absent', reason: 'On a business trip' });
  expect(await client(handle).conferenceReply.count({ where: { conferenceId: conference } })).toBe(2);
});

test('two clicks of one person at the same moment leave one answer standing', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene);

  const outcomes = await Promise.all([
    answer(ann, conference, 'coming'),
    answer(ann, conference, 'absent', { reason: 'Ill' }),
  ]);

  expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
  const standing = await client(handle).conferenceReply.count({
    where: { conferenceId: conference, personId: ann.person, supersededAt: null },
  });
  expect(standing).toBe(1);
});

test('an absence needs its reason, and the audit keeps a hash of it and not the words', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);

  const silent = await answer(scene.members[0], conference, 'absent', { reason: '  ' });
  must(await answer(scene.members[0], conference, 'absent', { reason: 'Surgery of my mother' }));

  expect(reasonOf(silent)).toBe('absence-reason-missing');
  const events = await client(handle).auditEvent.findMany({ where: { subjectId: conference } });
  expect(JSON.stringify(events.map((event) => event.facts))).not.toContain('Surgery');
  expect(events.some((event) => event.kind === 'conferences.answered')).toBe(true);
});

test.each([
  ['at the very start', 4 * day + 5 * 60 * minute, 'conference-begun'],
  ['a minute before it', 4 * day + 5 * 60 * minute - minute, null],
])('%s', async (_name, afterMs, reason) => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);

  const outcome = await answer(scene.members[0], conference, 'coming', { afterMs });

  expect(reasonOf(outcome)).toBe(reason);
});

test('the old card of a moved conference is not an answer for the new day', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  await moved(scene, conference, 2 * minute);

  const onOldCard = await answer(scene.members[0], conference, 'coming', { revision: 1, afterMs: 5 * minute });
  const onNewCard = await answer(scene.members[0], conference, 'coming', { revision: 2, afterMs: 5 * minute });

  expect(reasonOf(onOldCard)).toBe('conference-moved');
  expect(onNewCard.ok).toBe(true);
});

test.each([
  ['vn-party', 'answer-not-offered'],
  ['vn-state', 'answer-not-offered'],
  ['general', null],
  ['nomcom', null],
] as const)('“maybe” in the profile %s', async (profile, reason) => {
  const scene = await createScene(handle, profile);
  const conference = await scheduled(scene);

  expect(reasonOf(await answer(scene.members[0], conference, 'maybe'))).toBe(reason);
});

test('somebody sent in a place is told, sees the conference, is not summoned, and is told when it is over', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  const deputy = await scene.person('Dora Deputy');

  must(await answer(scene.members[0], conference, 'delegate', { delegate: deputy.person }));

  const card = await client(handle).delivery.findFirst({ where: { kind: 'conferences.delegate' } });
  expect(card?.personId).toBe(deputy.person);
  const seen = must(await seeInvitation(again(deputy, 2 * minute), conference));
  expect(seen.own).toBeNull();
  const toSelf = await answer(scene.members[0], conference, 'delegate', { delegate: scene.members[0].person });
  const toSummoned = await answer(scene.members[0], conference, 'delegate', { delegate: scene.members[1].person });
  const toNobody = await answer(scene.members[0], conference, 'delegate');
  expect([toSelf, toSummoned, toNobody].map(reasonOf)).toEqual([
    'delegate-is-self',
    'delegate-is-summoned',
    'delegate-missing',
  ]);
  const version = await versionOf(scene, conference);
  must(await cancelConference(again(scene.clerk, 3 * minute), { conference, version, reason: 'Postponed' }));
  const told = await client(handle).delivery.findMany({ where: { kind: 'conferences.cancelled' } });
  expect(told.map((one) => one.personId)).toContain(deputy.person);
});

test('the committee secretary records what came by phone: shown as recorded, told to the person, who can change it', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene);

  must(await record(scene.clerk, conference, ann.person));

  const seen = must(await seeInvitation(again(ann, 2 * minute), conference));
  expect(seen.reply).toMatchObject({ answer: 'coming', recordedBy: scene.clerk.person, via: 'phone' });
  const card = await client(handle).delivery.findFirst({
    where: { kind: 'conferences.recorded', personId: ann.person },
  });
  expect(card).not.toBeNull();
  const event = await client(handle).auditEvent.findFirst({
    where: { kind: 'conferences.answered', subjectId: conference },
  });
  expect(event).toMatchObject({ onBehalfOf: ann.person, personId: scene.clerk.person });
  must(await answer(ann, conference, 'absent', { reason: 'Ill' }));
  const changed = must(await seeInvitation(again(ann, 2 * minute), conference));
  expect(changed.reply).toMatchObject({ answer: 'absent', recordedBy: null });
});

test('recording is for the committee secretary only, and only for people on the list', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  const stranger = await scene.person('Xenia Outside');

  const byChair = await record(scene.chair, conference, scene.withoutAccount);
  const byMember = await record(scene.members[0], conference, scene.members[1].person);
  const forStranger = await record(scene.clerk, conference, stranger.person);
  const forOtto = await record(scene.clerk, conference, scene.withoutAccount);

  expect([byChair, byMember, forStranger, forOtto].map(reasonOf)).toEqual([
    'right-missing',
    'right-missing',
    'not-summoned',
    null,
  ]);
});

test('a person taken off the list cannot answer any more; one who left the committee stays summoned', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  const memberships = await client(handle).membership.findMany({ where: { personId: bob.person } });
  must(await changeMembership(again(scene.clerk), scene.committee, memberships[0]?.id as never, null));
  const version = await versionOf(scene, conference);
  const change = { add: [], guests: [], remove: [ann.person] };
  must(await changeSummoned(again(scene.clerk, 2 * minute), { conference, version, ...change }));
  await sent(scene, conference, 2 * minute);

  const ofAnn = await answer(ann, conference, 'coming', { afterMs: 4 * minute });
  const ofBob = await answer(bob, conference, 'coming', { afterMs: 4 * minute });

  expect(reasonOf(ofAnn)).toBe('not-summoned');
  expect(reasonOf(ofBob)).toBeNull();
});

test('the forecast counts those with a vote who come, and names its rule, version and source', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  must(await answer(scene.members[0], conference, 'coming'));
  must(await answer(scene.chair, conference, 'coming'));
  must(await answer(scene.clerk, conference, 'coming'));

  const seen = must(await seeConference(again(scene.clerk, 3 * minute), conference));
  const before = forecastOf(seen, seen.members);
  must(await record(scene.clerk, conference, scene.withoutAccount));
  const later = must(await seeConference(again(scene.clerk, 3 * minute), conference));
  const after = forecastOf(later, later.members);

  expect(before).toMatchObject({ base: 4, coming: 2, open: 2, needed: 3, verdict: 'not-yet' });
  expect(after).toMatchObject({ coming: 3, verdict: 'enough' });
  expect(after.ruleSet.version).toBe(1);
  expect(after.source.title.vi).not.toBe('');
  expect(after.confidence).toBe('confirmed');
});

test('reminders go to those silent and those coming; the duty is only an answer that is missing', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  must(await answer(ann, conference, 'absent', { reason: 'Ill' }));
  must(await answer(bob, conference, 'coming'));

  const owing = await owingOf(duties, again(scene.clockwork), { kind: 'conference', id: conference });
  const dutiesOf = async (who: Somebody) =>
    duties.dutiesOf(again(who, 2 * minute), [
      mintViewer(who, scene.committee, { roles: ['member'], votes: true, recusedFrom: [], formerSelves: [] }),
    ]);

  expect(owing).not.toContain(ann.person);
  expect(owing).toEqual(expect.arrayContaining([bob.person, scene.chair.person, scene.withoutAccount]));
  expect(await dutiesOf(bob)).toHaveLength(0);
  expect(await dutiesOf(scene.chair)).toHaveLength(1);
});

test('members see their own answer only; the chair and the committee secretary see all', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  must(await answer(ann, conference, 'coming'));
  must(await answer(bob, conference, 'absent', { reason: 'Ill' }));

  const replies = async (who: Somebody) =>
    must(await seeConference(again(who, 3 * minute), conference)).replies.map((reply) => reply.person);

  expect(await replies(ann)).toEqual([ann.person]);
  expect((await replies(scene.chair)).sort()).toEqual([ann.person, bob.person].sort());
});

test('an agenda line that names a nominee is closed to whoever is recused from them, and survives their edit', async () => {
  const scene = await createScene(handle);
  const nominee = await scene.person('Đặng Thị Ánh');
  const agenda = 'Opening\nĐồng chí ĐẶNG THỊ ÁNH: hồ sơ\nClosing';
  const conference = await scheduled(scene, { agenda });
  const recusal = { committee: scene.committee, nominee: nominee.person, recordedBy: null };
  must(await recuse(again(scene.clerk), { ...recusal, person: scene.members[0].person }));
  must(await recuse(again(scene.clerk), { ...recusal, person: scene.clerk.person }));

  const recused = must(await seeInvitation(again(scene.members[0], 2 * minute), conference));
  const other = must(await seeInvitation(again(scene.members[1], 2 * minute), conference));
  const version = await versionOf(scene, conference);
  const change = form(scene, { agenda: 'Opening\nClosing', place: 'Room 8' });
  must(await draftChange(again(scene.clerk, 2 * minute), { conference, version, form: change }));
  await sent(scene, conference, 2 * minute);
  const afterEdit = must(await seeInvitation(again(scene.members[1], 4 * minute), conference));

  expect(recused.revision.agenda.map(({ text }) => text)).toEqual(['Opening', 'Closing']);
  expect(JSON.stringify(recused)).not.toMatch(/ánh/iu);
  expect(other.revision.agenda).toHaveLength(3);
  expect(JSON.stringify(afterEdit.revision.agenda)).toContain('ĐẶNG THỊ ÁNH');
});

test('a calendar file keeps its id, raises its sequence with every change, and says neither subject nor name', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene, { title: 'Case of Nora Nominee', agenda: 'Nora Nominee' });

  const first = must(await conferenceIcs(again(ann, 2 * minute), conference, title));
  await moved(scene, conference, 2 * minute);
  const second = must(await conferenceIcs(again(ann, 5 * minute), conference, title));
  const version = await versionOf(scene, conference);
  must(await cancelConference(again(scene.clerk, 6 * minute), { conference, version, reason: 'Nora Nominee' }));
  const third = must(await conferenceIcs(again(ann, 8 * minute), conference, title));

  const uid = (ics: string) => /^UID:(.+)$/m.exec(ics)?.[1]?.trim();
  const sequence = (ics: string) => Number(/^SEQUENCE:(\d+)/m.exec(ics)?.[1]);
  expect(new Set([first, second, third].map(uid)).size).toBe(1);
  expect(sequence(second)).toBeGreaterThan(sequence(first));
  expect(sequence(third)).toBeGreaterThan(sequence(second));
  expect(third).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
  expect(first + second + third).not.toMatch(/Nora|Ann|Cara/);
  expect(first).toMatch(/SUMMARY:Conference: Nominating Committee/);
});

test('a personal calendar address shows what its person is summoned to, until it is renewed or closed', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const mine = await scheduled(scene);
  const notMine = await drafted(scene);
  const version = await versionOf(scene, notMine);
  const change = { add: [], guests: [], remove: [ann.person] };
  must(await changeSummoned(again(scene.clerk), { conference: notMine, version, ...change }));
  await sent(scene, notMine);
  const now = new Date(ann.now.getTime() + 5 * minute);
  const read = (secret: string) => calendarFeed(handle, feedHash(secret), now, title);

  const { secret } = must(await createCalendarFeed(again(ann)));
  const text = await read(secret);
  const renewed = must(await createCalendarFeed(again(ann, minute)));
  const old = await read(secret);
  const fresh = await read(renewed.secret);
  must(await revokeCalendarFeed(again(ann, 2 * minute)));

  expect(text).toContain(`conference-${mine}@quorate`);
  expect(text).not.toContain(notMine);
  expect(old).toBeNull();
  expect(fresh).toContain(mine);
  expect(await read(renewed.secret)).toBeNull();
  const stored = await client(handle).calendarFeed.findMany();
  expect(JSON.stringify(stored)).not.toContain(secret);
});
