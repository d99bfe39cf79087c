/** The first card of a round: seen, passed on to a deputy who comments or prepares, taken back. */
import { client } from '../../../src/database/client.ts';
import { viewerOf } from '../../../src/features/access/operations.ts';
import { cards } from '../../../src/features/reviews/interactions/cards.ts';
import { reviewDuties } from '../../../src/features/reviews/interactions/duties.ts';
import { receiptCards } from '../../../src/features/reviews/interactions/receipt.ts';
import { chooseNominees, sendAnswer } from '../../../src/features/reviews/operations/answer.ts';
import { cardKinds } from '../../../src/features/reviews/operations/cards.ts';
import { seeOwnAnswer, seeProgress } from '../../../src/features/reviews/operations/look.ts';
import { confirmSeen, handDraft, passOn, standIn } from '../../../src/features/reviews/operations/receipt.ts';
import { recuseFromNominee } from '../../../src/features/reviews/operations/recuse.ts';
import { freshSaving } from '../../../src/kernel/act.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  cardsOf,
  createReviewWorld,
  later,
  openedRound,
  type ReviewWorld,
  type Someone,
  value,
} from './review-world.ts';

const { handle } = await createTestDatabase();

async function scene() {
  const world = await createReviewWorld(handle, ['Ann Apple', 'Xavier Xenon']);
  const mary = await world.person('Mary Member', ['member']);
  const dora = await world.person('Dora Deputy', ['member']);
  return { world, mary, dora };
}

/** In `general` a deputy may comment in one's place, elsewhere they prepare. */
async function ruledBy(world: ReviewWorld, ruleSet: string): Promise<void> {
  await client(handle).plan.update({ where: { id: world.plan }, data: { ruleSet } });
}

async function wordedCard(world: ReviewWorld, reader: Someone, kind: string): Promise<string> {
  const row = (await cardsOf(handle, world, kind)).find(({ personId }) => personId === reader.person);
  const message = await { ...cards, ...receiptCards }[kind]!({
    ...{ act: later(reader), ids: (row?.ids ?? {}) as Record<string, string>, to: { person: reader.person } },
    ...{ committee: world.committee, isSentAgain: false, isRedraw: false },
  });
  return JSON.stringify(message);
}

test('the card asks whether it was seen until that is said; the secretary sees who has', async () => {
  const { world, mary } = await scene();
  const { round } = await openedRound(world);
  const before = await wordedCard(world, mary, cardKinds.invitation);

  value(await confirmSeen(later(mary), round.id));
  value(await confirmSeen(later(mary), round.id));

  const after = await wordedCard(world, mary, cardKinds.invitation);
  expect(before).toContain('Seen, I will do it');
  expect(after).not.toContain('Seen, I will do it');
  expect(after).toContain('I agree with the whole list');
  const { rows } = value(await seeProgress(later(world.clerk), round.id));
  expect(rows.find(({ person }) => person === mary.person)).toMatchObject({
    seenAt: later(mary).now,
    state: 'not-answered',
  });
  const events = await client(handle).auditEvent.findMany({
    where: { kind: 'reviews.seen', workspaceId: world.workspace },
  });
  expect(events).toHaveLength(1);
});

test('a reminder asks again as long as nothing was said', async () => {
  const { world, mary } = await scene();
  const { round } = await openedRound(world);
  const isSeen = async () => {
    const duties = await reviewDuties.dutiesOf(later(mary), [await viewerOf(later(mary), world.committee)]);
    return duties.map(({ facts }) => facts.isSeen);
  };

  const before = await isSeen();
  value(await confirmSeen(later(mary), round.id));

  expect([before, await isSeen()]).toEqual([[false], [true]]);
});

