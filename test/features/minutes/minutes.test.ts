/** Minutes as they come to be: drafted by the record, sent, corrected, confirmed, added to; a reader finds only theirs. */
import { jest } from '@jest/globals';
import { client } from '../../../src/database/client.ts';
import { recuse, viewersOf } from '../../../src/features/access/operations.ts';
import { minutesCards, minutesDuties, minutesInteractions } from '../../../src/features/minutes/interactions.ts';
import * as change from '../../../src/features/minutes/operations/change.ts';
import { seeConclusions, seeMinutes } from '../../../src/features/minutes/operations/look.ts';
import { confirmsAsChair } from '../../../src/features/minutes/rules.ts';
import { readButton } from '../../../src/features/minutes/views/buttons.ts';
import { minutesText } from '../../../src/features/minutes/views/draft.ts';
import { takeUp } from '../../../src/features/sittings/operations/agenda.ts';
import { openSitting } from '../../../src/features/sittings/operations/opening.ts';
import * as record from '../../../src/features/sittings/operations/record.ts';
import { beginRollCall, recordMovement, tickPresent } from '../../../src/features/sittings/operations/roll-call.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { asId, type ConferenceId, type PersonId } from '../../../src/kernel/ids.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, answer, createScene, minute, must, reasonOf, type Scene, scheduled } from '../conferences/scene.ts';

const { handle } = await createTestDatabase();
// A whole conference is held before each test; on a loaded machine that takes its time.
jest.setTimeout(120_000);

const start = new Date('2026-03-06T07:00:00Z');

function at<A extends Act>(act: A, minutes: number): A {
  return { ...again(act), now: new Date(start.getTime() + minutes * minute) };
}

/** Bob is excused; Otto comes late; one item names Nora, from whose case Ann is recused. Concluded at 15:00. */
async function held(): Promise<{ scene: Scene; conference: ConferenceId }> {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene, { agenda: 'Opening\nThe case of Nora Nominee' });
  must(await answer(bob, conference, 'absent', { reason: 'Ill' }));
  const nora = (await scene.person('Nora Nominee')).person;
  const recusal = { committee: scene.committee, nominee: nora, recordedBy: null };
  await recuse(at(scene.clerk, -60), { ...recusal, person: ann.person });
  const now = { conference, time: null };
  must(await beginRollCall(at(scene.clerk, -10), conference));
  const persons = [scene.chair.person, ann.person, scene.withoutAccount];
  must(await tickPresent(at(scene.clerk, -1), { ...now, persons }));
  must(await openSitting(at(scene.clerk, 2), now));
  must(await recordMovement(at(scene.clerk, 5), { ...now, person: scene.withoutAccount, movement: 'left' }));
  must(await recordMovement(at(scene.clerk, 9), { ...now, person: scene.withoutAccount, movement: 'arrived' }));
  const [first, second] = must(await seeConclusions(at(scene.chair, 10), conference)).sitting.items;
  must(await takeUp(at(scene.clerk, 10), { ...now, item: first?.id as never }));
  must(await record.recordNote(at(scene.clerk, 12), { ...now, item: first?.id ?? null, text: 'Welcome to all.' }));
  must(await takeUp(at(scene.clerk, 20), { ...now, item: second?.id as never }));
  const motion = {
    item: second?.id ?? null,
    text: 'She stays on the list',
    mover: null,
    outcome: 'consensus' as const,
  };
  must(await record.recordDecision(at(scene.clerk, 30), { ...now, ...motion, hands: null }));
  must(await record.conclude(at(scene.clerk, 60), now));
  return { scene, conference };
}

const t = texts('en', 'Asia/Ho_Chi_Minh', 'party');

// The first use of everything takes its time on a loaded machine; no test should be measured by it.
beforeAll(async () => {
  await held();
}, 120_000);

test('the draft says who was there and when, the quorum, and each item; reasons of absence only to those who run it', async () => {
  const { scene, conference } = await held();

  const seen = must(await seeMinutes(at(scene.clerk, 61), conference));
  const text = minutesText(t, { ...seen });
  const vietnamese = minutesText(texts('vi', 'Asia/Ho_Chi_Minh', 'party'), seen);
  const forOthers = minutesText(t, { ...seen, mayEdit: false });

  expect(text).toContain('Quorum reached: 3 of 4; at least 3 are needed.');
  expect(text).toMatch(/Present \(3\): Cara Chair.*Otto Offline, Treasurer \(from 14:09, until 14:05\)/);
  // The secretary takes the minutes: named as such, absent nowhere, though nobody ticked her.
  expect(text).toMatch(/Absent \(1\): Bob Baker \(excused: Ill\)/);
  expect(text).toMatch(/1\. Opening\n- 14:12 Welcome to all\./);
  expect(text).toMatch(
    /2\. The case of Nora Nominee\n- 14:20 Ann Arbor left for this item\.\n- 14:30 Decision: She stays/,
  );
  expect(text).toContain('(No quorum: 2 of 4; at least 3 are needed.)');
  expect(forOthers).toContain('Bob Baker (excused)');
  expect(vietnamese).toMatch(/BIÊN BẢN[\s\S]*Quyết nghị: She stays on the list\. Thống nhất thông qua/);
});

