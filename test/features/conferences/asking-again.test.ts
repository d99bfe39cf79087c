/** What a change asks of those who have answered, and until when answers are asked for. */
import fc from 'fast-check';
import type { Message } from '../../../src/chat/message.ts';
import { client } from '../../../src/database/client.ts';
import { conferenceCards } from '../../../src/features/conferences/interactions/cards.ts';
import { conferenceDuties } from '../../../src/features/conferences/interactions/duties.ts';
import { recordAnswer } from '../../../src/features/conferences/operations/answer.ts';
import { cancelConference } from '../../../src/features/conferences/operations/cancel.ts';
import type { ContentForm } from '../../../src/features/conferences/operations/content.ts';
import { changeSummoned, draftChange, draftConference } from '../../../src/features/conferences/operations/draft.ts';
import { seeConference, seeInvitation } from '../../../src/features/conferences/operations/look.ts';
import { prepareChange } from '../../../src/features/conferences/operations/prepare.ts';
import { undoAnnouncement } from '../../../src/features/conferences/operations/undo.ts';
import { answersFrom, repliesFor } from '../../../src/features/conferences/rules/life.ts';
import { moveDeadline } from '../../../src/features/deadlines/operations/move.ts';
import type { ConferenceId, PersonId } from '../../../src/kernel/ids.ts';
import { textOf } from '../../support/calls.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  answer,
  createScene,
  form,
  minute,
  must,
  reasonOf,
  type Scene,
  scheduled,
  sent,
  versionOf,
} from './scene.ts';

const { handle } = await createTestDatabase();
const day = 24 * 60 * minute;

async function changed(scene: Scene, conference: ConferenceId, changes: Partial<ContentForm>, afterMs = 5 * minute) {
  const version = await versionOf(scene, conference);
  must(await draftChange(again(scene.clerk, afterMs), { conference, version, form: form(scene, changes) }));
  return sent(scene, conference, afterMs);
}

async function cardOf(scene: Scene, who: { person: PersonId }, revision: number, afterMs: number): Promise<string> {
  const row = await client(handle).delivery.findFirstOrThrow({
    where: {
      personId: who.person,
      kind: 'conferences.invitation',
      ids: { path: ['revision'], equals: String(revision) },
    },
  });
  const act = { ...again(scene.members[0], afterMs), person: who.person };
  const to = { person: who.person };
  const card = { act, ids: row.ids as Record<string, string>, to, committee: scene.committee };
  const message = await conferenceCards['conferences.invitation']?.({ ...card, isSentAgain: false, isRedraw: false });
  return textOf(message as Message);
}

async function deadlineFor(conference: ConferenceId) {
  return client(handle).deadline.findFirst({ where: { subjectId: conference, subjectKind: 'conference-reply' } });
}

async function owing(scene: Scene, conference: ConferenceId, afterMs: number): Promise<readonly string[]> {
  const found = conferenceDuties.find(({ subject }) => subject === 'conference-reply');
  const act = { ...again(scene.clerk, afterMs), member: null, person: null };
  return (await owingOf(found, act, { kind: 'conference-reply', id: conference })) ?? [];
}

test.each([
  ['another time', { time: '15:00' }, false],
  ['another day', { date: '2026-03-09' }, false],
  ['another place', { place: 'Room 9' }, true],
  ['another length', { minutes: 45 }, true],
  ['another agenda', { agenda: 'Something else' }, true],
  ['another subject', { title: 'Another subject' }, true],
  ['another place, and the wish that all answer again', { place: 'Another city', asksAgain: true }, false],
])('after %s answers given stand or are asked for again', async (_what, changes, stands) => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene);
  must(await answer(ann, conference, 'coming'));

  await changed(scene, conference, changes);

  const seen = must(await seeInvitation(again(ann, 10 * minute), conference));
  expect(seen.reply?.answer ?? null).toBe(stands ? 'coming' : null);
  const text = await cardOf(scene, ann, 2, 10 * minute);
  expect(text.includes('answers given before no longer hold')).toBe(!stands);
  expect(text.includes('Your answer: Coming')).toBe(stands);
});

test('moved away and back again, an answer to the first invitation is not taken for one to the third', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene);
  must(await answer(ann, conference, 'coming'));
  await changed(scene, conference, { time: '17:00' });

  await changed(scene, conference, {}, 10 * minute);

  const seen = must(await seeInvitation(again(ann, 15 * minute), conference));
  expect(seen.reply).toBeNull();
});

test('the wish that all answer again is taken back with the announcement, and stays in the draft', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene);
  must(await answer(ann, conference, 'coming'));
  const { batch } = await changed(scene, conference, { place: 'Room 9', asksAgain: true });

  must(await undoAnnouncement(again(scene.clerk, 5 * minute + 1), { conference, batch }));

  const seen = must(await seeInvitation(again(ann, 10 * minute), conference));
  const prepared = must(await prepareChange(again(scene.clerk, 10 * minute), conference));
  expect(seen.reply?.answer).toBe('coming');
  expect(prepared.asksAgain).toBe(true);
});

