/** Who was told of a result. A nominee whose case is closed to the viewer is left out. */
import { client } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { StoreHandle, ViaKind } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { newId, type PersonId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import type { SeatId, SubmissionId } from '../submissions/types.ts';
import type { Notice, NoticeId } from './types.ts';

export async function noticesOf(
  store: StoreHandle,
  viewer: Viewer,
  submission: SubmissionId,
): Promise<readonly Notice[]> {
  const rows = await client(store).resultNotice.findMany({
    where: {
      submissionId: submission,
      OR: [{ personId: null }, { personId: { notIn: [...viewer.hiddenNominees] } }],
    },
  });
  return rows.map(toNotice);
}

/** One's own: nobody else's is found. */
export async function ownNotice(store: StoreHandle, person: PersonId, id: string): Promise<Notice | null> {
  const row = await client(store).resultNotice.findFirst({ where: { id, personId: person } });
  return row ? toNotice(row) : null;
}

/** Those that are new: of two who tell at once one does. */
export async function insertNotices(
  tx: StoreHandle,
  notices: readonly Notice[],
  by: { readonly at: Date; readonly person: PersonId | null },
): Promise<readonly Notice[]> {
  if (notices.length === 0) return [];
  const kept = await client(tx).resultNotice.createManyAndReturn({
    data: notices.map(({ id, submission, seat, person, via, toldOn, held }) => ({
      ...{ id, submissionId: submission, seatId: seat, personId: person, via, toldOn },
      ...{ recordedAt: by.at, recordedBy: by.person, batchId: held?.batch ?? null, heldUntil: held?.until ?? null },
    })),
    skipDuplicates: true,
  });
  const ids = new Set(kept.map((row) => row.id));
  return notices.filter(({ id }) => ids.has(id));
}

export async function deleteBatch(tx: StoreHandle, submission: SubmissionId, batch: string): Promise<number> {
  const { count } = await client(tx).resultNotice.deleteMany({ where: { submissionId: submission, batchId: batch } });
  return count;
}

export function newNoticeId(): NoticeId {
  return newId<NoticeId>();
}

type Row = Prisma.ResultNoticeGetPayload<object>;

function toNotice({ id, submissionId, seatId, personId, via, toldOn, batchId, heldUntil }: Row): Notice {
  return {
    ...{ id: id as NoticeId, submission: submissionId as SubmissionId, seat: seatId as SeatId | null },
    ...{ person: personId as PersonId | null, via: via as ViaKind, toldOn },
    held: batchId && heldUntil ? { batch: batchId, until: heldUntil } : null,
  };
}

export const noticesHoldPeople: HoldsPeople = {
  moves: [{ table: 'result_notice', column: 'personId' }],
  clashes: [],
  stays: { 'result_notice.recordedBy': 'who did it then' },
  told: { recorded: ['result_notice.recordedBy'], case: ['result_notice.personId'] },
};