test('members read the draft once it is sent and the minute is over; the copy of somebody recused has nothing of the item', async () => {
  const { scene, conference } = await held();
  const [ann, bob] = scene.members;
  const before = await seeMinutes(at(bob, 62), conference);

  const sent = must(await change.sendOut(at(scene.clerk, 62), { conference, what: 'draft' }));
  const during = await seeMinutes(at(bob, 62.5), conference);
  const own = must(await seeMinutes(at(ann, 64), conference));
  const other = must(await seeMinutes(at(bob, 64), conference));

  expect([before, during].map(reasonOf)).toEqual(['minutes-not-yet', 'minutes-not-yet']);
  expect(sent).toMatchObject({ told: 4, toTell: ['Otto Offline'] });
  expect(minutesText(t, own)).not.toMatch(/Nora|She stays|left for this item|2\. /);
  expect(minutesText(t, other)).toContain('She stays on the list');
  const card = await minutesCards['minutes.draft']?.({
    act: at(ann, 64),
    ids: { conference },
    to: { person: ann.person },
    committee: scene.committee,
    isSentAgain: false,
    isRedraw: false,
  });
  expect(JSON.stringify(card)).not.toMatch(/Nora|Ann|Cara/);
});

test('sending is undone within the minute, not after it', async () => {
  const { scene, conference } = await held();
  const first = must(await change.sendOut(at(scene.clerk, 62), { conference, what: 'draft' }));

  must(await change.undoSending(at(scene.clerk, 62.5), { conference, batch: first.batch }));
  const seen = must(await seeMinutes(at(scene.clerk, 63), conference));
  const stranger = await change.undoSending(at(scene.clerk, 63), { conference: asId(conference), batch: asId('x') });

  expect(seen.minutes.state).toBe('draft');
  expect(reasonOf(stranger)).toBe('undo-too-late');
});

test('a correction is shown before and after; accepted it changes the words and keeps the old ones, declined it says why', async () => {
  const { scene, conference } = await held();
  const [, bob] = scene.members;
  must(await change.sendOut(at(scene.clerk, 62), { conference, what: 'draft' }));
  const line = must(await seeMinutes(at(bob, 64), conference)).sitting.events.find((one) => one.kind === 'noted');
  const proposal = { conference, event: line?.id ?? null };
  must(await change.proposeCorrection(at(bob, 65), { ...proposal, text: 'Welcome to all present.' }));
  must(await change.proposeCorrection(at(bob, 66), { conference, event: null, text: 'The flowers were mine.' }));
  const blocked = await change.confirmMinutes(at(scene.clerk, 67), conference);
  const clerk = () => callOf(at(scene.clerk, 68));
  const read = readButton.draw('Read', { conference });
  const message = messageOf(
    await press(minutesInteractions, clerk(), { summary: '', blocks: [{ kind: 'buttons', buttons: [read] }] }, 'Read'),
  );

  const accepted = messageOf(await press(minutesInteractions, clerk(), message, 'Accept'));
  const form = formOf(await press(minutesInteractions, clerk(), accepted, 'Decline'));
  const declined = messageOf(await submit(minutesInteractions, clerk(), form, { reason: 'Not part of it.' }));

  expect(reasonOf(blocked)).toBe('corrections-open');
  expect(textOf(message)).toContain('Bob Baker: Welcome to all. → Welcome to all present.');
  expect(textOf(accepted)).toContain('14:12 Welcome to all present.');
  expect(textOf(declined)).not.toContain('flowers');
  const own = must(await seeMinutes(at(bob, 70), conference));
  expect(own.corrections.map((one) => [one.state, one.reason])).toEqual([
    ['accepted', null],
    ['declined', 'Not part of it.'],
  ]);
  const struck = await client(handle).sittingEvent.findFirst({ where: { id: line?.id ?? '' } });
  expect(struck).toMatchObject({ text: 'Welcome to all.' });
  expect(struck?.struckAt).not.toBeNull();
});

test('what somebody without an account asked for is entered in their name by those who run it, and by nobody else', async () => {
  const { scene, conference } = await held();
  const [, bob] = scene.members;
  must(await change.sendOut(at(scene.clerk, 62), { conference, what: 'draft' }));
  const asked = { conference, event: null, text: 'The flowers were mine.', onBehalfOf: scene.withoutAccount };

  const byBob = await change.proposeCorrection(at(bob, 65), asked);
  const stranger = (await scene.person('Xenia Outside')).person;
  const forNobody = await change.proposeCorrection(at(scene.clerk, 65), { ...asked, onBehalfOf: stranger });
  must(await change.proposeCorrection(at(scene.clerk, 66), asked));

  expect([byBob, forNobody].map(reasonOf)).toEqual(['minutes-not-yours', 'not-on-roll']);
  const { corrections } = must(await seeMinutes(at(scene.clerk, 67), conference));
  expect(corrections).toMatchObject([{ by: scene.withoutAccount, byName: 'Otto Offline' }]);
});

