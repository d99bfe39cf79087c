/** Somebody leaves the committee after a conference was announced: a member who was summoned, or whoever was to lead it. */
import { client } from '../../../src/database/client.ts';
import { conferenceCards } from '../../../src/features/conferences/interactions/cards.ts';
import { conferenceDuties } from '../../../src/features/conferences/interactions/duties.ts';
import { draftChange } from '../../../src/features/conferences/operations/draft.ts';
import { forecastOf } from '../../../src/features/conferences/operations/forecast.ts';
import { seeConference, seeInvitation } from '../../../src/features/conferences/operations/look.ts';
import { seeConclusions } from '../../../src/features/minutes/operations/look.ts';
import { beginRollCall } from '../../../src/features/sittings/operations/roll-call.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  answer,
  cards,
  createScene,
  form,
  minute,
  must,
  reasonOf,
  type Scene,
  type Somebody,
  scheduled,
} from './scene.ts';

const { handle } = await createTestDatabase();
const [duties] = conferenceDuties;
const hour = 60 * minute;

async function leaves(scene: Scene, { person }: Somebody, afterMs = 10 * minute): Promise<void> {
  await client(handle).membership.updateMany({
    where: { committeeId: scene.committee, personId: person },
    data: { validTo: again(scene.clerk, afterMs).now },
  });
}

test('a member who left is asked no more, counts in no forecast, and finds nothing of the conference', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  const before = must(await seeConference(again(scene.clerk, hour), conference));

  await leaves(scene, ann);

  const after = must(await seeConference(again(scene.clerk, hour), conference));
  const owing = (await duties?.owing(again(scene.clockwork, hour), [conference]))?.get(conference);
  expect(owing).toContain(bob.person);
  expect(owing).not.toContain(ann.person);
  expect([before, after].map((seen) => forecastOf(seen, seen.members).base)).toEqual([4, 3]);
  expect(reasonOf(await seeInvitation(again(ann, hour), conference))).toBe('conference-unknown');
  expect(reasonOf(await answer(again(ann, hour), conference, 'coming'))).toBe('conference-unknown');
  const card = await conferenceCards['conferences.invitation']?.({
    ...{ act: again(ann, hour), ids: { conference, revision: '1' }, to: { person: ann.person } },
    ...{ committee: scene.committee, isSentAgain: false, isRedraw: true },
  });
  expect(JSON.stringify(card)).toContain('You no longer take part in this conference.');
  expect(JSON.stringify(card)).not.toContain('Room 2');
});

test('who left after the start took part: nothing of the list changes', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene);
  const week = 7 * 24 * hour;

  await leaves(scene, ann, week);

  const seen = must(await seeConference(again(scene.clerk, week + hour), conference));
  expect(seen.summoned.map(({ person }) => person)).toContain(ann.person);
  expect(reasonOf(await seeInvitation(again(ann, week + hour), conference))).not.toBe('conference-unknown');
});

test('whoever was to lead it left: the secretary is told once, nothing goes out with that name, and the head of the day leads', async () => {
  const scene = await createScene(handle);
  const conference = await scheduled(scene);
  const ned = await scene.person('Ned New', ['chair', 'member']);
  await leaves(scene, scene.chair);

  await duties?.membersChanged?.(again(scene.clockwork, hour), scene.committee);
  await duties?.membersChanged?.(again(scene.clockwork, hour), scene.committee);
  const told = await cards(scene, 'conferences.chair-left');
  const card = await conferenceCards['conferences.chair-left']?.({
    ...{
      act: again(scene.clerk, hour),
      ids: { conference, chair: scene.chair.person },
      to: { person: scene.clerk.person },
    },
    ...{ committee: scene.committee, isSentAgain: false, isRedraw: false },
  });
  const seen = must(await seeConference(again(scene.clerk, hour), conference));
  const other = { ...form(scene, { place: 'Room 3' }) };
  const changed = await draftChange(again(scene.clerk, hour), {
    ...{ conference, version: seen.conference.version, form: other },
  });
  const atStart = { ...again(scene.clerk), now: new Date(seen.revision.startsAt.getTime() - 10 * minute) };
  must(await beginRollCall(atStart, conference));

  expect(told.map(({ personId }) => personId)).toEqual([scene.clerk.person]);
  expect(JSON.stringify(card)).toContain('Cara Chair');
  expect(reasonOf(changed)).toBe('chair-not-member');
  const running = must(await seeConclusions(atStart, conference)).sitting;
  expect(running.course.chair).toBe(ned.person);
  expect(running.seats.find(({ person }) => person === ned.person)?.fullName).toBe('Ned New');
  const panels = await cards(scene, 'sittings.panel');
  expect(panels.map(({ personId }) => personId).toSorted()).toEqual([scene.clerk.person, ned.person].toSorted());
});
