/** Voting for somebody else: how many, who may, what ends it, and what it counts for. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { castByProxy } from '../../../src/features/ballots/operations/cast-by-proxy.ts';
import { closeRound } from '../../../src/features/ballots/operations/close.ts';
import { enterCount } from '../../../src/features/ballots/operations/count.ts';
import { duties } from '../../../src/features/ballots/operations/duties.ts';
import { openRound } from '../../../src/features/ballots/operations/open.ts';
import type { RoundForm } from '../../../src/features/ballots/operations/prepare.ts';
import { giveProxy, setProxyTerms, takeBackProxy } from '../../../src/features/ballots/operations/proxies.ts';
import type { Answer } from '../../../src/features/ballots/types/paper.ts';
import type { BallotProxy } from '../../../src/features/ballots/types/proxy.ts';
import { type BallotRound, motion } from '../../../src/features/ballots/types/round.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { newId, type PersonId } from '../../../src/kernel/ids.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList } from '../conferences/frozen-list.ts';
import { again, cards, createScene, minute, must, reasonOf, type Scene } from '../conferences/scene.ts';
import { at, inSession, moves, preparedHere, says } from './running-vote.ts';
import { preparedVote, saying, vote } from './vote-world.ts';

const { handle } = await createTestDatabase();

const onPaper = { kind: 'paper', reference: '7', dated: null } as const;

function terms(by: Act, round: BallotRound, perPerson = 1, arePresent = false) {
  return setProxyTerms(by, { round: round.id, terms: { perPerson, arePresent, source: 'Bylaws, article 12' } });
}

/** Open, by name, with at most one proxy a person. */
async function withProxies(scene: Scene, form: Partial<RoundForm> = {}, arePresent = false): Promise<BallotRound> {
  const round = await preparedVote(scene, form);
  must(await terms(again(scene.clerk), round, 1, arePresent));
  return must(await openRound(again(scene.clerk), round.id)).round;
}

function gives(who: Act, { id: round }: BallotRound, holder: PersonId, afterMs = 2 * minute) {
  return giveProxy(again(who, afterMs), { round, principal: null, holder, via: null });
}

function enters(scene: Scene, { id: round }: BallotRound, principal: PersonId, holder: PersonId, act?: Act) {
  return giveProxy(act ?? again(scene.clerk, 2 * minute), { round, principal, holder, via: onPaper });
}

function votesFor(holder: Act, proxy: BallotProxy, answer: Answer, act = again(holder, 3 * minute)) {
  return castByProxy(act, { proxy: proxy.id, marks: () => saying(answer) });
}

test.each([
  ['does not count as present', false, { outcome: 'no-quorum', present: 2 }],
  ['counts as present where the rule says so', true, { outcome: 'passed', present: 4 }],
])('a paper by proxy counts as the principal’s; its principal %s', async (_name, arePresent, expected) => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const round = await withProxies(scene, {}, arePresent);
  const { proxy: annToBob } = must(await gives(ann, round, bob.person));
  const { proxy: ottoToCara } = must(await enters(scene, round, scene.withoutAccount, scene.chair.person));

  const full = await enters(scene, round, scene.withoutAccount, bob.person);
  must(await vote(bob, round.id, 'no'));
  must(await votesFor(bob, annToBob, 'yes'));
  must(await vote(scene.chair, round.id, 'yes'));
  must(await votesFor(scene.chair, ottoToCara, 'yes'));
  const closed = must(await closeRound(again(scene.clerk, 4 * minute), round.id));

  expect(full).toMatchObject({ reason: 'proxy-holder-full', field: 'holder' });
  expect(full).toMatchObject({ facts: { name: 'Bob Baker', count: 1, max: 1 } });
  expect(closed.rulings?.[0]).toMatchObject({ ...expected, returned: 4, issued: 4 });
  expect(closed.rulings?.[0]?.lines[0]).toMatchObject({ for: 3, against: 1, base: 4 });
  expect(closed.rulings?.[0]?.proxies).toEqual({ perPerson: 1, byProxy: 2, arePresent });
  expect(closed.rulings?.[0]?.clause.sources.map(({ reference }) => reference)).toContain('committee-own');
});

test('one’s own paper takes the place of the one by proxy and ends the proxy', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const round = await withProxies(scene);
  const { proxy } = must(await gives(ann, round, bob.person));
  must(await votesFor(bob, proxy, 'no'));

  must(await vote(ann, round.id, 'yes', 4 * minute));
  const afterwards = await votesFor(bob, proxy, 'no', again(bob, 5 * minute));
  must(await vote(bob, round.id, 'yes', 5 * minute));
  const closed = must(await closeRound(again(scene.clerk, 6 * minute), round.id));

  expect(reasonOf(afterwards)).toBe('proxy-not-held');
  expect(closed.rulings?.[0]).toMatchObject({ returned: 2, proxies: { byProxy: 0 } });
  expect(closed.rulings?.[0]?.lines[0]).toMatchObject({ for: 2, against: 0 });
});

