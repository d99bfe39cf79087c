/** Open votes: who is asked, what is frozen, changing until the close, and every way in which a paper is not taken. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { announceResult, decideTie, prepareNext } from '../../../src/features/ballots/operations/after.ts';
import { castPaper, recordPaper } from '../../../src/features/ballots/operations/cast.ts';
import { closeByClock, closeIfSettled, closeRound, voidRound } from '../../../src/features/ballots/operations/close.ts';
import { duties } from '../../../src/features/ballots/operations/duties.ts';
import { findRound, seeOwn, seeStanding } from '../../../src/features/ballots/operations/look.ts';
import { openByClock, openRound, undoOpening } from '../../../src/features/ballots/operations/open.ts';
import { prepareRound, type RoundForm } from '../../../src/features/ballots/operations/prepare.ts';
import { prepareAgain } from '../../../src/features/ballots/operations/prepare-again.ts';
import type { BallotRound, PaperMarks } from '../../../src/features/ballots/types/round.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList } from '../conferences/frozen-list.ts';
import { again, cards, createScene, minute, must, reasonOf, type Scene } from '../conferences/scene.ts';
import { clock, ofQuestion, openedVote, preparedVote, saying, vote } from './vote-world.ts';

const { handle } = await createTestDatabase();

const phone = { kind: 'phone', reference: null, dated: null } as const;

async function linesOf(scene: Scene, round: BallotRound, afterMs = 5 * minute) {
  const { rulings } = must(await seeOwn(again(scene.clerk, afterMs), round.id)).round;
  return (rulings ?? []).flatMap(({ lines }) => lines);
}

test('everybody with a vote gets a private card after a minute in which the opening can be taken back', async () => {
  const scene = await createScene(handle, 'general');
  const { id } = await preparedVote(scene);
  const opened = must(await openRound(again(scene.clerk), id));
  const twice = await openRound(again(scene.chair), id);
  const early = await vote(scene.members[0], id, 'yes', minute - 1);
  const held = await cards(scene, 'ballots.paper');
  must(await undoOpening(again(scene.clerk, minute - 1), id));
  const gone = await cards(scene, 'ballots.paper');
  must(await openRound(again(scene.clerk, 2 * minute), id));
  const late = await undoOpening(again(scene.clerk, 4 * minute), id);

  const deadline = await client(handle).deadline.findFirst({ where: { subjectId: id } });

  // The committee secretary has no vote; Otto has no account and is asked otherwise.
  expect(opened).toMatchObject({ told: 3, toAsk: ['Otto Offline'] });
  expect(held).toHaveLength(4);
  expect(gone).toHaveLength(0);
  expect([twice, early, late].map(reasonOf)).toEqual(['ballot-open-already', 'ballot-not-yet', 'ballot-undo-too-late']);
  expect(deadline).toMatchObject({ subjectKind: 'ballot-round', state: 'running' });
});

test('a paper is changed until the close; the last one counts, and every version is kept', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const round = await openedVote(scene);
  must(await vote(ann, round.id, 'yes'));
  const changed = must(await vote(ann, round.id, 'no', 3 * minute));
  must(await vote(bob, round.id, 'yes'));
  must(await vote(scene.chair, round.id, 'yes'));

  must(await closeRound(again(scene.clerk, 4 * minute), round.id));
  const late = await vote(ann, round.id, 'yes', 5 * minute);
  const twice = await closeRound(again(scene.chair, 5 * minute), round.id);

  expect(changed.before).toEqual(again(ann, 2 * minute).now);
  expect([late, twice].map(reasonOf)).toEqual(['ballot-closed', 'ballot-not-open']);
  expect(await linesOf(scene, round)).toMatchObject([{ for: 2, against: 1, outcome: 'passed' }]);
  const kept = await client(handle).ballotPaper.findMany({ where: { roundId: round.id, personId: ann.person } });
  expect(kept).toHaveLength(2);
});

test('who has no vote is asked nothing and is in no number; a paper of theirs is refused', async () => {
  const scene = await createScene(handle, 'general');
  const guest = await scene.person('Olga Observer', ['observer'], { votes: false });
  const round = await openedVote(scene);

  const paper = await vote(guest, round.id, 'yes');

  expect(reasonOf(paper)).toBe('ballot-not-asked');
  expect(round.frozen).toMatchObject({ summoned: 4, seated: 4 });
});

test('somebody recused from a candidate is neither asked nor shown the vote, and stands in the number of the recused', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const { list, nora } = await frozenList(scene);
  must(
    await recuse(again(scene.clerk), {
      committee: scene.committee,
      nominee: nora,
      person: ann.person,
      recordedBy: null,
    }),
  );
  const round = await openedVote(scene, { subject: { kind: 'list', list, position: null } });

  const hers = await seeOwn(again(ann, 2 * minute), round.id);
  const paper = await castPaper(again(ann, 2 * minute), { round: round.id, marks: {} });
  const standing = must(await seeStanding(again(scene.clerk, 2 * minute), round.id));

  expect([hers, paper].map(reasonOf)).toEqual(['ballot-unknown', 'ballot-unknown']);
  expect(round.frozen).toMatchObject({ summoned: 4, recused: { summoned: 1, seated: 1 } });
  expect(standing.electors.map(({ person }) => person)).not.toContain(ann.person);
  expect((await cards(scene, 'ballots.paper')).map(({ personId }) => personId)).not.toContain(ann.person);
  expect(await owingOf(duties, clock(scene, 2 * minute), { kind: 'ballot-round', id: round.id })).toContain(bob.person);
});

test('recused while it is open: the paper handed in stays in the count, and from then on there is no such vote', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const { list, nora, ned } = await frozenList(scene);
  const round = await openedVote(scene, { subject: { kind: 'list', list, position: null } });
  const marks = allSaying(round, 'yes');
  must(await castPaper(again(ann, 2 * minute), { round: round.id, marks }));
  const recusal = { committee: scene.committee, nominee: nora, person: ann.person, recordedBy: null };
  must(await recuse(again(scene.clerk, 3 * minute), recusal));

  const after = await castPaper(again(ann, 4 * minute), { round: round.id, marks });
  must(await closeRound(again(scene.clerk, 4 * minute), round.id));

  expect(reasonOf(after)).toBe('ballot-unknown');
  expect(await linesOf(scene, round)).toMatchObject([{ for: 1 }, { for: 1 }]);
  expect(ned).toBeDefined();
});

test('a candidate who withdraws while it is open: no mark for them is taken any more, and none counts', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const { list, nora } = await frozenList(scene);
  const round = await openedVote(scene, { subject: { kind: 'list', list, position: null } });
  const marks = allSaying(round, 'yes');
  must(await castPaper(again(ann, 2 * minute), { round: round.id, marks }));
  await client(handle).nomination.updateMany({
    where: { personId: nora },
    data: { state: 'withdrawn', endedAt: scene.clerk.now },
  });

  const after = await castPaper(again(bob, 3 * minute), { round: round.id, marks });
  must(await closeRound(again(scene.clerk, 4 * minute), round.id));

  expect(after).toMatchObject({ ok: false, reason: 'ballot-candidate-gone', facts: { names: ['Nora Nominee'] } });
  const lines = await linesOf(scene, round);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ for: 1 });
});

test('whose right to vote ends while it is open hands in nothing more; what they sent stays', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const round = await openedVote(scene);
  must(await vote(ann, round.id, 'yes'));
  await client(handle).membership.updateMany({ where: { personId: ann.person }, data: { votes: false } });

  const after = await vote(ann, round.id, 'no', 3 * minute);
  must(await closeRound(again(scene.clerk, 4 * minute), round.id));

  expect(reasonOf(after)).toBe('ballot-no-vote-now');
  expect(await linesOf(scene, round)).toMatchObject([{ for: 1, against: 0 }]);
});

test('a paper of somebody without an account is entered for them; what a person sent is theirs to change', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const round = await openedVote(scene);
  const entered = { round: round.id, person: scene.withoutAccount, marks: saying('no'), via: phone };
  must(await vote(ann, round.id, 'yes'));

  must(await recordPaper(again(scene.clerk, 2 * minute), entered));
  const corrected = must(await recordPaper(again(scene.clerk, 3 * minute), { ...entered, marks: saying('yes') }));
  const byMember = await recordPaper(again(bob, 2 * minute), entered);
  const overHers = await recordPaper(again(scene.clerk, 3 * minute), { ...entered, person: ann.person });

  expect(corrected.version).toBe(2);
  expect([byMember, overHers].map(reasonOf)).toEqual(['right-missing', 'ballot-cast-by-self']);
  expect(await cards(scene, 'ballots.recorded-for-you', 'waiting')).toHaveLength(2);
});

test('at its time the clock closes it; a paper that set out before and comes after is not taken', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const round = await openedVote(scene);
  must(await vote(ann, round.id, 'yes'));
  const before = round.closesAt.getTime() - scene.clerk.now.getTime() - 1;

  await closeByClock(clock(scene, before + 1), round.id);
  await closeByClock(clock(scene, before + 2), round.id);
  const onItsWay = await vote(bob, round.id, 'no', before);

  expect(reasonOf(onItsWay)).toBe('ballot-closed');
  const seen = must(await seeOwn(again(scene.clerk, before + minute), round.id));
  expect(seen.round).toMatchObject({ state: 'closed', closedHow: 'time' });
  expect(await cards(scene, 'ballots.closed')).toHaveLength(2);
});

test('after its time nothing is taken though the clock has not come round yet', async () => {
  const scene = await createScene(handle, 'general');
  const round = await openedVote(scene);

  const late = await vote(scene.members[0], round.id, 'yes', round.closesAt.getTime() - scene.clerk.now.getTime());

  expect(reasonOf(late)).toBe('ballot-closed');
});

test('it opens by the clock at its time, with those who have a vote then', async () => {
  const scene = await createScene(handle, 'general');
  const { id } = await preparedVote(scene, { opens: { date: '2026-03-03', time: '09:00' } });
  const waiting = must(await openRound(again(scene.clerk), id));
  const early = await vote(scene.members[0], id, 'yes', 60 * minute);
  const at = new Date('2026-03-03T02:00:00Z').getTime() - scene.clerk.now.getTime();
  await client(handle).membership.updateMany({ where: { personId: scene.chair.person }, data: { votes: false } });

  await openByClock(clock(scene, at), id);
  await openByClock(clock(scene, at), id);

  expect(waiting.round.state).toBe('scheduled');
  expect(reasonOf(early)).toBe('ballot-unknown');
  const seen = must(await seeOwn(again(scene.clerk, at + minute), id));
  expect(seen.round).toMatchObject({ state: 'open', frozen: { summoned: 3 } });
  expect(await cards(scene, 'ballots.paper')).toHaveLength(3);
});

test('what cannot be opened at its time is not half open: it stands prepared, and those who run it are told', async () => {
  const scene = await createScene(handle, 'general');
  for (const name of ['Dan Dale', 'Eve Ellis', 'Fay Fox']) await scene.person(name, ['member']);
  const opens = { date: '2026-03-03', time: '09:00' };
  const { id } = await preparedVote(scene, { opens, mode: 'unnamed' });
  must(await openRound(again(scene.clerk), id));
  const at = new Date('2026-03-03T02:00:00Z').getTime() - scene.clerk.now.getTime();

  // Without anything to seal the box with.
  await openByClock(clock(scene, at), id);
  await openByClock(clock(scene, at + minute), id);

  const seen = must(await seeOwn(again(scene.clerk, at + minute), id));
  expect(seen.round).toMatchObject({ state: 'prepared', openedAt: null, frozen: null });
  expect(await client(handle).ballotElector.count({ where: { roundId: id } })).toBe(0);
  expect(await cards(scene, 'ballots.paper')).toEqual([]);
  const told = (await cards(scene, 'ballots.not-opened')).map(({ personId }) => personId);
  expect(new Set(told)).toEqual(new Set([scene.clerk.person, scene.chair.person]));
  expect(told).toHaveLength(2);
});

test('an open vote closes by itself once it is settled, and not before its least time', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const round = await openedVote(scene, { settlesAfter: 10, rule: 'majority-present' });
  const own = must(await findRound(again(scene.clerk, 2 * minute), round.id)).round;
  for (const who of [ann, bob, scene.chair]) must(await vote(who, round.id, 'yes'));

  const tooEarly = await closeIfSettled(again(bob, 3 * minute), own);
  const settled = await closeIfSettled(again(bob, 12 * minute), own);

  expect([tooEarly, settled]).toEqual([false, true]);
  expect(must(await seeOwn(again(scene.clerk, 13 * minute), round.id)).round.closedHow).toBe('settled');
});

test('a vote that a missing paper could still turn stays open', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const round = await openedVote(scene, { settlesAfter: 10, rule: 'majority-present' });
  const own = must(await findRound(again(scene.clerk, 2 * minute), round.id)).round;
  for (const who of [ann, bob]) must(await vote(who, round.id, 'yes'));
  must(await vote(scene.chair, round.id, 'no'));

  const settled = await closeIfSettled(again(bob, 12 * minute), own);

  expect(settled).toBe(false);
});

test('a closed vote is not opened again: another round, with a reason', async () => {
  const scene = await createScene(handle, 'general');
  const round = await openedVote(scene);
  const closes = { date: '2026-03-06', time: null };
  const open = await prepareAgain(again(scene.clerk, 2 * minute), { round: round.id, why: 'A mistake', closes });
  must(await closeRound(again(scene.clerk, 2 * minute), round.id));
  const without = await prepareAgain(again(scene.clerk, 3 * minute), { round: round.id, why: '  ', closes });

  const next = must(await prepareAgain(again(scene.clerk, 3 * minute), { round: round.id, why: 'A mistake', closes }));

  expect([open, without].map(reasonOf)).toEqual(['ballot-still-open', 'ballot-why-missing']);
  expect(next.round).toMatchObject({ after: { round: round.id, kind: 'again' }, why: 'A mistake', state: 'prepared' });
});

test('declared void nothing comes of it, and everybody reads the reason', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const round = await openedVote(scene);

  must(await voidRound(again(scene.chair, 2 * minute), { round: round.id, why: 'The wrong question' }));

  expect(reasonOf(await vote(ann, round.id, 'yes', 3 * minute))).toBe('ballot-void');
  expect(await owingOf(duties, clock(scene, 3 * minute), { kind: 'ballot-round', id: round.id })).toEqual([]);
});

test('equal votes wait for the chair where the rule says so; then the result is announced as far as the rule has it', async () => {
  const scene = await createScene(handle, 'vn-party');
  const [ann, bob] = scene.members;
  const round = await openedVote(scene, { rule: 'vn-decision' });
  for (const [who, answer] of [
    [ann, 'yes'],
    [bob, 'yes'],
    [scene.chair, 'no'],
  ] as const) {
    must(await vote(who, round.id, answer));
  }
  must(await closeRound(again(scene.clerk, 3 * minute), round.id));
  const early = await announceResult(again(scene.clerk, 4 * minute), round.id);
  const byClerk = await decideTie(again(scene.clerk, 4 * minute), { round: round.id, passes: ['motion'] });
  const decided = await decideTie(again(scene.chair, 4 * minute), { round: round.id, passes: ['motion'] });
  const announced = await announceResult(again(scene.chair, 5 * minute), round.id);
  const hers = must(await seeOwn(again(ann, 6 * minute), round.id));

  // Two of four, where more than half is needed.
  expect([early, byClerk].map(reasonOf)).toEqual(['ballot-tie-waits', 'ballot-chair-decides']);
  expect(must(decided).rulings?.[0]?.lines[0]).toMatchObject({ outcome: 'passed', tie: { decidedBy: 'head' } });
  must(announced);
  expect(hers.sees).toBe('numbers');
});

test('before it is announced those who voted see no result', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const round = await openedVote(scene);
  must(await vote(ann, round.id, 'yes'));
  must(await closeRound(again(scene.clerk, 3 * minute), round.id));

  const before = must(await seeOwn(again(ann, 4 * minute), round.id));
  must(await announceResult(again(scene.chair, 4 * minute), round.id));
  const after = must(await seeOwn(again(ann, 5 * minute), round.id));

  expect([before.sees, after.sees]).toEqual([null, 'numbers']);
  expect(await cards(scene, 'ballots.result')).toHaveLength(4);
});

test('nobody goes on where the ruling lets nobody: another round then needs a reason', async () => {
  const scene = await createScene(handle, 'general');
  const round = await openedVote(scene);
  must(await closeRound(again(scene.clerk, 3 * minute), round.id));

  const next = await prepareNext(again(scene.clerk, 4 * minute), {
    round: round.id,
    closes: { date: '2026-03-06', time: null },
  });

  expect(reasonOf(next)).toBe('ballot-nobody-goes-on');
});

test.each<[string, Partial<RoundForm>, string, string]>([
  ['no question', { subject: { kind: 'question', text: '  ' } }, 'ballot-question-empty', 'question'],
  ['a rule of elsewhere', { rule: 'vn-decision' }, 'ballot-rule-unknown', 'rule'],
  ['a secret rule where too few can send a paper', { rule: 'most-votes' }, 'ballot-too-few-for-secret', 'rule'],
  ['one teller in the room', { place: 'room' }, 'ballot-two-tellers', 'tellers'],
  ['a close in the past', { closes: { date: '2026-02-27', time: null } }, 'date-past', 'date'],
  ['an opening after the close', { opens: { date: '2026-03-06', time: '08:00' } }, 'ballot-opens-late', 'opensDate'],
])('%s is refused beside its field', async (_what, changes, reason, field) => {
  const scene = await createScene(handle, 'general');

  const outcome = await prepareRound(again(scene.clerk), {
    committee: scene.committee,
    form: { ...ofQuestion, ...changes },
  });

  expect(outcome).toMatchObject({ ok: false, reason, field });
});

test('twice at once from two devices: both are answered, one paper counts, and two close it once', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const round = await openedVote(scene);

  const both = await Promise.all([vote(ann, round.id, 'yes'), vote(ann, round.id, 'no')]);
  const closing = await Promise.all([
    closeRound(again(scene.clerk, 3 * minute), round.id),
    closeRound(again(scene.chair, 3 * minute), round.id),
    closeByClock(clock(scene, 3 * minute), round.id),
  ]);

  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  expect(closing.filter((one) => typeof one === 'object' && one.ok).length).toBeLessThanOrEqual(1);
  const [line] = await linesOf(scene, round);
  expect((line?.for ?? 0) + (line?.against ?? 0)).toBe(1);
  const papers = await client(handle).ballotPaper.findMany({ where: { roundId: round.id } });
  expect(papers.filter(({ supersededAt }) => supersededAt === null)).toHaveLength(1);
  expect(papers).toHaveLength(2);
});

test('papers and the close at the same moment: what was answered as handed in is counted, and nothing else', async () => {
  const scene = await createScene(handle, 'general');
  const people = [...scene.members, scene.chair];
  const round = await openedVote(scene);

  const outcomes = await Promise.all([
    ...people.map((who) => vote(who, round.id, 'yes')),
    closeRound(again(scene.clerk, 2 * minute), round.id),
  ]);

  const taken = outcomes.slice(0, people.length).filter(({ ok }) => ok).length;
  const refusals = outcomes.slice(0, people.length).flatMap((one) => (one.ok ? [] : [one.reason]));
  const [line] = await linesOf(scene, round);
  expect(line?.for).toBe(taken);
  expect(refusals.every((reason) => reason === 'ballot-closed')).toBe(true);
});

function allSaying(round: BallotRound, answer: 'yes' | 'no'): PaperMarks {
  return Object.fromEntries(
    round.questions.map(({ key, candidates }) => [
      key,
      { kind: 'yes-no' as const, answers: Object.fromEntries(candidates.map(({ id }) => [id, answer])) },
    ]),
  );
}
