/** What was answered to comments (tiếp thu, giải trình): in versions, none overwritten. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { newId, type PersonId, type ReviewRoundId } from '../../../kernel/ids.ts';
import type { CommentId, ListEntryId, Response, ResponseKind } from '../types/nouns.ts';

/**
 * The newest answer to each of these comments. Takes no viewer: whoever reads the comment reads its answer, and the ids
 * come from comments that were read through one.
 */
export async function responsesTo(
  store: StoreHandle,
  comments: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, Response>> {
  if (comments.length === 0) return new Map();
  const rows = await client(store).reviewResponse.findMany({
    where: { commentId: { in: [...comments] } },
    orderBy: { version: 'asc' },
  });
  const people = await client(store).person.findMany({
    where: { id: { in: [...new Set(rows.map(({ respondedBy }) => respondedBy))] } },
    select: { id: true, fullName: true },
  });
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return new Map(
    rows.map((row) => [
      row.commentId as CommentId,
      {
        kind: row.kind as ResponseKind,
        text: row.text,
        by: names.get(row.respondedBy) ?? '',
        at: row.respondedAt,
        version: row.version,
      },
    ]),
  );
}

/** False: somebody else was faster with this version. */
export async function insertResponse(
  tx: StoreHandle,
  response: {
    round: ReviewRoundId;
    entry: ListEntryId;
    comment: CommentId;
    version: number;
    kind: ResponseKind;
    text: string;
    by: PersonId;
    at: Date;
  },
): Promise<boolean> {
  const { round, entry, comment, version, kind, text, by, at } = response;
  const { count } = await client(tx).reviewResponse.createMany({
    data: [
      {
        id: newId(),
        roundId: round,
        entryId: entry,
        commentId: comment,
        version,
        kind,
        text,
        respondedBy: by,
        respondedAt: at,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}
