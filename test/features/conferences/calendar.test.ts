/** A person's own calendar: what they attend, what was held, and what is not theirs any more. */
import fc from 'fast-check';
import {
  calendarFeed,
  conferenceIcs,
  createCalendarFeed,
  feedHash,
} from '../../../src/features/conferences/operations/calendar.ts';
import { changeSummoned, draftChange } from '../../../src/features/conferences/operations/draft.ts';
import { calendarStanding, type Place, type Sending } from '../../../src/features/conferences/rules/calendar.ts';
import { openSitting } from '../../../src/features/sittings/operations/opening.ts';
import { conclude } from '../../../src/features/sittings/operations/record.ts';
import { beginRollCall, tickPresent } from '../../../src/features/sittings/operations/roll-call.ts';
import type { ConferenceId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  answer,
  createScene,
  form,
  minute,
  must,
  type Scene,
  type Somebody,
  scheduled,
  sent,
  versionOf,
} from './scene.ts';

const { handle } = await createTestDatabase();

const title = (_: string, committee: string) => `Conference, ${committee}`;

interface Entry {
  readonly status: string;
  readonly sequence: number;
  readonly start: string;
  readonly place: string;
}

/** What the person's feed says of the conference, so long after the tests' present; null: nothing. */
async function entryIn(who: Somebody, conference: ConferenceId, afterMs: number): Promise<Entry | null> {
  const { secret } = must(await createCalendarFeed(again(who, afterMs)));
  const text = (await calendarFeed(handle, feedHash(secret), new Date(who.now.getTime() + afterMs), title)) ?? '';
  const event = text.split('BEGIN:VEVENT').find((part) => part.includes(conference));
  return event ? entryOf(event) : null;
}

function entryOf(event: string): Entry {
  const value = (name: string) => new RegExp(`^${name}(?:;[^:]*)?:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? '';
  return {
    status: value('STATUS'),
    sequence: Number(value('SEQUENCE')),
    start: value('DTSTART').slice(0, 13),
    place: value('LOCATION'),
  };
}

async function moved(scene: Scene, conference: ConferenceId, time: string, afterMs: number): Promise<void> {
  const version = await versionOf(scene, conference);
  const changes = form(scene, { time, agenda: null, lists: null });
  must(await draftChange(again(scene.clerk, afterMs), { conference, version, form: changes }));
  await sent(scene, conference, afterMs);
}

async function restand(scene: Scene, conference: ConferenceId, who: Somebody, isOn: boolean, afterMs: number) {
  const version = await versionOf(scene, conference);
  const change = { add: isOn ? [who.person] : [], guests: [], remove: isOn ? [] : [who.person] };
  must(await changeSummoned(again(scene.clerk, afterMs), { conference, version, ...change }));
  await sent(scene, conference, afterMs);
}

test('whoever is released reads a cancelled entry with what they last knew, and a newer one when invited again', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const conference = await scheduled(scene);

  const first = await entryIn(ann, conference, 5 * minute);
  await restand(scene, conference, ann, false, 10 * minute);
  const held = await entryIn(ann, conference, 10 * minute + 30_000);
  const released = await entryIn(ann, conference, 15 * minute);
  await moved(scene, conference, '15:00', 20 * minute);
  const later = await entryIn(ann, conference, 25 * minute);
  await restand(scene, conference, ann, true, 30 * minute);
  const back = await entryIn(ann, conference, 35 * minute);

  expect(first).toEqual({ status: 'CONFIRMED', sequence: 0, start: '20260306T1400', place: 'Room 2' });
  expect(held).toEqual(first);
  expect(released).toEqual({ ...first, status: 'CANCELLED', sequence: 1 });
  expect(later).toMatchObject({ status: 'CANCELLED', start: first?.start, sequence: 2 });
  expect(back).toMatchObject({ status: 'CONFIRMED', start: '20260306T1500', sequence: 3 });
  const file = must(await conferenceIcs(again(ann, 35 * minute), conference, title));
  expect(entryOf(file.split('BEGIN:VEVENT')[1] ?? '').sequence).toBe(3);
});

test('whoever is sent in somebody’s place sees the conference until they are sent no more, or it is another question', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const dora = await scene.person('Dora Deputy');
  const conference = await scheduled(scene);

  const before = await entryIn(dora, conference, minute);
  must(await answer(ann, conference, 'delegate', { delegate: dora.person, reason: 'Abroad', afterMs: 3 * minute }));
  const sentFor = await entryIn(dora, conference, 5 * minute);
  must(await answer(ann, conference, 'coming', { afterMs: 6 * minute }));
  const not = await entryIn(dora, conference, 7 * minute);
  must(await answer(bob, conference, 'delegate', { delegate: dora.person, reason: 'Ill', afterMs: 8 * minute }));
  const forBob = await entryIn(dora, conference, 9 * minute);
  await moved(scene, conference, '15:00', 20 * minute);
  const asked = await entryIn(dora, conference, 25 * minute);

  expect(before).toBeNull();
  expect([sentFor, not, forBob, asked].map((entry) => entry?.status)).toEqual([
    'CONFIRMED',
    'CANCELLED',
    'CONFIRMED',
    'CANCELLED',
  ]);
  const versions = [sentFor, not, forBob, asked].map((entry) => entry?.sequence ?? -1);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  expect(asked?.start).toBe(forBob?.start);
});

test('a conference that was held stays in the calendar', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  const start = Date.parse('2026-03-06T07:00:00Z') - scene.clerk.now.getTime();
  const now = { conference, time: null };

  must(await beginRollCall(again(scene.clerk, start - 10 * minute), conference));
  const persons = [scene.chair.person, ann.person, bob.person, scene.withoutAccount];
  must(await tickPresent(again(scene.clerk, start - minute), { ...now, persons }));
  must(await openSitting(again(scene.clerk, start + minute), now));
  must(await conclude(again(scene.clerk, start + 90 * minute), now));

  expect(await entryIn(ann, conference, start + 48 * 60 * minute)).toMatchObject({ status: 'CONFIRMED', sequence: 0 });
});

test('the version of an entry never falls, whatever happens to a person, and rises with what changes it', () => {
  const happenings = fc.array(fc.constantFrom('revision', 'listed', 'released', 'sent', 'recalled'), { maxLength: 12 });
  fc.assert(
    fc.property(happenings, (story) => {
      let revision = 1;
      let places: Place[] = [];
      let sendings: Sending[] = [];
      let before = calendarStanding(revision, places, sendings);
      for (const happening of story) {
        if (happening !== 'sent' && happening !== 'recalled') revision += 1;
        const open = places.find(({ until }) => until === null);
        if (happening === 'listed' && !open) places = [...places, { from: revision, until: null }];
        if (happening === 'released' && open) {
          places = places.map((one) => (one === open ? { ...one, until: revision } : one));
        }
        if (happening === 'sent') sendings = [...sendings.map(ended), { revision, stands: true }];
        if (happening === 'recalled') sendings = sendings.map(ended);
        const after = calendarStanding(revision, places, sendings);

        expect(after.changes).toBeGreaterThanOrEqual(before.changes);
        if (after.isOn !== before.isOn || after.lastOn !== before.lastOn) {
          expect(after.changes).toBeGreaterThan(before.changes);
        }
        expect(after.isOn).toBe(places.some(({ until }) => until === null) || sendings.some(({ stands }) => stands));
        before = after;
      }
    }),
  );
});

function ended(one: Sending): Sending {
  return { ...one, stands: false };
}
