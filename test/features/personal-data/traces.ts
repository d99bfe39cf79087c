/** A person whose name stands wherever it can: by their id, frozen in lists and votes, and in words that others typed. */
import { client } from '../../../src/database/client.ts';
import { changePerson } from '../../../src/features/people/operations/register.ts';
import type { StoreHandle } from '../../../src/kernel/act.ts';
import { newId, type PersonId } from '../../../src/kernel/ids.ts';
import { again, eligible, inRegister, must, propose, type Scene } from '../nominations/scene.ts';

export const name = 'Nguyễn Văn Khoa';
export const formerName = 'Nguyễn Văn Khoát';
/** Somebody else, whose name begins with the same letters. */
export const other = 'Nguyễn Văn Khoan';

export async function leaveTraces(handle: StoreHandle, scene: Scene): Promise<PersonId> {
  const rows = client(handle);
  const at = scene.clerk.now;
  const person = await inRegister(scene, formerName, {
    discipline: { kind: 'warning', decidedOn: '2020-01-01', effectUntil: '2021-01-01', decision: '12/QĐ' },
  });
  must(
    await changePerson(again(scene.clerk), {
      ...{ committee: scene.committee, person, version: 1, discipline: null, replacesNewest: false },
      form: { ...eligible, fullName: name },
    }),
  );
  must(await propose(scene.ann, scene, person, { reasons: `${name} knows the work; ${other} does too.` }));
  const nomination = await rows.nomination.findFirstOrThrow({ where: { personId: person } });
  await rows.nomination.update({
    where: { id: nomination.id },
    data: { state: 'withdrawn', endedAt: at, endReason: `${name} asked for it.` },
  });

  const shown = {
    fullName: name,
    birthMonth: '1985-04',
    partyPost: null,
    statePost: 'Head of division',
    unit: 'Office',
  };
  const list = newId();
  const entry = newId();
  await rows.nomineeList.create({
    data: {
      ...{ id: list, committeeId: scene.committee, planId: scene.plan.id, number: 1, frozenAt: at },
      entries: {
        create: {
          ...{ id: entry, nominationId: nomination.id, nominationVersion: 1, personId: person, shown, place: 1 },
          ...{ positionId: scene.deputy.id, positionTitle: 'Deputy' },
        },
      },
    },
  });
  const review = newId();
  await rows.reviewRound.create({
    data: {
      ...{ id: review, committeeId: scene.committee, planId: scene.plan.id, listId: list, state: 'closed' },
      ...{ statedDate: '2026-03-01', preparedAt: at, openedAt: at, heldUntil: at, batchId: newId(), closedAt: at },
      ...{ synthesisVersion: 1, why: `Asked again because of ${name.toUpperCase()}.` },
      participants: {
        create: [scene.ann, scene.bob].map((one, place) => ({ personId: one.person, place, roles: ['member'] })),
      },
    },
  });
  const line = { entryId: entry, stance: 'agree', byList: false, saidAt: at };
  await rows.reviewAnswer.create({
    data: {
      ...{ id: newId(), roundId: review, personId: scene.ann.person, version: 1, restAgrees: false, sentAt: at },
      lines: { create: { ...line, text: `${name} leads well.`, quality: name, commentId: newId() } },
    },
  });
  const ballot = newId();
  await rows.ballotRound.create({
    data: {
      ...{ id: ballot, committeeId: scene.committee, kind: 'list', mode: 'open', place: 'chat', state: 'closed' },
      ...{ listId: list, rule: {}, questions: [], closesAt: at, createdAt: at, closedAt: at },
      ...{ frozen: { summoned: 2 }, tallies: [{ yes: 2 }], rulings: [{ passed: true }] },
      candidates: { create: { id: newId(), question: 'q', place: 1, entryId: entry, personId: person, shown } },
    },
  });
  const conference = newId();
  await rows.conference.create({
    data: {
      ...{ id: conference, committeeId: scene.committee, state: 'scheduled', createdAt: at, revision: 1 },
      revisions: {
        create: {
          ...{ id: newId(), number: 1, title: `About ${name} and ${other}`, startsAt: at, minutes: 60, place: 'Hall' },
          ...{ chairId: scene.chair.person, ruleSet: 'vn-party', ruleSetVersion: 1, answersFrom: 1, draftedAt: at },
        },
      },
    },
  });
  await rows.sitting.create({
    data: {
      ...{ conferenceId: conference, committeeId: scene.committee, state: 'concluded', begunAt: at },
      events: {
        create: {
          ...{ id: newId(), revision: 1, kind: 'word', at, recordedAt: at },
          ...{ text: `Ann: ${name}, then (${name}).`, facts: { note: `on ${name}` } },
        },
      },
    },
  });
  await rows.task.create({
    data: {
      ...{ id: newId(), committeeId: scene.committee, conferenceId: conference, ownerId: scene.bob.person },
      ...{ text: `Write to ${name.toLowerCase()}`, givenAt: at },
    },
  });
  await rows.declaredRelation.create({
    data: {
      ...{ id: newId(), committeeId: scene.committee, personId: scene.bob.person, kind: 'relative', declaredAt: at },
      ...{ fullName: name, searchName: 'khoa nguyen van' },
    },
  });
  return person;
}

/** Every row of every table as text, by table. */
export async function everyRow(handle: StoreHandle): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = await client(handle).$queryRaw<readonly { table: string }[]>`
    SELECT table_name AS "table" FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const all = new Map<string, readonly string[]>();
  for (const { table } of tables) {
    const found = await client(handle).$queryRawUnsafe<readonly { row: string }[]>(
      `SELECT to_jsonb(t)::text AS "row" FROM "${table}" t`,
    );
    all.set(
      table,
      found.map(({ row }) => row),
    );
  }
  return all;
}
