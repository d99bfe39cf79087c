/** Cases that were handed over to a deputy: who leads them, and whether they have said so. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type CommitteeId, newId, type PersonId } from '../../../kernel/ids.ts';
import { type Eyes, seenThrough } from '../../access/types.ts';
import type { LeadId, LeadRow } from '../types/conflicts.ts';

export async function insertLead(
  tx: StoreHandle,
  lead: Pick<LeadRow, 'committee' | 'nominee' | 'leader'>,
  at: Date,
): Promise<LeadId> {
  const id = newId<LeadId>();
  const { committee: committeeId, nominee: nomineeId, leader: leaderId } = lead;
  await client(tx).reviewLead.create({ data: { id, committeeId, nomineeId, leaderId, handedAt: at } });
  return id;
}

/** Whoever led it in place of the chair leads it no more. Answers with what ended. */
export async function endLeads(
  tx: StoreHandle,
  { committee, nominee }: Pick<LeadRow, 'committee' | 'nominee'>,
  at: Date,
): Promise<readonly LeadId[]> {
  const where = { committeeId: committee, nomineeId: nominee, endedAt: null };
  const rows = await client(tx).reviewLead.findMany({ where, select: { id: true } });
  await client(tx).reviewLead.updateMany({ where, data: { endedAt: at } });
  return rows.map(({ id }) => id as LeadId);
}

/** Which committee it belongs to, before there is a viewer. */
export async function committeesOfLeads(store: StoreHandle, ids: readonly LeadId[]): Promise<readonly CommitteeId[]> {
  const rows = await client(store).reviewLead.findMany({
    where: { id: { in: [...ids] } },
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map((row) => row.committeeId as CommitteeId);
}

/** Those that stand, of cases open to the viewer. */
export async function standingLeads(
  store: StoreHandle,
  eyes: Eyes,
  which: { readonly ids?: readonly LeadId[]; readonly leader?: PersonId } = {},
): Promise<readonly LeadRow[]> {
  const rows = await client(store).reviewLead.findMany({
    where: {
      endedAt: null,
      ...seenThrough(eyes, ({ committee, hiddenNominees }) => ({
        committeeId: committee,
        nomineeId: { notIn: [...hiddenNominees] },
      })),
      ...(which.ids ? { id: { in: [...which.ids] } } : {}),
      ...(which.leader ? { leaderId: which.leader } : {}),
    },
    orderBy: [{ handedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id as LeadId,
    committee: row.committeeId as CommitteeId,
    nominee: row.nomineeId as PersonId,
    leader: row.leaderId as PersonId,
    takenAt: row.takenAt,
  }));
}

/** False: somebody was faster, or they lead it no more. */
export async function markTaken(
  tx: StoreHandle,
  id: LeadId,
  given: { readonly at: Date; readonly recordedBy: PersonId | null },
): Promise<boolean> {
  const { count } = await client(tx).reviewLead.updateMany({
    where: { id, endedAt: null, takenAt: null },
    data: { takenAt: given.at, recordedBy: given.recordedBy },
  });
  return count === 1;
}