test('nobody votes for another who is not allowed to, and each answer says which rule', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const { person: cara } = scene.chair;
  const clerk = again(scene.clerk);
  const plain = must(await openRound(clerk, (await preparedVote(scene)).id)).round;
  const sealed = await preparedVote(scene, { mode: 'unnamed', rule: 'majority-present' }).catch((error) => error);
  const inRoom = await preparedVote(scene, { place: 'room', tellers: [ann.person, bob.person] });
  const round = await withProxies(scene);
  must(await gives(ann, round, bob.person));
  must(await vote(scene.chair, round.id, 'yes'));

  const refusals = {
    none: await gives(ann, plain, bob.person),
    roomWithoutRoll: await terms(clerk, inRoom),
    afterOpening: await terms(clerk, round, 2),
    byMember: await enters(scene, round, ann.person, cara, again(bob, 2 * minute)),
    self: await gives(bob, round, bob.person),
    stranger: await gives(bob, round, scene.clerk.person),
    noVote: await enters(scene, round, scene.clerk.person, bob.person),
    chainUp: await gives(bob, round, cara),
    chainDown: await enters(scene, round, scene.withoutAccount, ann.person),
    paperIn: await gives(scene.chair, round, ann.person),
    late: await gives(bob, round, cara, 5 * 24 * 60 * minute),
  };

  expect(String(sealed)).toContain('ballot-too-few-for-secret');
  expect(Object.fromEntries(Object.entries(refusals).map(([name, outcome]) => [name, reasonOf(outcome)]))).toEqual({
    none: 'proxy-not-allowed',
    roomWithoutRoll: 'proxy-needs-roll-call',
    afterOpening: 'ballot-open-already',
    byMember: 'right-missing',
    self: 'proxy-to-self',
    stranger: 'proxy-holder-no-vote',
    noVote: 'proxy-principal-no-vote',
    chainUp: 'proxy-holds-others',
    chainDown: 'proxy-holder-gave',
    paperIn: 'proxy-paper-in',
    late: 'ballot-closed',
  });
});

test('a vote on sealed papers has no proxies, and the database holds to it too', async () => {
  const scene = await createScene(handle, 'general');
  for (const number of [1, 2, 3]) await scene.person(`Voter Number${number}`, ['member']);
  const round = await preparedVote(scene, { mode: 'secret', rule: 'majority-present' });

  const set = await terms(again(scene.clerk), round);
  const given = await enters(scene, round, scene.withoutAccount, scene.chair.person);
  const row = { personId: scene.withoutAccount, holderId: scene.chair.person, givenAt: scene.clerk.now };
  const forced = client(handle).ballotProxy.create({ data: { id: newId(), roundId: round.id, ...row } });

  expect([set, given].map(reasonOf)).toEqual(['proxy-on-sealed', 'proxy-on-sealed']);
  await expect(forced).rejects.toThrow();
});

test('taken back within its minute nobody was told; later a paper that is in stays', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const round = await withProxies(scene);
  const { proxy: slip } = must(await enters(scene, round, scene.withoutAccount, bob.person));
  must(await takeBackProxy(again(scene.clerk, 2.5 * minute), slip.id));
  const told = await cards(scene, 'ballots.proxy');
  const { proxy } = must(await gives(ann, round, bob.person));
  must(await votesFor(bob, proxy, 'no', again(bob, 4 * minute)));
  const byOther = await takeBackProxy(again(bob, 5 * minute), proxy.id);

  must(await takeBackProxy(again(ann, 5 * minute), proxy.id));
  const twice = await takeBackProxy(again(ann, 5 * minute), proxy.id);
  const closed = must(await closeRound(again(scene.clerk, 6 * minute), round.id));

  expect(told).toEqual([]);
  expect([byOther, twice].map(reasonOf)).toEqual(['right-missing', 'proxy-gone']);
  expect(closed.rulings?.[0]).toMatchObject({ returned: 1, proxies: { byProxy: 1 } });
});

test('whoever holds a proxy is the one who is asked, until both papers are in', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const round = await withProxies(scene);
  const { proxy } = must(await gives(ann, round, bob.person));
  must(await vote(bob, round.id, 'yes'));
  const subject = { kind: 'ballot-round', id: round.id };

  const before = await owingOf(duties, again(scene.clockwork, 3 * minute), subject);
  must(await votesFor(bob, proxy, 'yes'));
  const after = await owingOf(duties, again(scene.clockwork, 4 * minute), subject);

  expect(new Set(before)).toEqual(new Set([scene.chair.person, scene.withoutAccount, bob.person]));
  expect(new Set(after)).toEqual(new Set([scene.chair.person, scene.withoutAccount]));
});

