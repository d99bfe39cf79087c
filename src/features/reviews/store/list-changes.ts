/** Changes of the list under a round: kept as rows, with the answers that were carried over and, after an undo, back. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type Id, type NomineeListId, newId, type PersonId, type ReviewRoundId } from '../../../kernel/ids.ts';
import type { Answer, ListChange, ListChangeId, ListEntryId, SentLine } from '../types/nouns.ts';
import { viaColumns } from './answers.ts';

export async function insertListChange(
  tx: StoreHandle,
  change: { round: ReviewRoundId; from: NomineeListId; to: NomineeListId; why: string; at: Date; by: PersonId | null },
): Promise<ListChangeId> {
  const id = newId<ListChangeId>();
  const { round, from, to, why, at, by } = change;
  await client(tx).reviewListChange.create({
    data: {
      id,
      roundId: round,
      fromListId: from,
      toListId: to,
      state: 'prepared',
      why,
      preparedAt: at,
      preparedBy: by,
    },
  });
  return id;
}

/** Which round it is about, before there is a viewer. */
export async function findListChange(store: StoreHandle, id: ListChangeId): Promise<ListChange | null> {
  const row = await client(store).reviewListChange.findUnique({ where: { id } });
  if (!row) return null;
  return {
    id: row.id as ListChangeId,
    round: row.roundId as ReviewRoundId,
    from: row.fromListId as NomineeListId,
    to: row.toListId as NomineeListId,
    state: row.state as ListChange['state'],
    why: row.why,
    appliedAt: row.appliedAt,
    batch: row.batchId,
    heldUntil: row.heldUntil,
  };
}

/** The round is held by the caller. */
export async function putOnList(
  tx: StoreHandle,
  round: ReviewRoundId,
  list: NomineeListId,
  pausedUntil: Date | null,
): Promise<void> {
  await client(tx).reviewRound.update({ where: { id: round }, data: { listId: list, pausedUntil } });
}

export async function markApplied(
  tx: StoreHandle,
  id: ListChangeId,
  given: { at: Date; batch: Id<'batch'>; heldUntil: Date },
): Promise<void> {
  const { at, batch, heldUntil } = given;
  await client(tx).reviewListChange.update({
    where: { id },
    data: { state: 'applied', appliedAt: at, batchId: batch, heldUntil },
  });
}

export async function markUndone(tx: StoreHandle, id: ListChangeId): Promise<void> {
  await client(tx).reviewListChange.update({ where: { id }, data: { state: 'undone' } });
}

/** Answers of the round as they stood before the change, with all their lines. */
export async function supersededAt(store: StoreHandle, round: ReviewRoundId, at: Date): Promise<readonly string[]> {
  const rows = await client(store).reviewAnswer.findMany({
    where: { roundId: round, supersededAt: at },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export interface Carried {
  readonly answer: Answer;
  readonly version: number;
  readonly lines: readonly SentLine[];
  readonly asksAgain: boolean;
}

/** All standing answers of the round are put aside; these take their place. Four statements for any number of people. */
export async function replaceAnswers(
  tx: StoreHandle,
  round: ReviewRoundId,
  carried: readonly Carried[],
  at: Date,
): Promise<void> {
  await client(tx).reviewAnswer.updateMany({
    where: { roundId: round, supersededAt: null },
    data: { supersededAt: at },
  });
  const rows = carried.map((one) => ({ ...one, id: newId() }));
  await client(tx).reviewAnswer.createMany({
    data: rows.map(({ id, answer, version, asksAgain }) => ({
      id,
      roundId: round,
      personId: answer.person,
      version,
      restAgrees: answer.restAgrees,
      sentAt: answer.sentAt,
      recordedBy: answer.recordedBy,
      why: answer.why,
      objectedAt: answer.objectedAt,
      synthesisVersion: answer.synthesisVersion,
      asksAgain,
      ...viaColumns(answer.via),
    })),
  });
  await client(tx).reviewAnswerLine.createMany({
    data: rows.flatMap(({ id, lines }) =>
      lines.map((line) => ({
        answerId: id,
        entryId: line.entry,
        stance: line.stance,
        byList: line.byList,
        chairOnly: line.chairOnly,
        saidAt: line.saidAt,
        commentId: line.comment,
        text: line.text,
        ...line.aspects,
      })),
    ),
  });
}

/** What somebody has typed and not sent goes with the nominee, also where the nomination was corrected. */
export async function moveDrafts(
  tx: StoreHandle,
  round: ReviewRoundId,
  moves: readonly { readonly from: ListEntryId; readonly to: ListEntryId }[],
): Promise<void> {
  if (moves.length === 0) return;
  await client(tx).$executeRaw`
    UPDATE "review_draft_line" d SET "entryId" = m."to"
    FROM unnest(${moves.map(({ from }) => from)}::uuid[], ${moves.map(({ to }) => to)}::uuid[]) AS m("from", "to")
    WHERE d."roundId" = ${round}::uuid AND d."entryId" = m."from"`;
}
