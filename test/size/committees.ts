/** One person in many committees, each of which asks them for something of every kind: straight into the tables. */
import { client } from '../../src/database/client.ts';
import { recuse } from '../../src/features/access/operations.ts';
import { addMembers } from '../../src/features/committees/operations/members.ts';
import { setUpCommittee } from '../../src/features/committees/operations/set-up.ts';
import { scheduleTemplates } from '../../src/features/deadlines/rules/schedule.ts';
import type { Subject } from '../../src/features/deadlines/types/dates.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import { asId, type CommitteeId, newId, type PersonId } from '../../src/kernel/ids.ts';
import { again, must, type Somebody } from '../features/nominations/scene.ts';
import { createWorld } from '../support/worlds.ts';

export interface Committees {
  readonly clerk: Somebody;
  /** Member and deputy of all of them; in the last of several recused from the nominee who stands in every one. */
  readonly ann: Somebody;
  readonly committees: readonly CommitteeId[];
  readonly nominee: PersonId;
}

const day = 86_400_000;

export async function inCommittees(store: StoreHandle, count: number): Promise<Committees> {
  const world = await createWorld(store);
  const { clerk } = world;
  const ann = await world.person('Ann Arbor', ['deputy', 'member']);
  const committees = [world.committee];
  for (let number = 2; number <= count; number++) {
    const form = { profile: 'general', locale: 'en', zone: clerk.zone } as const;
    const made = must(await setUpCommittee(again(clerk), { channel: newId(), name: `Committee ${number}`, ...form }));
    const standing = { person: ann.person, roles: ['deputy', 'member'] as const, votes: true, post: null, rank: null };
    must(await addMembers(again(clerk), made.id, [standing]));
    committees.push(made.id);
  }
  const nominee = asId<PersonId>(newId());
  const named = { fullName: 'Nora Nominee', searchName: 'nora nominee', sex: 'female', birthMonth: '1985-04' };
  await client(store).person.create({
    data: { id: nominee, workspaceId: world.workspace, ...named, source: 'import', createdAt: clerk.now },
  });
  for (const committee of committees) await ask(store, { clerk, ann, committee, nominee });
  // A case that is on nobody's list is closed to them too: names of closed cases are looked up in every world.
  await close(world.committee, clerk.person);
  const last = committees.at(-1);
  if (last && count > 1) await close(last, nominee);
  return { clerk, ann, committees, nominee };

  async function close(committee: CommitteeId, from: PersonId): Promise<void> {
    must(await recuse(again(ann), { committee, person: ann.person, nominee: from, recordedBy: null }));
  }
}

interface Asked extends Pick<Committees, 'clerk' | 'ann' | 'nominee'> {
  readonly committee: CommitteeId;
  /** Of several in one committee, from 1. */
  readonly number?: number;
}

