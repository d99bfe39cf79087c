import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { ballotPlanUses } from '../../../src/features/ballots/operations/plan-uses.ts';
import { changePerson } from '../../../src/features/people/operations/register.ts';
import type { PlanUses } from '../../../src/features/plans/types.ts';
import { yearlyReviewCards } from '../../../src/features/yearly-reviews/interactions/review.ts';
import { confirmReview, undoConfirmation } from '../../../src/features/yearly-reviews/operations/confirm.ts';
import { keepTheRest } from '../../../src/features/yearly-reviews/operations/decide.ts';
import { seeDifference, seeReview } from '../../../src/features/yearly-reviews/operations/look.ts';
import { giveUpReview, openReview } from '../../../src/features/yearly-reviews/operations/open.ts';
import { takeOutDifference } from '../../../src/features/yearly-reviews/operations/take-out.ts';
import type { YearlyReviewId } from '../../../src/features/yearly-reviews/types.ts';
import { differenceRows } from '../../../src/features/yearly-reviews/views/difference.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, eligible, inRegister, must, propose, type Scene } from '../nominations/scene.ts';
import { allDecided, begin, createReviewed, decide, itemOf, keep, paper, remove, whoStands } from './scene.ts';

const { handle } = await createTestDatabase();

function confirm(scene: Scene, review: YearlyReviewId, uses: readonly PlanUses[] = []) {
  return confirmReview(again(scene.clerk), { committee: scene.committee, review, paper }, uses);
}

