/** Guidance that committees registered. Rows are only added and ended, never changed. */
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { newId, type PersonId, type PlanId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import {
  type Guidance,
  type GuidanceForm,
  type GuidanceId,
  OwnValues,
  type PlanGuidanceChange,
  type PlanGuidanceKind,
} from './types.ts';

/** What holds first, in the order of its dates; then what was taken back or corrected. */
export async function listGuidance(store: StoreHandle, viewer: Viewer): Promise<readonly Guidance[]> {
  const rows = await client(store).guidance.findMany({
    where: { committeeId: viewer.committee },
    orderBy: [
      { endedAt: { sort: 'desc', nulls: 'first' } },
      { issuedOn: 'asc' },
      { registeredAt: 'asc' },
      { id: 'asc' },
    ],
    take: 200,
  });
  return rows.map(({ committeeId, registeredBy, ...row }) => ({
    ...row,
    id: row.id as GuidanceId,
    corrects: row.corrects as GuidanceId | null,
    values: OwnValues.parse(row.values),
  }));
}

/** Null: the committee has one of this number and date that holds. */
export async function insertGuidance(
  tx: StoreHandle,
  viewer: Viewer,
  form: GuidanceForm,
  by: { readonly at: Date; readonly person: PersonId | null; readonly corrects: GuidanceId | null },
): Promise<GuidanceId | null> {
  const id = newId<GuidanceId>();
  const { count } = await client(tx).guidance.createMany({
    data: [
      {
        id,
        committeeId: viewer.committee,
        ...form,
        registeredAt: by.at,
        registeredBy: by.person,
        corrects: by.corrects,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

/** False: there is none that holds, so nothing was ended. */
export async function endGuidance(
  tx: StoreHandle,
  viewer: Viewer,
  id: GuidanceId,
  end: { readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const { count } = await client(tx).guidance.updateMany({
    where: { id, committeeId: viewer.committee, endedAt: null },
    data: { endedAt: end.at, endReason: end.reason },
  });
  return count === 1;
}

/** What was put on a plan or taken off it after it was made, the newest first. */
export async function listPlanChanges(
  store: StoreHandle,
  viewer: Viewer,
  plan: PlanId,
): Promise<readonly PlanGuidanceChange[]> {
  const rows = await client(store).planGuidanceChange.findMany({
    where: { planId: plan, plan: { committeeId: viewer.committee } },
    include: { guidance: { select: { number: true } } },
    orderBy: [{ changedAt: 'desc' }, { id: 'asc' }],
    take: 100,
  });
  return rows.map(({ kind, guidanceId, guidance, reason, changedAt, changedBy }) => ({
    ...{ kind: kind as PlanGuidanceKind, guidance: guidanceId as GuidanceId, number: guidance.number },
    ...{ reason, at: changedAt, by: changedBy as PersonId | null },
  }));
}

export async function insertPlanChange(
  tx: StoreHandle,
  plan: PlanId,
  { kind, guidance, reason, at, by }: Omit<PlanGuidanceChange, 'number'>,
): Promise<void> {
  await client(tx).planGuidanceChange.create({
    data: { id: newId(), planId: plan, guidanceId: guidance, kind, reason, changedAt: at, changedBy: by },
  });
}

export const guidanceHoldsPeople: HoldsPeople = {
  moves: [],
  clashes: [],
  stays: {
    'guidance.registeredBy': 'who did it then',
    'plan_guidance_change.changedBy': 'who did it then',
  },
  told: {
    recorded: ['guidance.registeredBy', 'plan_guidance_change.changedBy'],
  },
};
