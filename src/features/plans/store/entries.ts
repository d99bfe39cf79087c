/** Who stands in plans, and who stood. Entries of a person whose case is closed to the viewer are left out. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type HoldsPeople, ofParent } from '../../../kernel/held-people.ts';
import { newId, type PersonId, type PlanEntryId, type PlanId, type PositionId } from '../../../kernel/ids.ts';
import { type Eyes, seenThrough, type Viewer } from '../../access/types.ts';
import type { AppointedEntry, EntryChanges, NewEntry, Place, PlanChangeId, PlanEntry } from '../types.ts';

/** When the bot was told, and by whom; the dates of an entry are those of its decision. */
export interface Recorded {
  readonly at: Date;
  readonly by: PersonId | null;
}

/** Who stands in these plans now. */
export async function listEntries(
  store: StoreHandle,
  eyes: Eyes,
  plans: readonly PlanId[],
): Promise<readonly (PlanEntry & { readonly plan: PlanId; readonly level: number | null })[]> {
  const rows = await client(store).planEntry.findMany({
    where: {
      planId: { in: [...plans] },
      leftOn: null,
      ...seenThrough(eyes, ({ committee, hiddenNominees }) => ({
        plan: { committeeId: committee },
        personId: { notIn: [...hiddenNominees] },
      })),
    },
    include: { position: { select: { level: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ planId, positionId, personId, position, ...row }) => ({
    id: row.id as PlanEntryId,
    plan: planId as PlanId,
    position: positionId as PositionId,
    person: personId as PersonId,
    readiness: row.readiness,
    enteredOn: row.enteredOn,
    decisionIn: row.decisionIn,
    leftOn: row.leftOn,
    level: position.level,
  }));
}

/** Where these people stand in any plan of the committee, and where they stood if it is known when that ended. */
export async function placesOf(
  store: StoreHandle,
  viewer: Viewer,
  people: readonly PersonId[],
): Promise<readonly Place[]> {
  const hidden = viewer.hiddenNominees;
  const rows = await client(store).planEntry.findMany({
    where: { plan: { committeeId: viewer.committee }, personId: { in: people.filter((one) => !hidden.includes(one)) } },
    select: { personId: true, leftOn: true, leftRecordedAt: true, reasonOut: true },
  });
  return rows.flatMap(({ personId, leftOn, leftRecordedAt, reasonOut }): Place[] => {
    const person = personId as PersonId;
    if (leftOn === null) return [{ person, left: null }];
    return leftRecordedAt === null ? [] : [{ person, left: { recordedAt: leftRecordedAt, reason: reasonOut } }];
  });
}

/** Who was appointed from the plan. */
export async function listAppointed(
  store: StoreHandle,
  viewer: Viewer,
  plan: PlanId,
): Promise<readonly AppointedEntry[]> {
  const rows = await client(store).planEntry.findMany({
    where: {
      ...{ planId: plan, plan: { committeeId: viewer.committee }, reasonOut: 'appointed', leftOn: { not: null } },
      personId: { notIn: [...viewer.hiddenNominees] },
    },
  });
  return rows.map(({ id, positionId, personId, leftOn, decisionOut }) => ({
    ...{ id: id as PlanEntryId, position: positionId as PositionId, person: personId as PersonId },
    ...{ leftOn: leftOn ?? '', decisionOut: decisionOut ?? '' },
  }));
}

/** Those who stand for the position already are left as they are. Returns how many were new. */
export async function insertEntries(
  tx: StoreHandle,
  plan: PlanId,
  entries: readonly NewEntry[],
  recorded: Recorded,
): Promise<number> {
  const { count } = await client(tx).planEntry.createMany({
    data: entries.map(({ position, person, ...entry }) => ({
      id: newId<PlanEntryId>(),
      planId: plan,
      positionId: position,
      personId: person,
      ...{ recordedAt: recorded.at, recordedBy: recorded.by },
      ...entry,
    })),
    skipDuplicates: true,
  });
  return count;
}

/** Before entries are written anew from a list: keeps what each says. */
export async function keepEntries(tx: StoreHandle, entries: readonly PlanEntryId[], recorded: Recorded): Promise<void> {
  if (entries.length === 0) return;
  await client(tx).$executeRaw`
    INSERT INTO "plan_entry_revision" ("entryId", "replacedAt", "replacedBy", "readiness", "enteredOn", "decisionIn")
    SELECT "id", ${recorded.at}, ${recorded.by}::uuid, "readiness", "enteredOn", "decisionIn"
    FROM "plan_entry" WHERE "id" = ANY (${[...entries]}::uuid[])
    ON CONFLICT DO NOTHING`;
}

export async function updateEntry(
  tx: StoreHandle,
  id: PlanEntryId,
  { readiness, enteredOn, decisionIn }: Pick<PlanEntry, 'readiness' | 'enteredOn' | 'decisionIn'>,
): Promise<void> {
  await client(tx).planEntry.update({ where: { id }, data: { readiness, enteredOn, decisionIn } });
}

export async function updateReadiness(
  tx: StoreHandle,
  entries: readonly PlanEntryId[],
  readiness: string | null,
): Promise<void> {
  await client(tx).planEntry.updateMany({ where: { id: { in: [...entries] } }, data: { readiness } });
}

/** One statement for each reason and rule, of which there are few. */
export async function leaveEntries(
  tx: StoreHandle,
  { change, on, decision, leave }: EntryChanges,
  recorded: Recorded,
): Promise<void> {
  for (const reason of new Set(leave.map((one) => one.reason))) {
    for (const rule of new Set(leave.filter((one) => one.reason === reason).map((one) => one.rule))) {
      const ids = leave.filter((one) => one.reason === reason && one.rule === rule).map(({ entry }) => entry);
      await client(tx).planEntry.updateMany({
        where: { id: { in: ids }, leftOn: null },
        data: {
          ...{ leftOn: on, decisionOut: decision, reasonOut: reason, ruleOut: rule, changeOut: change },
          ...{ leftRecordedAt: recorded.at, leftRecordedBy: recorded.by },
        },
      });
    }
  }
}

export async function enterByChange(
  tx: StoreHandle,
  { change, enter }: EntryChanges,
  recorded: Recorded,
): Promise<void> {
  await client(tx).planEntry.createMany({
    data: enter.map(({ plan, position, person, ...entry }) => ({
      ...{ id: newId<PlanEntryId>(), planId: plan, positionId: position, personId: person, changeIn: change },
      ...{ recordedAt: recorded.at, recordedBy: recorded.by },
      ...entry,
    })),
    skipDuplicates: true,
  });
}

/** First out, then in again: somebody who was moved away and back stands for a position once. */
export async function undoChange(tx: StoreHandle, change: PlanChangeId): Promise<void> {
  await client(tx).planEntry.deleteMany({ where: { changeIn: change } });
  await client(tx).planEntry.updateMany({
    where: { changeOut: change },
    data: {
      ...{ leftOn: null, decisionOut: null, reasonOut: null, ruleOut: null, changeOut: null },
      ...{ leftRecordedAt: null, leftRecordedBy: null },
    },
  });
}

export const plansHoldPeople: HoldsPeople = {
  moves: [{ table: 'plan_entry', column: 'personId', shownAs: 'entries', committee: ofParent('plan', 'planId') }],
  clashes: [
    {
      kind: 'entries',
      table: 'plan_entry',
      column: 'personId',
      same: ['positionId'],
      only: 't."leftOn" IS NULL',
      committee: ofParent('plan', 'planId'),
    },
  ],
  keeps: [
    {
      ...{ kind: 'left-plan', table: 'plan_entry', column: 'personId', committee: ofParent('plan', 'planId') },
      on: 't."leftOn"',
    },
  ],
  stays: {
    'plan_entry.recordedBy': 'who did it then',
    'plan_entry.leftRecordedBy': 'who did it then',
    'plan_entry_revision.replacedBy': 'who did it then',
  },
  erases: [{ table: 'plan_entry', where: 't."personId" = ANY ($1::uuid[])', set: `"reasonOut" = NULL` }],
  told: {
    case: ['plan_entry.personId'],
    recorded: ['plan_entry.recordedBy', 'plan_entry.leftRecordedBy', 'plan_entry_revision.replacedBy'],
  },
};
