/** The deputy who leads a case in place of the chair is asked to say so by a date; who is recused learns nothing of it. */
import { client } from '../../../src/database/client.ts';
import { readHistory, viewerOf } from '../../../src/features/access/operations.ts';
import { listDeadlines } from '../../../src/features/deadlines/operations/look.ts';
import { conflictInteractions, showConflicts } from '../../../src/features/reviews/interactions/conflicts.ts';
import { reviewClosing, reviewDuties, reviewLead } from '../../../src/features/reviews/interactions/duties.ts';
import { declareConflict } from '../../../src/features/reviews/operations/declare-conflict.ts';
import { liftRecusal } from '../../../src/features/reviews/operations/rule-on-conflict.ts';
import { takeOnCase } from '../../../src/features/reviews/operations/take-on.ts';
import type { LeadId } from '../../../src/features/reviews/types/conflicts.ts';
import { asId } from '../../../src/kernel/ids.ts';
import { callOf, messageOf, press, textOf } from '../../support/calls.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createReviewWorld, later, type Someone, value } from './review-world.ts';

const { handle } = await createTestDatabase();
const features = [reviewDuties, reviewClosing, reviewLead];

async function handedOver() {
  const world = await createReviewWorld(handle, ['Ann Apple', 'Xavier Xenon']);
  const chair = await world.person('Cara Chair', ['chair', 'member']);
  const deputy = await world.person('Dora Deputy', ['deputy', 'member']);
  const rita = await world.person('Rita Reader', ['member']);
  const nominee = world.nominees[1]!.person;
  const { committee } = world;
  value(await declareConflict(later(chair), { committee, nominee, fullName: null, kind: 'relative' }));
  const deadline = await client(handle).deadline.findFirstOrThrow({
    where: { subjectKind: 'case-lead', committeeId: committee },
  });
  const duties = async (act: Someone) => reviewLead.dutiesOf(later(act), [await viewerOf(later(act), committee)]);
  const owing = () => owingOf(reviewLead, later(world.clockwork), { kind: 'case-lead', id: deadline.subjectId });
  return {
    world,
    chair,
    deputy,
    rita,
    nominee,
    committee,
    deadline,
    lead: asId<LeadId>(deadline.subjectId),
    duties,
    owing,
  };
}

test('the deputy has a duty with a date, two working days off, until they say that they lead the case', async () => {
  const { world, deputy, deadline, lead, duties, owing } = await handedOver();

  const before = [await duties(deputy), await owing()];
  value(await takeOnCase(later(deputy), lead));
  const twice = await takeOnCase(later(deputy), lead);

  // Monday 2 March; the working day ends at 17:00.
  expect(before).toMatchObject([[{ kind: 'reviews.lead', dueAt: new Date('2026-03-04T10:00:00Z') }], [deputy.person]]);
  expect([await duties(deputy), await owing()]).toEqual([[], []]);
  expect(twice).toMatchObject({ reason: 'lead-taken' });
  const after = await client(handle).deadline.findUniqueOrThrow({ where: { id: deadline.id } });
  expect(after.state).toBe('cancelled');
  const board = messageOf(await showConflicts(callOf(later(world.clerk)), world.committee));
  expect(textOf(board)).not.toContain('not confirmed yet');
});

test('the committee secretary sees that it is not confirmed yet, and enters it for them', async () => {
  const { world, committee, owing } = await handedOver();
  const call = callOf(later(world.clerk));

  const board = messageOf(await showConflicts(call, committee));
  const entered = messageOf(await press(conflictInteractions, callOf(later(world.clerk)), board, 'They have said yes'));

  expect(textOf(board)).toContain('led by Dora Deputy in place of the chair · not confirmed yet');
  expect(textOf(entered)).toContain('is not asked any more');
  expect(await owing()).toEqual([]);
});

test('handed back, nothing is expected of the deputy any more', async () => {
  const { world, chair, deputy, nominee, committee, lead, duties, owing } = await handedOver();

  const recusal = { committee, person: chair.person, nominee, reason: 'A namesake' };
  value(await liftRecusal(later(world.clerk), recusal));

  expect([await duties(deputy), await owing()]).toEqual([[], []]);
  expect(await takeOnCase(later(deputy), lead)).toMatchObject({ reason: 'lead-unknown' });
});

test('its date stands in no list but that of those who rule and may know the case, and its history likewise', async () => {
  const { world, chair, rita, committee, lead } = await handedOver();
  const kinds = async (act: Someone) =>
    value(await listDeadlines(later(act), features, committee)).deadlines.map(({ title }) => title);
  const history = async (act: Someone) => {
    const page = value(await readHistory(later(act), { committee, nominee: null, before: null }));
    return JSON.stringify(page).split(lead).length - 1;
  };

  const lists = [await kinds(world.clerk), await kinds(rita), await kinds(chair)];
  const histories = [await history(world.clerk), await history(chair)];

  expect(lists).toEqual([['A case to be led in place of the chair'], [], []]);
  expect(histories).toEqual([1, 0]);
  for (const act of [chair, rita]) expect(await takeOnCase(later(act), lead)).toMatchObject({ reason: 'lead-unknown' });
});

describe('people change', () => {
  test('the deputy leaves: the next one is asked, once; a chair who is free comes: nobody is', async () => {
    const { world, deputy, committee, lead, duties } = await handedOver();
    const next = await world.person('Eli Next', ['deputy', 'member']);
    await client(handle).membership.updateMany({
      where: { committeeId: committee, personId: deputy.person },
      data: { validTo: again(deputy, 3).now },
    });
    const asked = async () => (await duties(again(next, 5))).map(({ subject }) => subject.id);

    await reviewLead.membersChanged?.(again(world.clockwork, 4), committee);
    const first = await asked();
    await reviewLead.membersChanged?.(again(world.clockwork, 4), committee);
    const second = await asked();
    await world.person('Nina New', ['chair', 'member']);
    await reviewLead.membersChanged?.(again(world.clockwork, 6), committee);

    expect(first).toHaveLength(1);
    expect(first).not.toContain(lead);
    expect(second).toEqual(first);
    expect(await asked()).toEqual([]);
    expect(await takeOnCase(again(deputy, 5), lead)).toMatchObject({ reason: 'lead-unknown' });
  });
});
