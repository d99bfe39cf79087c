import fc from 'fast-check';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { reviewInteractions as all } from '../../../src/features/reviews/interactions/all.ts';
import { cards } from '../../../src/features/reviews/interactions/cards.ts';
import { showProgress } from '../../../src/features/reviews/interactions/clerk.ts';
import { agreeWithAll, chooseNominees, keepLine, sendAnswer } from '../../../src/features/reviews/operations/answer.ts';
import { cardKinds } from '../../../src/features/reviews/operations/cards.ts';
import {
  applyListChange,
  prepareListChange,
  seeListWithNewer,
  undoListChange,
} from '../../../src/features/reviews/operations/change-list.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { settleListChange } from '../../../src/features/reviews/operations/list-settled.ts';
import { seeProgress } from '../../../src/features/reviews/operations/look.ts';
import { seeSynthesis } from '../../../src/features/reviews/operations/synthesis.ts';
import { carriedLines, listDifference } from '../../../src/features/reviews/rules/list-change.ts';
import { type ListChangeId, type ListEntryId, noWords } from '../../../src/features/reviews/types/nouns.ts';
import type { Act } from '../../../src/kernel/act.ts';
import type { NominationId } from '../../../src/kernel/ids.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, cardsOf, createReviewWorld, members, openedRound, type Someone, value } from './review-world.ts';

const { handle } = await createTestDatabase();
const why = 'Ben withdrew; Dan was corrected; Cara was added.';

/** Ann stays as she is, Ben withdraws, Dan is corrected, Cara is added, while a review is open and one member has commented. */
async function mustChange() {
  const world = await createReviewWorld(handle, ['Ann Lee', 'Ben Roe', 'Dan Fox']);
  const [reviewer, other] = (await members(world, 2)) as [Someone, Someone];
  const { round } = await openedRound(world);
  const mine = { round: round.id, person: null };
  const [ann, ben, dan] = round.list.entries.map(({ id }) => id) as [ListEntryId, ListEntryId, ListEntryId];
  await says(again(reviewer, 2), mine, { [ann]: 'Ann is steady.', [ben]: 'Ben is quick.', [dan]: 'Dan is new.' });
  await world.withdraw(world.nominees[1]!);
  await client(handle).nomination.update({
    where: { id: world.nominees[2]!.nomination },
    data: { version: { increment: 1 } },
  });
  await world.nominate('Cara Day');
  return { world, reviewer, other, round, mine };
}

async function says(act: Act, whose: { round: never; person: null } | object, words: Record<string, string>) {
  const seat = whose as Parameters<typeof sendAnswer>[1];
  const picked = Object.keys(words) as ListEntryId[];
  value(await chooseNominees(act, { ...seat, picked, restAgrees: false }));
  for (const entry of picked) {
    const line = { entry, version: 1, stance: 'not-yet', words: { ...noWords, text: words[entry]! } } as const;
    value(await keepLine(act, { ...seat, ...line }));
  }
  value(await sendAnswer(act, seat));
}

async function synthesisOf({ world, round }: Awaited<ReturnType<typeof mustChange>>, minutes: number) {
  value(await closeRound(again(world.clerk, minutes), round.id));
  const { nominees } = value(await seeSynthesis(again(world.clerk, minutes + 1), round.id));
  return nominees.map(({ entry, counts, comments }) => [
    entry.shown?.fullName,
    counts['not-yet'],
    counts.agree,
    comments.map(({ text }) => text).join(),
  ]);
}