test('whoever is recused neither gives a proxy nor holds one, and a later recusal ends what could be done with it', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const { nora } = await frozenList(scene);
  const out = async (person: PersonId, afterMs: number) => {
    const input = { committee: scene.committee, person, nominee: nora, recordedBy: null };
    await recuse(again(scene.clerk, afterMs), input);
  };
  await out(bob.person, -minute);
  const subject = { kind: 'question', text: 'Shall Nora Nominee lead the audit?' } as const;
  const round = await withProxies(scene, { subject });
  const toRecused = await enters(scene, round, scene.withoutAccount, bob.person);
  const ofRecused = await enters(scene, round, bob.person, scene.chair.person);
  const { proxy } = must(await gives(ann, round, scene.chair.person));

  await out(ann.person, 3 * minute);
  const forRecused = await votesFor(scene.chair, proxy, 'yes', again(scene.chair, 4 * minute));

  expect([toRecused, ofRecused, forRecused].map(reasonOf)).toEqual([
    'proxy-holder-no-vote',
    'proxy-principal-no-vote',
    'ballot-not-asked',
  ]);
});

test('in a conference somebody away votes through whoever is in the room; leaving it, nobody votes for them', async () => {
  const running = await inSession(handle, { absent: ['bob'] });
  const { scene } = running;
  const [ann, bob] = scene.members;
  const prepared = await preparedHere(running);
  must(await terms(at(scene.clerk, 10), prepared));
  const { proxy } = must(await enters(scene, prepared, bob.person, ann.person, at(scene.clerk, 10)));
  const round = must(await openRound(at(scene.clerk, 11), prepared.id)).round;
  must(await votesFor(ann, proxy, 'no', at(ann, 13)));
  must(await says(ann, round, 'yes'));
  must(await moves(running, ann.person, 'left', 14));

  const gone = await votesFor(ann, proxy, 'yes', at(ann, 15));
  must(await moves(running, bob.person, 'arrived', 16));
  must(await says(bob, round, 'yes', 17));
  const closed = must(await closeRound(at(scene.clerk, 18), round.id));

  expect(round.frozen).toMatchObject({ summoned: 4, present: 3, represented: 1 });
  expect(reasonOf(gone)).toBe('ballot-out-of-room');
  expect(closed.rulings?.[0]).toMatchObject({ present: 3, issued: 4, returned: 2, proxies: { byProxy: 0 } });
  // Of four who could vote, three in the room and one by proxy, more than half is three.
  expect(closed.rulings?.[0]?.lines[0]).toMatchObject({ for: 2, base: 4, needed: 3, outcome: 'not-passed' });
});

test('in the room as many papers are issued as there are people and proxies for those away', async () => {
  const running = await inSession(handle, { absent: ['bob'] });
  const { scene } = running;
  const [ann, bob] = scene.members;
  const prepared = await preparedHere(running, { place: 'room', tellers: [ann.person, scene.chair.person] });
  must(await terms(at(scene.clerk, 10), prepared));
  must(await enters(scene, prepared, bob.person, ann.person, at(scene.clerk, 10)));
  const round = must(await openRound(at(scene.clerk, 11), prepared.id)).round;
  const counts = (issued: number, votes: number) => {
    const line = { candidate: motion, writtenIn: false, for: votes, against: 0, abstained: 0 };
    const tally = { returned: votes, invalid: 0, blank: 0, abstained: 0, lines: [line], rankings: [] };
    return { [motion]: { issued, tally } };
  };
  const enter = (who: Act & { readonly person: PersonId }, issued: number) =>
    enterCount(at(who, 13), { round: round.id, teller: who.person, counts: counts(issued, issued) });

  const tooMany = await enter(ann, 5);
  const late = await enters(scene, round, scene.withoutAccount, scene.chair.person, at(scene.clerk, 13));
  must(await enter(ann, 4));
  const closed = must(await enter(scene.chair, 4)).round;

  expect(tooMany).toMatchObject({ reason: 'more-issued-than-entitled', facts: { issued: 5, entitled: 4 } });
  expect(reasonOf(late)).toBe('proxy-room-open');
  expect(closed.rulings?.[0]).toMatchObject({ present: 3, issued: 4, returned: 4, proxies: { byProxy: 1 } });
  expect(closed.rulings?.[0]?.lines[0]).toMatchObject({ base: 4, outcome: 'passed' });
});