test('with both confirmations nothing of the record changes any more: only addenda', async () => {
  const { scene, conference } = await held();

  const early = await change.addAddendum(at(scene.clerk, 70), { conference, text: 'x' });
  must(await change.confirmMinutes(at(scene.clerk, 71), conference));
  const twice = await change.confirmMinutes(at(scene.clerk, 72), conference);
  const whole = must(await change.confirmMinutes(at(scene.chair, 73), conference));
  const late = await record.recordNote(at(scene.clerk, 74), { conference, time: '14:40', item: null, text: 'x' });
  must(await change.addAddendum(at(scene.clerk, 75), { conference, text: 'The place was room 3.' }));

  expect([early, twice, late].map(reasonOf)).toEqual([
    'minutes-not-confirmed',
    'confirmed-already',
    'minutes-confirmed',
  ]);
  expect(whole.isWhole).toBe(true);
  expect(minutesText(t, must(await seeMinutes(at(scene.chair, 76), conference)))).toMatch(
    /Confirmed by the chair Cara Chair[\s\S]*Addenda\n- No\. 1, .*: The place was room 3\./,
  );
});

test('a chair who never clicks: the signed paper, by number and date, stands for both', async () => {
  const { scene, conference } = await held();
  const [ann] = scene.members;

  const stranger = await change.recordPaper(at(ann, 70), { conference, number: '12-BB/ĐU', dated: '2026-03-09' });
  must(await change.recordPaper(at(scene.clerk, 71), { conference, number: '12-BB/ĐU', dated: '2026-03-09' }));

  expect(stranger.ok).toBe(false);
  const seen = must(await seeMinutes(at(ann, 72), conference));
  expect(seen.minutes).toMatchObject({ state: 'confirmed', paper: { number: '12-BB/ĐU', dated: '2026-03-09' } });
});

test('the chair has left: the confirmation waits for whoever is chair now, and the minutes say so', async () => {
  const { scene, conference } = await held();
  must(await change.sendOut(at(scene.clerk, 62), { conference, what: 'draft' }));
  must(await change.confirmMinutes(at(scene.clerk, 64), conference));
  const ned = await scene.person('Ned New', ['chair', 'member']);
  const waits = async (act: Act, minutes: number) =>
    minutesDuties.dutiesOf(at(act, minutes), await viewersOf(at(act, minutes), [scene.committee]));
  const before = [await waits(scene.chair, 65), await waits(ned, 65), await waits(scene.clerk, 65)];

  await client(handle).membership.updateMany({
    where: { committeeId: scene.committee, personId: scene.chair.person },
    data: { validTo: at(ned, 66).now },
  });
  const after = await waits(ned, 67);
  const old = await change.confirmMinutes(at(scene.chair, 67), conference);
  must(await change.confirmMinutes(at(ned, 68), conference));

  expect(before.map((duties) => duties.length)).toEqual([1, 0, 0]);
  expect(after).toMatchObject([
    { kind: 'minutes.confirm', subject: { id: conference }, facts: { title: 'Personnel planning' } },
  ]);
  expect(reasonOf(old)).toBe('minutes-not-yours');
  const seen = must(await seeMinutes(at(ned, 69), conference));
  expect(seen.minutes.state).toBe('confirmed');
  expect(minutesText(t, seen)).toMatch(/by Ned New, who leads the committee now, in place of the chair Cara Chair/);
  expect(await waits(ned, 70)).toEqual([]);
});

test.each([
  [
    'the chair of the conference is there',
    [
      ['cara', 'chair'],
      ['dan', 'deputy'],
    ],
    ['cara'],
  ],
  [
    'a deputy held the chair',
    [
      ['cara', 'deputy'],
      ['ned', 'chair'],
    ],
    ['cara'],
  ],
  [
    'they are a member still, and another is chair',
    [
      ['ned', 'chair'],
      ['cara', 'member'],
    ],
    ['cara', 'ned'],
  ],
  [
    'they have left',
    [
      ['ned', 'chair'],
      ['dan', 'deputy'],
    ],
    ['ned'],
  ],
  [
    'they have left, and there is no chair',
    [
      ['dan', 'deputy'],
      ['mona', 'member'],
    ],
    ['dan'],
  ],
] as const)('who confirms for the chair Cara: %s', (_name, people, expected) => {
  const members = people.map(([person, role]) => ({
    ...{ person: person as PersonId, roles: [role], awayFrom: null, awayUntil: null },
  }));

  expect(confirmsAsChair('cara' as PersonId, members, start)).toEqual(expected);
});
