/** What the own unit of somebody from elsewhere was asked and answered. The caller has the nomination through a viewer. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type NominationId, newId, type PersonId } from '../../../kernel/ids.ts';
import type { OwnUnitAnswer, OwnUnitInquiry } from '../types.ts';

/** What stands; null: the unit was not asked. */
export async function inquiryOf(store: StoreHandle, nomination: NominationId): Promise<OwnUnitInquiry | null> {
  const row = await client(store).ownUnitInquiry.findFirst({ where: { nominationId: nomination, supersededAt: null } });
  if (!row) return null;
  const { unit, askedOn, letter, answeredOn, reference, note } = row;
  return {
    ...{ unit, askedOn, letter, answeredOn, reference, note },
    answer: row.answer as OwnUnitAnswer | null,
    recordedBy: row.recordedBy as PersonId | null,
  };
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