/** Answers the matters that may have a date, as kinds and ids. */
export async function ask(store: StoreHandle, asked: Asked): Promise<readonly Subject[]> {
  const { clerk, ann, committee: committeeId, nominee: personId, number = 1 } = asked;
  const db = client(store);
  const now = clerk.now;
  const later = new Date(now.getTime() + 7 * day);
  const at = { committeeId, createdAt: now };
  const [planId, positionId, entryId, nominationId] = [newId(), newId(), newId(), newId()];
  const [listId, conferenceId] = [newId(), newId()];
  const [roundId, leadId, pollId, taskId, externalId] = [newId(), newId(), newId(), newId(), newId()];
  const [submissionId, movementId, measureId] = [newId(), newId(), newId()];
  const plan = {
    unit: `Office ${number}`,
    track: 'state',
    termFrom: '2027-01',
    termTo: '2032-01',
    title: 'Plan',
    ruleSet: 'general',
  };
  await db.plan.create({ data: { ...at, id: planId, ...plan, ruleSetVersion: 1 } });
  await db.position.create({ data: { id: positionId, planId, title: 'Secretary', seats: 1, level: 5, rank: 1 } });
  const put = { planId, positionId, personId, source: 'inside', state: 'listed' };
  await db.nomination.create({ data: { id: nominationId, ...put, proposedBy: clerk.person, proposedAt: now } });
  await db.planEntry.create({ data: { id: entryId, planId, positionId, personId, enteredOn: '2025-06-01' } });
  await db.nomineeList.create({
    data: {
      ...{ id: listId, committeeId, planId, number: 1, frozenAt: now },
      entries: {
        create: {
          ...{
            id: newId(),
            nominationId,
            nominationVersion: 1,
            personId,
            positionId,
            positionTitle: 'Secretary',
            place: 0,
          },
        },
      },
    },
  });
  await db.reviewRound.create({
    data: {
      ...{ id: roundId, committeeId, planId, listId, state: 'open', statedDate: '2026-03-20', preparedAt: now },
      ...{ openedAt: now, batchId: newId(), heldUntil: now },
      participants: { create: { personId: ann.person, place: 0, roles: ['member'] } },
    },
  });
  await db.reviewLead.create({
    data: { id: leadId, committeeId, nomineeId: personId, leaderId: ann.person, handedAt: now },
  });
  const called = { title: 'Conference', startsAt: later, minutes: 60, place: 'Room 1', chairId: clerk.person };
  const revision = { id: newId(), number: 1, ...called, ruleSet: 'general', ruleSetVersion: 1, answersFrom: 1 };
  const item = { id: newId(), itemId: newId(), place: 0, kind: 'discussion', listId };
  await db.conference.create({
    data: {
      ...{ ...at, id: conferenceId, state: 'scheduled', revision: 1 },
      revisions: { create: { ...revision, draftedAt: now, announcedAt: now, items: { create: item } } },
      summons: { create: { id: newId(), personId: ann.person, counts: true, rank: 1, fromRevision: 1 } },
    },
  });
  await db.datePoll.create({
    data: {
      ...{ ...at, id: pollId, title: 'When', place: 'Room 1', minutes: 60, state: 'open', closesAt: later },
      options: { create: { id: newId(), place: 0, startsAt: later } },
    },
  });
  await db.task.create({
    data: {
      ...{ id: taskId, committeeId, conferenceId, text: 'Write the letter', ownerId: ann.person, givenAt: now },
      ...{ itemId: newId(), itemText: 'The list', itemListId: listId },
    },
  });
  await db.externalNomination.create({
    data: {
      ...{
        id: externalId,
        committeeId,
        personId,
        body: 'Council',
        position: 'Member',
        term: '2026',
        preparedOn: '2026-01-01',
      },
      ...{ responsibleId: ann.person, state: 'elected', resultOn: '2026-02-01', recordedAt: now },
    },
  });
  await db.submission.create({
    data: {
      ...{ id: submissionId, committeeId, planId, listId, number, authority: 'Board', answererId: ann.person },
      ...{ state: 'sent', preparedAt: now, sentAt: now },
      seats: { create: { id: newId(), nominationId, personId, positionId, positionTitle: 'Secretary', place: 0 } },
    },
  });
  const move = { fromUnit: 'Office', toUnit: 'Branch', reason: 'Rotation', startsOn: '2026-06-01', year: 2026 };
  await db.movement.create({
    data: {
      ...{ id: movementId, committeeId, kind: 'transfer', personId, ...move, state: 'suggested' },
      ...{ proposedBy: ann.person, proposedAt: now },
    },
  });
  await db.developmentMeasure.create({
    data: {
      ...{ id: measureId, committeeId, entryId, personId, kind: 'training', what: 'Course', dueOn: '2026-03-10' },
      recordedAt: now,
    },
  });
  const steps = (scheduleTemplates.general ?? []).map(({ key }) => ({ id: newId(), key }));
  // A committee has one calendar.
  if (number === 1) {
    const create = steps.map((step, position) => ({ ...step, position, date: `2026-03-${10 + position}` }));
    const calendar = { ...at, id: newId(), dueOn: '2026-06-30', template: 'general' };
    await db.schedule.create({ data: { ...calendar, steps: { create } } });
  }
  await db.deadline.create({
    data: {
      ...{ id: newId(), committeeId, subjectKind: 'plan-names', subjectId: planId, ladder: 'date', dueAt: later },
      ...{ statedDate: '2026-03-09', setAt: now },
    },
  });
  const about = (id: string, ...kinds: readonly string[]) => kinds.map((kind) => ({ kind, id }));
  return [
    ...about(planId, 'plan-names'),
    ...about(roundId, 'review-round', 'review-close'),
    ...about(leadId, 'case-lead'),
    ...about(conferenceId, 'conference', 'conference-reply', 'conference-agenda', 'conference-addendum'),
    ...about(pollId, 'date-poll'),
    ...about(taskId, 'task'),
    ...about(externalId, 'external-nomination'),
    ...about(submissionId, 'submission'),
    ...about(movementId, 'movement-opinions', 'movement-end'),
    ...about(measureId, 'development-measure'),
    ...(number === 1 ? steps.flatMap(({ id }) => about(id, 'schedule-step')) : []),
  ];
}