test('whoever was taken off the list and is summoned anew is asked anew', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  must(await answer(ann, conference, 'coming'));
  must(await answer(bob, conference, 'coming'));
  for (const [index, change] of [{ remove: [ann.person] }, { add: [ann.person] }].entries()) {
    const at = (index + 1) * 5 * minute;
    const version = await versionOf(scene, conference);
    const none = { add: [], guests: [], remove: [] };
    must(await changeSummoned(again(scene.clerk, at), { conference, version, ...none, ...change }));
    await sent(scene, conference, at);
  }

  const seen = must(await seeConference(again(scene.clerk, 15 * minute), conference));

  expect(seen.summoned.some(({ person }) => person === ann.person)).toBe(true);
  expect(seen.replies.map(({ person }) => person)).toEqual([bob.person]);
});

test('an answer that came by phone is not recorded to an announcement that can still be taken back', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  const given = { conference, answer: 'coming' as const, reason: null, delegate: null };
  const onBehalfOf = scene.withoutAccount;
  const via = { kind: 'phone' as const, reference: null, dated: null };

  const held = await recordAnswer(again(scene.clerk, minute - 1), { ...given, revision: 1, onBehalfOf, via });
  const out = await recordAnswer(again(scene.clerk, minute), { ...given, revision: 1, onBehalfOf, via });

  expect(reasonOf(held)).toBe('conference-held');
  expect(out.ok).toBe(true);
});

test('an answer never holds for a revision after which everybody was asked again', () => {
  const step = fc.record({ hour: fc.integer({ min: 1, max: 3 }), asksAgain: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat(11), (steps, answeredAt) => {
      const revisions: { number: number; startsAt: Date; answersFrom: number }[] = [];
      for (const { hour, asksAgain } of steps) {
        const number = revisions.length + 1;
        const next = { number, startsAt: new Date(Date.UTC(2026, 2, 6, hour)), asksAgain };
        revisions.push({ ...next, answersFrom: answersFrom(next, revisions.at(-1) ?? null) });
      }
      const to = Math.min(answeredAt, revisions.length - 1);
      const person = 'p' as PersonId;
      const reply = { person, revision: to + 1, startsAt: revisions[to]?.startsAt as Date };
      const last = revisions.at(-1) as (typeof revisions)[number];

      const holds = repliesFor(last, [reply], [{ person, since: 1 }]).length > 0;

      // The oracle: no later step moved it or asked again.
      const later = steps.slice(to + 1);
      expect(holds).toBe(later.every((one) => one.hour === steps[to]?.hour && !one.asksAgain));
    }),
  );
});

test('a date for answers ends with that working day, is said on the card, and those who are silent are asked', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;

  const conference = await scheduled(scene, { replyBy: '2026-03-04' });

  const deadline = await deadlineFor(conference);
  expect(deadline).toMatchObject({ state: 'running', ladder: 'date', dueAt: new Date('2026-03-04T09:30:00Z') });
  expect(await cardOf(scene, ann, 1, 2 * minute)).toContain('Please say before Wednesday 4 March 2026, 16:30');
  must(await answer(ann, conference, 'absent', { reason: 'On leave' }));
  const silent = await owing(scene, conference, 5 * minute);
  expect(silent).not.toContain(ann.person);
  expect(silent).toContain(scene.withoutAccount);
  expect(await owing(scene, conference, 5 * day)).toEqual([]);
});

test.each([
  ['after the start', '2026-03-07', 'reply-by-after-start'],
  ['in the past', '2026-03-01', 'date-past'],
])('a date for answers %s is refused beside its field', async (_what, replyBy, reason) => {
  const scene = await createScene(handle);

  const outcome = await draftConference(again(scene.clerk), {
    committee: scene.committee,
    form: form(scene, { replyBy }),
  });

  expect(outcome).toMatchObject({ ok: false, reason, field: 'replyBy' });
});

test('the date for answers follows changes, undo and cancelling; a new one on /deadline is the one that cards say', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene, { replyBy: '2026-03-04' });
  const set = await deadlineFor(conference);
  await changed(scene, conference, { replyBy: '2026-03-04', place: 'Room 9' });
  const same = await deadlineFor(conference);
  const { batch } = await changed(scene, conference, { replyBy: null, place: 'Room 9' }, 10 * minute);
  const off = await deadlineFor(conference);
  must(await undoAnnouncement(again(scene.clerk, 10 * minute + 1), { conference, batch }));
  const back = await deadlineFor(conference);

  const move = { deadline: back?.id as never, version: back?.version ?? 0, stated: { date: '2026-03-05', time: null } };
  must(await moveDeadline(again(scene.clerk, 15 * minute), conferenceDuties, move));

  expect([set?.version, same?.version]).toEqual([1, 1]);
  expect([off?.state, back?.state]).toEqual(['cancelled', 'running']);
  expect(await cardOf(scene, ann, 1, 20 * minute)).toContain('Please say before Thursday 5 March 2026, 16:30');
  const version = await versionOf(scene, conference);
  must(await cancelConference(again(scene.clerk, 20 * minute), { conference, version, reason: 'Flooded' }));
  expect((await deadlineFor(conference))?.state).toBe('cancelled');
});