describe('a frozen list that must change while it is under review', () => {
  test('the difference is shown, comments on unchanged entries stay, and only the others are asked for again', async () => {
    const given = await mustChange();
    const { world, reviewer, other, round, mine } = given;

    const prepared = value(await prepareListChange(again(world.clerk, 3), { round: round.id, why }));
    const before = await cardsOf(handle, world, cardKinds.listChanged);
    value(await applyListChange(again(world.clerk, 3), prepared.change.id));
    const paused = await agreeWithAll(again(other, 3), mine);
    const states = value(await seeProgress(again(world.clerk, 5), round.id)).rows;

    const names = (entries: readonly { shown: { fullName: string } | null }[]) =>
      entries.map(({ shown }) => shown?.fullName);
    const { difference, to } = prepared.lists;
    expect([names(difference.added), names(difference.changed), names(difference.removed)]).toEqual([
      ['Cara Day'],
      ['Dan Fox'],
      ['Ben Roe'],
    ]);
    expect(to.number).toBe(round.list.number + 1);
    expect(before).toEqual([]);
    expect(await cardsOf(handle, world, cardKinds.listChanged)).toHaveLength(3);
    expect(paused).toMatchObject({ reason: 'review-paused', facts: { from: expect.any(Date) } });
    expect(states.find(({ person }) => person === reviewer.person)?.state).toBe('not-answered');
    value(await agreeWithAll(again(other, 5), mine));
    expect(await synthesisOf(given, 6)).toEqual([
      ['Ann Lee', 1, 1, 'Ann is steady.'],
      ['Dan Fox', 0, 1, ''],
      ['Cara Day', 0, 1, ''],
    ]);
  });

  test('undone within the minute everything is as it was, words included, and nobody was told; later it is too late', async () => {
    const given = await mustChange();
    const { world, round } = given;
    const { change } = value(await prepareListChange(again(world.clerk, 3), { round: round.id, why }));
    value(await applyListChange(again(world.clerk, 3), change.id));

    value(await undoListChange(again(world.clerk, 3), change.id));
    const twice = await undoListChange(again(world.clerk, 3), change.id);

    expect(twice).toMatchObject({ reason: 'review-list-undo-too-late' });
    expect(await cardsOf(handle, world, cardKinds.listChanged)).toEqual([]);
    expect(await synthesisOf(given, 5)).toEqual([
      ['Ann Lee', 1, 0, 'Ann is steady.'],
      ['Ben Roe', 1, 0, 'Ben is quick.'],
      ['Dan Fox', 1, 0, 'Dan is new.'],
    ]);
  });

  test('refused: nothing differs, no reason, or the candidates moved again since the preview', async () => {
    const world = await createReviewWorld(handle, ['Ann Lee', 'Ben Roe']);
    await members(world, 1);
    const { round } = await openedRound(world);

    const same = await prepareListChange(again(world.clerk, 3), { round: round.id, why });
    await world.withdraw(world.nominees[1]!);
    const unreasoned = await prepareListChange(again(world.clerk, 3), { round: round.id, why: ' ' });
    const { change } = value(await prepareListChange(again(world.clerk, 3), { round: round.id, why }));
    await world.nominate('Cara Day');
    const moved = await applyListChange(again(world.clerk, 4), change.id);

    expect(same).toMatchObject({ reason: 'review-list-same' });
    expect(unreasoned).toMatchObject({ reason: 'review-list-why', field: 'why' });
    expect(moved).toMatchObject({ reason: 'review-list-moved' });
  });

  test('whoever is recused from the withdrawn nominee hears nothing of the change', async () => {
    const world = await createReviewWorld(handle, ['Ann Lee', 'Ben Roe']);
    const [reviewer] = (await members(world, 1)) as [Someone];
    const { round } = await openedRound(world);
    const { committee, nominees } = world;
    const nominee = nominees[1]!.person;
    value(await recuse(again(reviewer, 2), { committee, person: reviewer.person, nominee, recordedBy: null }));
    await world.withdraw(nominees[1]!);
    const { change } = value(await prepareListChange(again(world.clerk, 3), { round: round.id, why }));
    value(await applyListChange(again(world.clerk, 3), change.id));

    const ids = { round: round.id, change: change.id };
    const to = { person: reviewer.person };
    const card = await cards[cardKinds.listChanged]!({
      ...{ act: again(reviewer, 5), ids, to, committee, isSentAgain: false, isRedraw: false },
    });

    expect(card).toBeNull();
  });
});

