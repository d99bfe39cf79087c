/** Who was shown a name outside the committee: parcels with it that left. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { asId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { SubmissionId } from '../types.ts';

export interface ParcelOut {
  readonly id: SubmissionId;
  readonly committee: CommitteeId;
  readonly number: number;
  readonly authority: string;
  readonly answerer: PersonId | null;
  /** When its minute of undo was over. */
  readonly outAt: Date;
  readonly isWithdrawn: boolean;
  readonly settledAt: Date | null;
}

/**
 * The committee's own with a seat of this person, and those of units above that pass such a seat on. None for a case that
 * is closed to the viewer.
 */
export async function parcelsOut(store: StoreHandle, viewer: Viewer, nominee: PersonId): Promise<readonly ParcelOut[]> {
  if (viewer.hiddenNominees.includes(nominee)) return [];
  const seats = await client(store).submissionSeat.findMany({
    where: {
      submission: { committeeId: viewer.committee },
      OR: [{ personId: nominee }, { namesakeIds: { has: nominee } }],
    },
    select: { id: true, submissionId: true },
  });
  const above = { origins: { some: { originSeatId: { in: seats.map(({ id }) => id) } } } };
  const rows = await client(store).submission.findMany({
    where: { sentAt: { not: null }, OR: [{ id: { in: seats.map(({ submissionId }) => submissionId) } }, above] },
    orderBy: [{ sentAt: 'asc' }, { number: 'asc' }],
  });
  return rows.flatMap(({ id, committeeId, number, authority, answererId, sentAt, heldUntil, state, ...row }) =>
    sentAt === null
      ? []
      : [
          {
            ...{ id: asId(id), committee: asId(committeeId), number, authority, outAt: heldUntil ?? sentAt },
            ...{ answerer: answererId as PersonId | null, isWithdrawn: state === 'withdrawn' },
            settledAt: row.settledAt,
          },
        ],
  );
}
