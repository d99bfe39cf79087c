/** A vote on the item under discussion: who is asked, who comes and goes meanwhile, and what waits until it is counted. */
import { recuse } from '../../../src/features/access/operations.ts';
import { closeRound, voidRound } from '../../../src/features/ballots/operations/close.ts';
import { enterCount } from '../../../src/features/ballots/operations/count.ts';
import { seeOwn } from '../../../src/features/ballots/operations/look.ts';
import { openRound, undoOpening } from '../../../src/features/ballots/operations/open.ts';
import { prepareHere, prepareHereForm } from '../../../src/features/ballots/operations/prepare-here.ts';
import { motion } from '../../../src/features/ballots/types/round.ts';
import { seeMinutes } from '../../../src/features/minutes/operations/look.ts';
import { conclusions, minutesText } from '../../../src/features/minutes/views/draft.ts';
import { closeItem, takeUp } from '../../../src/features/sittings/operations/agenda.ts';
import { seeSitting } from '../../../src/features/sittings/operations/look.ts';
import * as record from '../../../src/features/sittings/operations/record.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { cards, must, reasonOf } from '../conferences/scene.ts';
import { at, inSession, moves, openedHere, preparedHere, says } from './running-vote.ts';
import { ofQuestion } from './vote-world.ts';

const { handle } = await createTestDatabase();
const t = texts('en', 'UTC', 'party');

// The first use of everything takes its time on a loaded machine; no test should be measured by it.
beforeAll(async () => {
  await inSession(handle);
}, 120_000);

test('whoever is in the room is asked; summoned, members and present are frozen by the roll call', async () => {
  const running = await inSession(handle, { absent: ['bob'] });
  const { scene } = running;
  const [ann, bob] = scene.members;

  const round = await openedHere(running);

  expect(round.frozen).toEqual({
    ...{ summoned: 4, seated: 4, present: 3 },
    recused: { summoned: 0, seated: 0, present: 0 },
  });
  const asked = (await cards(scene, 'ballots.paper')).map(({ personId }) => personId);
  expect(new Set(asked)).toEqual(new Set([scene.chair.person, ann.person, scene.withoutAccount]));
  expect(asked).not.toContain(bob.person);
});

test('whoever comes later is not asked; whoever leaves keeps the paper they handed in, and hands in no other', async () => {
  const running = await inSession(handle, { absent: ['bob'] });
  const { scene } = running;
  const [ann, bob] = scene.members;
  const round = await openedHere(running);
  must(await moves(running, bob.person, 'arrived', 12));
  must(await says(ann, round, 'yes'));
  must(await moves(running, ann.person, 'left', 14));
  must(await moves(running, scene.chair.person, 'stepped-out', 14));

  const late = await says(bob, round, 'no', 15);
  const gone = await says(ann, round, 'no', 15);
  const outOfItem = await says(scene.chair, round, 'yes', 15);
  must(await moves(running, scene.chair.person, 'stepped-in', 16));
  must(await says(scene.chair, round, 'yes', 17));
  const closed = must(await closeRound(at(scene.clerk, 18), round.id));

  expect([late, gone, outOfItem].map(reasonOf)).toEqual([
    'ballot-came-later',
    'ballot-out-of-room',
    'ballot-out-of-room',
  ]);
  expect(closed.rulings?.[0]).toMatchObject({ present: 3, issued: 3, returned: 2, outcome: 'passed' });
  expect(closed.rulings?.[0]?.lines[0]).toMatchObject({ for: 2, base: 3, needed: 2 });
});

test('whoever is recused from the item is in no base that leaves them out, and is not asked', async () => {
  const running = await inSession(handle, {
    agenda: 'Opening\nThe case of Nora Nominee',
    async prepare(scene) {
      const nora = (await scene.person('Nora Nominee')).person;
      const [ann] = scene.members;
      const input = { committee: scene.committee, person: ann.person, nominee: nora, recordedBy: null };
      await recuse(at(scene.clerk, -60), input);
      return {};
    },
  });
  const { scene } = running;
  const [ann] = scene.members;

  const round = await openedHere(running);

  expect(round.frozen).toEqual({
    ...{ summoned: 4, seated: 4, present: 3 },
    recused: { summoned: 1, seated: 1, present: 0 },
  });
  expect((await cards(scene, 'ballots.paper')).map(({ personId }) => personId)).not.toContain(ann.person);
  expect((await says(ann, round, 'yes')).ok).toBe(false);
});

test('while papers are out the item is not closed, no other is taken up, and nobody adjourns or concludes', async () => {
  const running = await inSession(handle);
  const { scene, conference, item } = running;
  const { items } = must(await seeSitting(at(scene.chair, 6), conference));
  const round = await openedHere(running);
  const now = { conference, time: null };

  const meanwhile = [
    await closeItem(at(scene.clerk, 13), now),
    await takeUp(at(scene.clerk, 13), { ...now, item: items[0]!.id }),
    await record.adjourn(at(scene.clerk, 13), { ...now, reason: null }),
    await record.conclude(at(scene.clerk, 13), now),
    await prepareHereForm(at(scene.clerk, 13), { conference, item }),
  ];
  must(await closeRound(at(scene.clerk, 14), round.id));
  const after = await closeItem(at(scene.clerk, 15), now);

  expect(meanwhile.map(reasonOf)).toEqual(Array.from({ length: 5 }, () => 'vote-open-here'));
  expect(t.refusal(meanwhile[0] as never)).toContain('both tellers');
  expect(after.ok).toBe(true);
});