test('whatever changes: a line stays exactly when its nomination stands on both lists in the same version', () => {
  const list = fc.uniqueArray(
    fc.record({ name: fc.integer({ min: 1, max: 9 }), version: fc.integer({ min: 1, max: 2 }) }),
    {
      selector: ({ name }) => name,
    },
  );
  fc.assert(
    fc.property(list, list, (old, next) => {
      const entries = (rows: typeof old, mark: string) =>
        rows.map(({ name, version }) => ({
          id: `${mark}${name}` as ListEntryId,
          nomination: `${name}` as NominationId,
          nominationVersion: version,
        }));

      const difference = listDifference(entries(old, 'old-'), entries(next, 'new-'));
      const carried = carriedLines(
        entries(old, 'old-').map(({ id }) => ({ entry: id })),
        difference.kept,
      );

      const expected = old.filter((one) => next.some((two) => two.name === one.name && two.version === one.version));
      expect(carried.map(({ entry }) => entry).sort()).toEqual(expected.map(({ name }) => `new-${name}`).sort());
      const { added, changed, kept, removed } = difference;
      expect(added.length + changed.length + kept.length).toBe(next.length);
      expect(removed.length + changed.length + kept.length).toBe(old.length);
    }),
  );
});

test.each([
  ['en', 'The list must change', 'Change and send', 'Undo', 'Taken off', 'goes on with list no. 2'],
  ['vi', 'Thay đổi danh sách', 'Thay đổi và gửi', 'Hoàn tác', 'Đưa ra khỏi danh sách', 'tiếp tục với danh sách số 2'],
] as const)(
  'in chat (%s): from the answers so far to the card, which names nobody',
  async (locale, button, send, undo, off, said) => {
    const { world, reviewer, round } = await mustChange();
    const call = callOf({ ...again(world.clerk, 3), locale });

    const form = formOf(await press(all, call, messageOf(await showProgress(call, round.id)), button));
    const preview = messageOf(await submit(all, call, form, { why }));
    const sent = messageOf(await press(all, call, preview, send));
    const [row] = await cardsOf(handle, world, cardKinds.listChanged);
    const card = await cards[cardKinds.listChanged]!({
      act: { ...again(reviewer, 5), locale },
      ids: row!.ids as Record<string, string>,
      to: { person: reviewer.person },
      committee: world.committee,
      isSentAgain: false,
      isRedraw: false,
    });

    expect(textOf(preview)).toContain(off);
    expect(textOf(preview)).toContain('Ben Roe');
    expect(textOf(sent)).toContain(undo);
    expect(textOf(card!)).toContain(said);
    expect(textOf(card!)).not.toMatch(/Ann|Ben|Cara|Dan/);
    const old = value(await seeListWithNewer(again(world.clerk, 5), round.list.id));
    expect(old.newer?.difference.removed.map(({ shown }) => shown?.fullName)).toEqual(['Ben Roe']);
  },
);

test('cards posted before show the new list once the minute of undo is over, and the old one again after an undo', async () => {
  const { world, round } = await mustChange();
  const marked = async () => {
    const posted = await cardsOf(handle, world, cardKinds.invitation);
    return posted.map(({ wantsVersion, shownVersion }) => wantsVersion > shownVersion);
  };
  const settle = (change: ListChangeId, minutes: number) =>
    settleListChange(handle, { workspace: world.workspace, change }, again(world.clockwork, minutes).now);
  const draw = { state: 'sent', address: {}, intendedAt: world.clerk.now, wantsVersion: 0, shownVersion: 0 };
  const drawn = () => client(handle).delivery.updateMany({ where: { workspaceId: world.workspace }, data: draw });
  await drawn();

  const { change } = value(await prepareListChange(again(world.clerk, 3), { round: round.id, why }));
  value(await applyListChange(again(world.clerk, 3), change.id));
  const atOnce = await marked();
  await settle(change.id, 4);
  const settled = await marked();

  expect([atOnce, settled]).toEqual([
    [false, false, false],
    [true, true, true],
  ]);

  const second = await mustChange();
  const undone = value(await prepareListChange(again(second.world.clerk, 3), { round: second.round.id, why })).change;
  value(await applyListChange(again(second.world.clerk, 3), undone.id));
  value(await undoListChange(again(second.world.clerk, 3), undone.id));
  await client(handle).delivery.updateMany({ where: { workspaceId: second.world.workspace }, data: draw });
  await settleListChange(handle, { workspace: second.world.workspace, change: undone.id }, second.world.clerk.now);
  const cards = await cardsOf(handle, second.world, cardKinds.invitation);

  expect(cards.map(({ wantsVersion }) => wantsVersion)).toEqual([0, 0, 0]);
});
