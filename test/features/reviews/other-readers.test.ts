/** Whoever could read a case without a role that reads cases is named with what let them, from when to when. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseReading, Span } from '../../../src/features/access/types.ts';
import { openLink } from '../../../src/features/answer-links/operations.ts';
import { findRound } from '../../../src/features/ballots/operations/look.ts';
import { openRound } from '../../../src/features/ballots/operations/open.ts';
import { prepareRound as prepareVote } from '../../../src/features/ballots/operations/prepare.ts';
import { askForKeys, nameHolders } from '../../../src/features/ballots/operations/secret-open.ts';
import { goWithout, submitCollection } from '../../../src/features/collections/operations/gather.ts';
import { membersOf } from '../../../src/features/committees/operations/look.ts';
import { changeMembership } from '../../../src/features/committees/operations/members.ts';
import { prepareExternal } from '../../../src/features/external-nominations/operations/keep.ts';
import {
  askForKeys as askForReviewKeys,
  prepareAnonymous,
} from '../../../src/features/reviews/operations/anonymous-open.ts';
import { otherReadersEver } from '../../../src/features/reviews/rules/other-readers.ts';
import { createLink } from '../../../src/features/submissions/operations/link.ts';
import { seeSubmission } from '../../../src/features/submissions/operations/look.ts';
import { sendSubmission, withdrawSubmission } from '../../../src/features/submissions/operations/send.ts';
import type { CommitteeId, PersonId } from '../../../src/kernel/ids.ts';
import { callOf, messageOf, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { ofQuestion } from '../ballots/vote-world.ts';
import { createOffice, handedIn, opened } from '../collections/office.ts';
import { createSubmissionWorld, features, sent } from '../submissions/submission-world.ts';
import { again, createReviewWorld, members, type ReviewWorld, stated, value } from './review-world.ts';

const { handle } = await createTestDatabase();
const zone = 'Asia/Ho_Chi_Minh';

/** The lines under "though not by a role", as the committee secretary reads them that many minutes after the beginning. */
async function shownBesides(world: Pick<ReviewWorld, 'clerk' | 'committee'>, name: string, minutes: number) {
  const call = callOf(again(world.clerk, minutes));
  const shown = textOf(messageOf(await features.caseReaders(call, { id: world.committee, zone }, name, null)));
  const [, below = ''] = shown.split('Could read it though not by a role\n');
  const lines = below.split('\n');
  return lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('- ')),
    )
    .map((line) => line.slice(2));
}

/** 09:00 is the beginning of the test. */
function at(minute: number): RegExp {
  return new RegExp(`09:${String(minute).padStart(2, '0')}`, 'u');
}

test('by the rule nobody is named for a moment at which a role lets them read, or a recusal keeps them out', () => {
  const [ann, bob, nominee] = ['ann', 'bob', 'nominee'] as [PersonId, PersonId, PersonId];
  const [here, above] = ['here', 'above'] as [CommitteeId, CommitteeId];
  const moment = fc.integer({ min: 0, max: 20 });
  const span = fc.tuple(moment, fc.option(moment)).map(([from, to]): Span => {
    return { from: new Date(from), to: to === null ? null : new Date(Math.max(from, to)) };
  });
  const person = fc.constantFrom(ann, bob, nominee);
  const reading = fc
    .tuple(
      fc.constantFrom(ann, bob, nominee, null),
      fc.constantFrom('vote', 'link'),
      fc.constantFrom(here, above),
      span,
    )
    .map(([who, way, committee, time]) => ({ person: who, way, committee, facts: {}, ...time }) as CaseReading);
  const closing = fc.tuple(person, span).map(([who, time]) => ({ person: who, isRecorded: false, ...time }));
  const role = fc.tuple(person, span).map(([who, time]) => ({ person: who, roles: [], rank: 0, ...time }));
  const covers = ({ from, to }: Span, time: number) => from.getTime() <= time && (to === null || time < to.getTime());

  fc.assert(
    fc.property(fc.array(reading), fc.array(role), fc.array(closing), (readings, roles, recusals) => {
      const found = otherReadersEver(readings, roles, (one) => (one.committee === here ? recusals : []), nominee);

      for (let time = 0; time <= 21; time += 1) {
        for (const who of [ann, bob, nominee, null]) {
          const isKept = (kept: readonly (Span & { person: PersonId })[]) =>
            kept.some((one) => one.person === who && covers(one, time));
          const expected = readings.some(
            (one) =>
              one.person === who &&
              who !== nominee &&
              covers(one, time) &&
              !isKept(roles) &&
              !(one.committee === here && isKept(recusals)),
          );
          expect(found.some((one) => one.person === who && covers(one, time))).toBe(expected);
        }
      }
    }),
  );
});