test('one vote at a time on an item; the second is opened once the first is closed', async () => {
  const running = await inSession(handle);
  const { scene } = running;
  const [first, second] = [await preparedHere(running), await preparedHere(running)];
  must(await openRound(at(scene.clerk, 11), first.id));

  const early = await openRound(at(scene.clerk, 12), second.id);
  must(await closeRound(at(scene.clerk, 13), first.id));
  const later = await openRound(at(scene.clerk, 14), second.id);

  expect(reasonOf(early)).toBe('vote-open-here');
  expect(later.ok).toBe(true);
});

test('what is recorded of a vote is not struck: taken back within its minute, or declared void with a reason', async () => {
  const running = await inSession(handle);
  const { scene, conference } = running;
  const first = await openedHere(running);
  const opened = must(await seeSitting(at(scene.chair, 11), conference)).events.at(-1);
  const struck = await record.strike(at(scene.clerk, 11), { conference, event: opened!.id, reason: 'a slip' });
  must(await undoOpening(at(scene.clerk, 11.5), first.id));
  const between = must(await seeSitting(at(scene.chair, 12), conference));
  must(await openRound(at(scene.clerk, 20), first.id));
  const again = must(await seeOwn(at(scene.chair, 22), first.id)).round;
  must(await voidRound(at(scene.clerk, 23), { round: first.id, why: 'The wrong question' }));
  const concluded = await record.conclude(at(scene.clerk, 24), { conference, time: null });

  expect(reasonOf(struck)).toBe('vote-stands');
  expect(between.course.voting).toBeNull();
  expect(between.events.map(({ kind }) => kind)).not.toContain('vote-opened');
  // Papers are taken for a quarter of an hour from the opening, however often it was taken back.
  expect(again.closesAt).toEqual(at(scene.clerk, 36).now);
  expect(concluded.ok).toBe(true);
  const seen = must(await seeMinutes(at(scene.clerk, 25), conference));
  expect(minutesText(t, seen)).toContain('declared void. The wrong question');
});

test('the result stands in the minutes and the conclusions as a decision, with its numbers and its rule', async () => {
  const running = await inSession(handle);
  const { scene, conference } = running;
  const round = await openedHere(running);
  for (const who of [scene.chair, ...scene.members]) must(await says(who, round, 'yes'));
  must(await closeRound(at(scene.clerk, 16), round.id));
  must(await record.conclude(at(scene.clerk, 17), { conference, time: null }));

  const seen = must(await seeMinutes(at(scene.clerk, 18), conference));

  expect(minutesText(t, seen)).toContain(
    'Decision: Vote on Shall the report be published?: Passed (3 for, 0 against). Summoned 4, present 4, recused 0; papers issued 4, returned 3',
  );
  expect(conclusions(t, seen)).toEqual(['Vote on Shall the report be published?: Passed (3 for, 0 against).']);
});

test('two tellers count the room: those without an account take part, and their count ends the vote on the item', async () => {
  const running = await inSession(handle, { absent: ['bob'] });
  const { scene, conference } = running;
  const tellers = scene.members.map(({ person }) => person);
  const round = await openedHere(running, { place: 'room', tellers });
  const counted = (votes: number) => {
    const line = { candidate: motion, writtenIn: false, for: votes, against: 0, abstained: 0 };
    const tally = { returned: votes, invalid: 0, blank: 0, abstained: 0, lines: [line], rankings: [] };
    return { [motion]: { issued: votes, tally } };
  };
  const enter = (who: 0 | 1, votes: number) =>
    enterCount(at(scene.members[who], 14), { round: round.id, teller: tellers[who]!, counts: counted(votes) });

  const tooMany = await enter(0, 4);
  must(await enter(0, 3));
  const standing = must(await enter(1, 3));

  expect(tooMany).toMatchObject({ reason: 'more-issued-than-entitled', facts: { issued: 4, entitled: 3 } });
  expect(standing.standing).toBe('closed');
  expect(await cards(scene, 'ballots.paper')).toEqual([]);
  expect(must(await seeSitting(at(scene.chair, 15), conference)).course.voting).toBeNull();
});

test('with nobody in the room, without the item under discussion, or outside the roll call nothing is opened', async () => {
  const running = await inSession(handle);
  const { scene, conference, item } = running;
  const round = await preparedHere(running);
  const everybody = [scene.chair, ...scene.members].map(({ person }) => person);
  for (const person of [...everybody, scene.withoutAccount]) must(await moves(running, person, 'left', 10));
  const empty = await openRound(at(scene.clerk, 11), round.id);
  const { subject } = ofQuestion;
  const form = { subject, rule: 'majority-present', place: 'chat' as const, tellers: [] };
  const prepared = await prepareHere(at(scene.clerk, 11), { conference, item, minutes: 5, form });
  for (const person of everybody) must(await moves(running, person, 'arrived', 12));
  must(await closeItem(at(scene.clerk, 13), { conference, time: null }));

  const closed = await openRound(at(scene.clerk, 14), round.id);

  expect(empty).toMatchObject({ reason: 'nobody-to-vote', facts: { summoned: 4, present: 0 } });
  expect(prepared).toMatchObject({ reason: 'nobody-to-vote', field: 'rule' });
  expect(reasonOf(closed)).toBe('item-not-current');
});