describe('passed on where a deputy may comment', () => {
  test('the deputy answers in the member’s place, marked as such, and the member is told', async () => {
    const { world, mary, dora } = await scene();
    const { round } = await openedRound(world);
    value(await passOn(later(mary), { round: round.id, to: dora.person }));
    const entry = round.list.entries[0]!.id;
    const theirs = { round: round.id, person: mary.person };

    const card = await wordedCard(world, dora, cardKinds.passedOn);
    value(await chooseNominees(later(dora), { ...theirs, picked: [], restAgrees: true }));
    value(await sendAnswer(later(dora), theirs));

    expect(card).toContain('Mary Member');
    expect(card).not.toContain('Xenon');
    const own = value(await seeOwnAnswer(later(mary), round.id));
    expect(own.answer).toMatchObject({ recordedBy: dora.person, via: null });
    expect(own.answer?.lines.map((line) => line.entry)).toContain(entry);
    expect(await wordedCard(world, mary, cardKinds.recordedForYou)).toContain('Your deputy has answered');
    const { rows } = value(await seeProgress(later(world.clerk), round.id));
    expect(rows.find(({ person }) => person === mary.person)).toMatchObject({ byDeputy: true, recorded: false });
  });

  test('what the member sent themselves is not the deputy’s to change', async () => {
    const { world, mary, dora } = await scene();
    const { round } = await openedRound(world);
    value(await passOn(later(mary), { round: round.id, to: dora.person }));
    const mine = { round: round.id, person: null };
    value(await chooseNominees(later(mary), { ...mine, picked: [], restAgrees: true }));
    value(await sendAnswer(later(mary), mine));

    const tried = await chooseNominees(later(dora), {
      round: round.id,
      person: mary.person,
      picked: [],
      restAgrees: true,
    });

    expect(tried).toMatchObject({ ok: false, reason: 'answered-already' });
  });

  test('taken back, the deputy has no seat and no card any more', async () => {
    const { world, mary, dora } = await scene();
    const { round } = await openedRound(world);
    value(await passOn(later(mary), { round: round.id, to: dora.person }));

    value(await passOn(again(mary, 3), { round: round.id, to: null }));

    const tried = await sendAnswer(again(dora, 4), { round: round.id, person: mary.person });
    expect(tried).toMatchObject({ ok: false, reason: 'right-missing' });
    expect(await wordedCard(world, dora, cardKinds.passedOn)).toBe('null');
  });

  test.each(['oneself', 'somebody who is not asked'])('to %s is refused', async (whom) => {
    const { world, mary } = await scene();
    const outside = await world.person('Olga Observer', ['observer']);
    const { round } = await openedRound(world);

    const to = whom === 'oneself' ? mary.person : outside.person;

    expect(await passOn(later(mary), { round: round.id, to })).toMatchObject({ ok: false, reason: 'deputy-unfit' });
  });

  test('a deputy sees and says nothing on a case that is closed to either of the two', async () => {
    const { world, mary, dora } = await scene();
    const { round } = await openedRound(world);
    const [ann, xavier] = round.list.entries;
    const mine = { round: round.id, person: null };
    value(await recuseFromNominee(later(mary), { ...mine, entry: ann!.id, reason: 'relative' }));
    value(await recuseFromNominee(later(dora), { ...mine, entry: xavier!.id, reason: 'relative' }));
    value(await passOn(later(mary), { round: round.id, to: dora.person }));

    const tried = await chooseNominees(later(dora), {
      round: round.id,
      person: mary.person,
      picked: [],
      restAgrees: true,
    });

    expect(tried).toMatchObject({ ok: false, reason: 'review-nothing-asked' });
  });
});

describe('passed on where a deputy only prepares', () => {
  test('sending is refused; handed over, the draft is the member’s, who sends it as their own', async () => {
    const { world, mary, dora } = await scene();
    const { round } = await openedRound(world);
    await ruledBy(world, 'nomcom-rfc8713');
    value(await passOn(later(mary), { round: round.id, to: dora.person }));
    const theirs = { round: round.id, person: mary.person };
    value(await chooseNominees(later(dora), { ...theirs, picked: [], restAgrees: true }));

    const sent = await sendAnswer(later(dora), theirs);
    value(await handDraft(later(dora), theirs));

    expect(sent).toMatchObject({ ok: false, reason: 'review-deputy-prepares' });
    expect(await wordedCard(world, mary, cardKinds.draftReady)).toContain('Dora Deputy');
    value(await sendAnswer(again(mary, 3), { round: round.id, person: null }));
    expect(value(await seeOwnAnswer(again(mary, 3), round.id)).answer).toMatchObject({ recordedBy: null });
  });

  test('a draft of the member’s own is never overwritten', async () => {
    const { world, mary, dora } = await scene();
    const { round } = await openedRound(world);
    await ruledBy(world, 'nomcom-rfc8713');
    value(await passOn(later(mary), { round: round.id, to: dora.person }));
    const theirs = { round: round.id, person: mary.person };
    const choice = { picked: [], restAgrees: true };
    value(await chooseNominees(later(mary), { round: round.id, person: null, ...choice }));
    value(await chooseNominees(later(dora), { ...theirs, ...choice }));

    expect(await handDraft(later(dora), theirs)).toMatchObject({ ok: false, reason: 'review-draft-theirs' });
  });
});

