/** What the own unit of somebody from elsewhere was asked and answered. The caller has the nomination through a viewer. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type NominationId, newId, type PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { InquiryId, OwnUnitAnswer, OwnUnitInquiry } from '../types.ts';

export interface KeptInquiry extends OwnUnitInquiry {
  readonly id: InquiryId;
  readonly nomination: NominationId;
}

/** What stands; null: the unit was not asked, or what was asked has been replaced. */
export async function inquiryOf(
  store: StoreHandle,
  which: NominationId | { readonly id: InquiryId },
): Promise<KeptInquiry | null> {
  const where = typeof which === 'string' ? { nominationId: which } : which;
  const row = await client(store).ownUnitInquiry.findFirst({ where: { ...where, supersededAt: null } });
  if (!row) return null;
  const { unit, askedOn, letter, answeredOn, reference, note } = row;
  return {
    ...{ id: row.id as InquiryId, nomination: row.nominationId as NominationId },
    ...{ unit, askedOn, letter, answeredOn, reference, note },
    answer: row.answer as OwnUnitAnswer | null,
    recordedBy: row.recordedBy as PersonId | null,
  };
}

/** Everything that a unit was ever asked about this person, what was replaced since too. None for a closed case. */
export async function inquiriesAbout(
  store: StoreHandle,
  viewer: Viewer,
  nominee: PersonId,
): Promise<readonly { readonly id: InquiryId; readonly unit: string; readonly replacedAt: Date | null }[]> {
  if (viewer.hiddenNominees.includes(nominee)) return [];
  const rows = await client(store).ownUnitInquiry.findMany({
    where: { nomination: { personId: nominee, plan: { committeeId: viewer.committee } } },
    orderBy: { recordedAt: 'asc' },
  });
  return rows.map(({ id, unit, supersededAt }) => ({ id: id as InquiryId, unit, replacedAt: supersededAt }));
}

/** What was recorded before stays, marked. The nomination is held. */
export async function keepInquiry(
  tx: StoreHandle,
  nomination: NominationId,
  inquiry: OwnUnitInquiry,
  at: Date,
): Promise<void> {
  await client(tx).ownUnitInquiry.updateMany({
    where: { nominationId: nomination, supersededAt: null },
    data: { supersededAt: at },
  });
  await client(tx).ownUnitInquiry.create({
    data: { id: newId(), nominationId: nomination, ...inquiry, recordedAt: at },
  });
}