describe('a yearly review', () => {
  test('suggests by the rules, with their numbers, and decides nothing', async () => {
    const scene = await createReviewed(handle);
    const review = await begin(scene);

    const old = await itemOf(scene, review, scene.people.old);
    const appointed = await itemOf(scene, review, scene.people.appointed);
    const young = await itemOf(scene, review, scene.people.young);

    expect([old.suggested, appointed.suggested, young.suggested]).toEqual(['over-age', 'appointed', null]);
    expect(old.verdicts.find(({ rule }) => rule === 'age-next-term')).toMatchObject({
      level: 'blocks',
      facts: { birthMonth: '1966-01', requiredMonths: 60 },
    });
    expect([old.decision, appointed.decision]).toEqual([null, null]);
  });

  test('is refused while another one holds the plan open, and may begin again when that is given up', async () => {
    const scene = await createReviewed(handle);
    const review = await begin(scene);
    const at = { committee: scene.committee, plan: scene.plan.id };

    const second = await openReview(again(scene.chair), at, []);
    must(await giveUpReview(again(scene.clerk), { committee: scene.committee, review }));
    const third = await openReview(again(scene.chair), at, []);

    expect(second).toMatchObject({ reason: 'yearly-review-open', facts: { title: 'Plan 2027–2032' } });
    expect(third.ok).toBe(true);
  });

  test('is refused, and not confirmed, while a vote runs on the plan', async () => {
    const scene = await createReviewed(handle);
    const running: PlanUses = {
      usesOf: async () => [{ kind: 'ballot', holds: true, ends: false, number: null, at: null }],
    };
    const at = { committee: scene.committee, plan: scene.plan.id };

    const opened = await openReview(again(scene.clerk), at, [running]);
    const review = await allDecided(scene);
    const confirmed = await confirm(scene, review, [running]);

    expect(opened).toMatchObject({ reason: 'yearly-ballot-runs' });
    expect(confirmed).toMatchObject({ reason: 'yearly-ballot-runs' });
    expect(await ballotPlanUses.usesOf(again(scene.clerk), { ...at, stands: null })).toEqual([]);
  });

  test('changes nothing before it is confirmed, and then everything at once with the decision behind it', async () => {
    const scene = await createReviewed(handle);
    const review = await allDecided(scene);
    const before = await whoStands(scene, scene.plan);

    const { count } = must(await confirm(scene, review));

    expect(before).toHaveLength(3);
    expect(count).toBe(3);
    expect(await whoStands(scene, scene.plan)).toEqual(['Lê Thị Mẫu at Deputy since 2025-06-01 by 12-QĐ/ĐU']);
    expect(await whoStands(scene, scene.next)).toEqual(['Lê Thị Mẫu at Deputy since 2026-03-01 by 45-QĐ/ĐU']);
    const left = await client(handle).planEntry.findFirst({
      where: { personId: scene.people.old, leftOn: { not: null } },
    });
    expect(left).toMatchObject({ leftOn: '2026-03-01', decisionOut: '45-QĐ/ĐU', reasonOut: 'over-age' });
  });

  test('moves somebody within the plan and keeps their group', async () => {
    const scene = await createReviewed(handle);
    const review = await begin(scene);
    const move = { ...keep, action: 'move', toPlan: scene.plan.id, toPosition: scene.secretary.id } as const;
    must(await decide(scene, review, scene.people.young, move));
    must(await decide(scene, review, scene.people.old, remove));
    must(await decide(scene, review, scene.people.appointed, { ...keep, note: 'The post ends in May.' }));

    must(await confirm(scene, review));

    expect(await whoStands(scene, scene.plan)).toEqual([
      'Lê Thị Mẫu at Secretary since 2026-03-01 by 45-QĐ/ĐU',
      'Vũ Văn Cao at Deputy since 2025-06-01 by 12-QĐ/ĐU',
    ]);
    const moved = await client(handle).planEntry.findFirst({ where: { personId: scene.people.young, leftOn: null } });
    expect(moved?.readiness).toBe('group 1');
  });

  test('takes a candidate into the plan, as one more than the rules allow only when somebody leaves', async () => {
    const scene = await createReviewed(handle);
    const review = await begin(scene);
    const fourth = await inRegister(scene, 'Ngô Thị Mới');
    must(await propose(scene.clerk, scene, fourth, { position: scene.secretary.id }));
    await client(handle).nomination.updateMany({ where: { personId: fourth }, data: { positionId: scene.deputy.id } });
    const add = { ...keep, action: 'add' } as const;

    const full = await decide(scene, review, fourth, add);
    must(await decide(scene, review, scene.people.old, remove));
    const fits = await decide(scene, review, fourth, add);

    expect(full).toMatchObject({
      reason: 'blocked-people-per-position',
      facts: { people: 4, max: 3 },
      field: 'action',
    });
    expect(fits.ok).toBe(true);
  });

  test('is not confirmed while somebody is not decided on; the unremarkable are kept in one step', async () => {
    const scene = await createReviewed(handle);
    const review = await begin(scene);
    const at = { committee: scene.committee, review };

    const kept = must(await keepTheRest(again(scene.clerk), at));
    const early = await confirm(scene, review);

    expect(kept.count).toBe(1);
    expect(early).toMatchObject({ reason: 'yearly-undecided', facts: { count: 2 } });
  });

  test.each([
    ['a removal without a reason', { ...keep, action: 'remove' }, 'yearly-reason-missing'],
    ['“another reason” without words', { ...remove, reason: 'other' }, 'yearly-note-missing'],
    ['keeping whom the rules take out without words', keep, 'yearly-note-missing'],
    ['a move without a position', { ...keep, action: 'move' }, 'yearly-target-missing'],
    ['adding somebody who stands in the plan', { ...keep, action: 'add' }, 'yearly-action-unfit'],
  ] as const)('refuses %s', async (_what, choice, reason) => {
    const scene = await createReviewed(handle);
    const review = await begin(scene);

    const decided = await decide(scene, review, scene.people.old, choice);

    expect(decided).toMatchObject({ reason });
  });

  test.each([
    ['without a number', { decision: ' ' }, 'decision-paper-missing'],
    ['of a day to come', { decidedOn: '2026-03-03' }, 'decision-day-to-come'],
    ['of no day', { decidedOn: '' }, 'decision-day-unreadable'],
  ] as const)('refuses a decision %s', async (_what, part, reason) => {
    const scene = await createReviewed(handle);
    const review = await allDecided(scene);
    const input = { committee: scene.committee, review, paper: { ...paper, ...part } };

    expect(await confirmReview(again(scene.clerk), input, [])).toMatchObject({ reason });
  });

  test('is undone within the minute: everybody stands as before and nobody is told', async () => {
    const scene = await createReviewed(handle);
    const review = await allDecided(scene);
    const before = await whoStands(scene, scene.plan);
    const { batch, told } = must(await confirm(scene, review));
    const at = { committee: scene.committee, review, batch: batch ?? '' };

    must(await undoConfirmation(again(scene.clerk, 30_000), at));

    expect(told).toEqual([scene.chair.person]);
    expect(await whoStands(scene, scene.plan)).toEqual(before);
    expect(await whoStands(scene, scene.next)).toEqual([]);
    expect(await client(handle).delivery.findMany({ where: { batchId: batch ?? '' } })).toMatchObject([
      { state: 'cancelled' },
    ]);
    expect((await confirm(scene, review)).ok).toBe(true);
  });

  test('is not undone after the minute', async () => {
    const scene = await createReviewed(handle);
    const review = await allDecided(scene);
    const { batch } = must(await confirm(scene, review));
    const at = { committee: scene.committee, review, batch: batch ?? '' };

    expect(await undoConfirmation(again(scene.clerk, 61_000), at)).toMatchObject({ reason: 'too-late-to-undo' });
  });

  test('says after it was confirmed what changed, why, by which rule and by which decision', async () => {
    const scene = await createReviewed(handle);
    const review = await allDecided(scene);
    must(await confirm(scene, review));
    const t = texts('en', 'UTC', 'party');

    const out = must(
      await takeOutDifference(again(scene.clerk), { committee: scene.committee, review }, (difference) =>
        differenceRows(t, difference),
      ),
    );

    expect(out.csv).toMatch(/Trần Văn Cũ.*Deputy,Remove from the plan,,over the age,.*born January 1966.*,45-QĐ\/ĐU,/u);
    expect(out.csv).toMatch(/Lê Thị Mẫu.*Carry over to the next term,Deputy \(Plan 2032–2037\)/u);
    expect(out.count).toBe(3);
  });

  test('a decision that no longer meets the rules is applied to nobody', async () => {
    const scene = await createReviewed(handle);
    const review = await allDecided(scene);
    const form = { fullName: 'Lê Thị Mẫu', ...eligible, level: 6 };
    const change = { committee: scene.committee, person: scene.people.young, version: 1, form };
    must(await changePerson(again(scene.clerk), { ...change, discipline: null, replacesNewest: true }));

    const confirmed = await confirm(scene, review);

    expect(confirmed).toMatchObject({ reason: 'yearly-no-longer-fits', facts: { name: 'Lê Thị Mẫu' } });
    expect(await whoStands(scene, scene.plan)).toHaveLength(3);
  });
});