describe('a submission', () => {
  test('whoever answers it is named from when its minute was over until it is taken back, as they could really read it', async () => {
    const world = await createSubmissionWorld(handle);
    const id = await sent(world);

    const reads = async (minutes: number) => (await seeSubmission(again(world.answerer, minutes), id)).ok;
    const [early, out] = [await reads(0.5), await reads(2)];
    const standing = await shownBesides(world, 'Ann', 2);
    value(await withdrawSubmission(again(world.clerk, 5), id));
    const over = await shownBesides(world, 'Ann', 6);

    expect([early, out, await reads(6)]).toEqual([false, true, false]);
    expect(standing).toEqual([
      expect.stringMatching(/^Paula Authority, answers submission no\. 1 for The Board, since /u),
    ]);
    expect(standing[0]).toMatch(at(1));
    expect(standing[0]).not.toContain('until');
    expect(over[0]).toMatch(/since .*09:01.*, until .*09:05/u);
  });

  test('of a one-time address it is said that nobody knows who had it, until the next one takes its place', async () => {
    const world = await createSubmissionWorld(handle);
    const id = await sent(world, false);
    const first = value(await createLink(again(world.clerk, 3), id));
    value(await createLink(again(world.clerk, 7), id));

    const old = await openLink(handle, again(world.clerk, 8).now, first.secret);
    const lines = await shownBesides(world, 'Ben', 8);

    expect(old).toMatchObject({ reason: 'link-spent' });
    expect(lines).toEqual([
      expect.stringMatching(/^whoever had the one-time address for The Board, submission no\. 1, /u),
    ]);
    // The two follow each other without a gap.
    expect(lines[0]).toMatch(/since .*09:03.*, until .*16 March 2026/u);
  });

  test('what a unit hands in is read by the committee above, and by whoever answers its parcel', async () => {
    const office = await createOffice(handle);
    const round = await opened(office);
    value(await handedIn(office, round));
    for (const name of ['South', 'West']) {
      const without = { collection: round, unit: office.units[name]!, word: 'Dissolved.' };
      value(await goWithout(again(office.department, 3), without));
    }
    const authority = await office.person('Max Minister');
    const stated = { date: '2026-03-30', time: null };
    const asked = {
      collection: round,
      authority: 'The Ministry',
      letter: '20-TTr',
      stated,
      answerer: authority.person,
    };
    const parcel = value(await submitCollection(again(office.department, 4), asked));
    value(await sendSubmission(again(office.department, 4), parcel));

    const lines = await shownBesides(office, 'Ben Example', 6);

    expect(lines).toEqual([
      expect.stringMatching(/^Max Minister, answers submission no\. 1 for The Ministry, since .*09:05/u),
      expect.stringMatching(/deputy chairs of Department, to whom the list was handed in, since .*09:02/u),
    ]);
  });
});

describe('votes, keys and nominations outside', () => {
  test('an observer is named with the vote that shows them the name, and no longer than they are there', async () => {
    const world = await createSubmissionWorld(handle);
    const { committee, clerk } = world;
    const observer = await world.person('Olga Observer', ['observer'], { votes: false });
    for (const one of ['Vera', 'Viktor']) await world.person(`${one} Voter`, ['member']);
    const subject = { kind: 'list', list: world.list, position: null } as const;
    const { round } = value(await prepareVote(again(clerk), { committee, form: { ...ofQuestion, subject } }));

    const before = [(await findRound(again(observer), round.id)).ok, await shownBesides(world, 'Cleo', 0)];
    value(await openRound(again(clerk, 3), round.id));
    const open = [(await findRound(again(observer, 5), round.id)).ok, await shownBesides(world, 'Cleo', 5)];
    const row = (await membersOf(again(clerk, 8), committee)).find(({ person }) => person === observer.person);
    value(await changeMembership(again(clerk, 8), committee, row!.id, null));
    const gone = [(await findRound(again(observer, 9), round.id)).ok, await shownBesides(world, 'Cleo', 9)];

    const line = 'Olga Observer, asked or able to follow in a vote on this case, since ';
    expect(before).toEqual([false, []]);
    expect(open).toEqual([true, [expect.stringMatching(new RegExp(`^${line}.*09:03[^,]*$`, 'u'))]]);
    expect(gone).toEqual([false, [expect.stringMatching(new RegExp(`^${line}.*09:03.*, until .*09:08`, 'u'))]]);
  });

  test('who holds a key, or reports on a nomination outside, is named for the time in which no role lets them read', async () => {
    const world = await createReviewWorld(handle, ['Ann', 'Ben', 'Cleo']);
    const { committee, plan, clerk } = world;
    const nominee = world.nominees[0]!;
    const observer = await world.person('Olga Observer', ['observer'], { votes: false });
    const asked = await members(world, 7);
    const holders = [observer, asked[0]!, asked[1]!].map(({ person }) => person);
    const { round } = value(await prepareAnonymous(again(clerk), { committee, plan, stated, why: null, holders }));
    value(await askForReviewKeys(again(clerk, 1), round.id));
    const form = { ...ofQuestion, subject: { kind: 'question', text: 'Shall Ann lead?' }, mode: 'secret' } as const;
    const vote = value(await prepareVote(again(clerk, 2), { committee, form })).round;
    value(await nameHolders(again(clerk, 2), { round: vote.id, holders }));
    value(await askForKeys(again(clerk, 2), vote.id));
    const outside = { body: 'District', position: 'Member', term: '2026', preparedOn: '2026-02-01' };
    const responsible = { committee, person: nominee.person, responsible: observer.person };
    value(await prepareExternal(again(clerk, 4), { ...outside, ...responsible }));

    const lines = await shownBesides(world, 'Ann', 5);

    expect(lines).toEqual([
      expect.stringMatching(/^Olga Observer, holds a key to the sealed papers of a vote on this case, since .*09:02/u),
      expect.stringMatching(/^Olga Observer, holds a key to the sealed comments on this case, since .*09:01/u),
      expect.stringMatching(/^Olga Observer, responsible for the nomination to District, since .*09:04/u),
    ]);
  });
});