test('opened while a member is away: their deputy gets the card in the same minute of undo', async () => {
  const { world, mary, dora } = await scene();
  await client(handle).membership.updateMany({
    where: { committeeId: world.committee, personId: mary.person },
    data: { awayFrom: new Date(0), awayUntil: null, deputyId: dora.person },
  });

  const { round, heldUntil } = await openedRound(world);

  const [card, ...more] = await cardsOf(handle, world, cardKinds.passedOn);
  expect(more).toEqual([]);
  expect(card).toMatchObject({ personId: dora.person, holdUntil: heldUntil, batchId: round.batch });
});

describe('stood in for while away', () => {
  async function awayWithDeputy() {
    const { world, mary, dora } = await scene();
    const nora = await world.person('Nora Noted', ['member']);
    const { round } = await openedRound(world);
    await standIn(again(world.clockwork, 3), round.id, mary.person, dora.person);
    const agree = async (act: Someone, person: PersonId | null) => {
      const whose = { round: round.id, person };
      value(await chooseNominees(act, { ...whose, picked: [], restAgrees: true }));
      return sendAnswer({ ...act, saving: freshSaving() }, whose);
    };
    return { world, mary, dora, nora, round, agree };
  }

  test('the deputy’s answer for the member and their own are two; back again, the member has the last word', async () => {
    const { world, mary, dora, round, agree } = await awayWithDeputy();
    const states = async () =>
      value(await seeProgress(again(world.clerk, 9), round.id)).rows.map(
        ({ fullName, state, byDeputy }) => `${fullName}: ${state}${byDeputy ? ', by the deputy' : ''}`,
      );

    value(await agree(again(dora, 4), mary.person));
    const forMary = await states();
    value(await agree(again(dora, 6), null));
    value(await agree(again(mary, 8), null));

    expect(forMary).toEqual(expect.arrayContaining(['Mary Member: sent, by the deputy', 'Dora Deputy: not-answered']));
    expect(await states()).toEqual(expect.arrayContaining(['Mary Member: sent', 'Dora Deputy: sent']));
    expect(await states()).toHaveLength(forMary.length);
    const standing = await client(handle).reviewAnswer.findMany({ where: { roundId: round.id, supersededAt: null } });
    expect(standing.map(({ personId }) => personId).toSorted()).toEqual([dora.person, mary.person].toSorted());
    expect(await agree(again(dora, 9), mary.person).catch(() => 'refused')).toBe('refused');
  });

  test('however often the absence is looked at there is one card; whoever said “seen” before is not stood in for', async () => {
    const { world, mary, dora, nora, round } = await awayWithDeputy();
    value(await confirmSeen(later(nora), round.id));

    await standIn(again(world.clockwork, 60), round.id, mary.person, dora.person);
    await standIn(again(world.clockwork, 60), round.id, nora.person, dora.person);

    const told = await cardsOf(handle, world, cardKinds.passedOn);
    expect(told.map(({ personId }) => personId)).toEqual([dora.person]);
  });
});

test('passed on to somebody who leaves: the list is the member’s own again, and whoever left has no seat at it', async () => {
  const { world, mary, dora } = await scene();
  const { round } = await openedRound(world);
  value(await passOn(later(mary), { round: round.id, to: dora.person }));
  await client(handle).membership.updateMany({
    where: { committeeId: world.committee, personId: dora.person },
    data: { validTo: again(dora, 3).now },
  });

  await reviewDuties.membersChanged?.(again(world.clockwork, 4), world.committee);
  await reviewDuties.membersChanged?.(again(world.clockwork, 4), world.committee);

  const { rows } = value(await seeProgress(again(world.clerk, 5), round.id));
  const tried = await sendAnswer(again(dora, 5), { round: round.id, person: mary.person });
  const events = await client(handle).auditEvent.count({
    where: { kind: 'reviews.passed-on', workspaceId: world.workspace },
  });
  expect(rows.find(({ person }) => person === mary.person)).toMatchObject({ state: 'not-answered', passedTo: null });
  expect(tried).toMatchObject({ ok: false, reason: 'not-in-committee' });
  expect(events).toBe(2);
});