describe('for whom a case is closed', () => {
  test('somebody recused finds the person nowhere in it, and confirms what others decided of them', async () => {
    const scene = await createReviewed(handle);
    const review = await allDecided(scene);
    const { committee } = scene;
    const recusal = { committee, person: scene.clerk.person, nominee: scene.people.old, recordedBy: null };
    must(await recuse(again(scene.clerk), recusal));

    const seen = must(await seeReview(again(scene.clerk), { committee, review }));
    const difference = must(await seeDifference(again(scene.clerk), { committee, review }));
    const { count } = must(await confirm(scene, review));

    expect(seen.items.map(({ person }) => person.fullName)).not.toContain('Trần Văn Cũ');
    expect(difference.lines).toHaveLength(2);
    expect(count).toBe(2);
    expect(await whoStands(scene, scene.plan)).toHaveLength(1);
  });

  test('members are let into no review, and the card to the heads names nobody', async () => {
    const scene = await createReviewed(handle);
    const review = await allDecided(scene);
    must(await confirm(scene, review));
    const { committee } = scene;

    const seen = await seeReview(again(scene.ann), { committee, review });
    const message = await yearlyReviewCards['yearly-reviews.confirmed']?.({
      act: again(scene.chair, 61_000),
      ids: { committee, review },
      to: { person: scene.chair.person },
      ...{ committee, isSentAgain: false, isRedraw: false },
    });

    expect(seen).toMatchObject({ reason: 'right-missing' });
    const words = message ? wordsOf(message).trim() : null;
    expect(words).toBe('The yearly review of the plan Plan 2027–2032 is confirmed.');
  });
});
