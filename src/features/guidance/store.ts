/** Guidance that committees registered. Rows are only added and ended, never changed. */
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { newId, type PersonId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import { type Guidance, type GuidanceForm, type GuidanceId, OwnValues } from './types.ts';

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
  return rows.map(({ id, number, issuedOn, issuer, subject, reason, values, registeredAt, endedAt, endReason }) => ({
    id: id as GuidanceId,
    ...{ number, issuedOn, issuer, subject, reason, registeredAt, endedAt, endReason },
    values: OwnValues.parse(values),
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

export const guidanceHoldsPeople: HoldsPeople = {
  moves: [],
  clashes: [],
  stays: { 'guidance.registeredBy': 'who did it then' },
  told: {
    recorded: ['guidance.registeredBy'],
  },
};
