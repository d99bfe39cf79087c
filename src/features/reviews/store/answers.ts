/** Sent answers in versions. Lines on nominees whose case is closed to the viewer are left out. */
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import type { StoreHandle, Via, ViaKind } from '../../../kernel/act.ts';
import { newId, type PersonId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, seenThrough, type Viewer, viewersIn } from '../../access/types.ts';
import {
  type Answer,
  aspects,
  type CommentId,
  type Line,
  type ListEntryId,
  type ReviewAnswerId,
  type SentLine,
  type Stance,
} from '../types/nouns.ts';

/** Answers that stand. The viewer is the clockwork for counts, or whoever may read them: the caller has authorised. */
export async function standingAnswers(
  store: StoreHandle,
  viewer: Viewer,
  round: ReviewRoundId,
): Promise<readonly Answer[]> {
  return standingAnswersIn(store, viewer, [round]);
}

/** Of several rounds. */
export async function standingAnswersIn(
  store: StoreHandle,
  eyes: Eyes,
  rounds: readonly ReviewRoundId[],
): Promise<readonly Answer[]> {
  return readAnswers(store, eyes, { roundId: { in: [...rounds] }, supersededAt: null });
}

/** Every version of every answer, the oldest first: an earlier version of the synthesis is counted from them. */
export async function allAnswers(store: StoreHandle, viewer: Viewer, round: ReviewRoundId): Promise<readonly Answer[]> {
  return readAnswers(store, viewer, { roundId: round });
}

export async function standingAnswer(
  store: StoreHandle,
  viewer: Viewer,
  round: ReviewRoundId,
  person: PersonId,
): Promise<Answer | null> {
  const [answer] = await readAnswers(store, viewer, { roundId: round, personId: person, supersededAt: null });
  return answer ?? null;
}

/** Of one person in several rounds. */
export async function standingOfPerson(
  store: StoreHandle,
  eyes: Eyes,
  person: PersonId,
  rounds: readonly ReviewRoundId[],
): Promise<readonly Answer[]> {
  return readAnswers(store, eyes, { personId: person, roundId: { in: [...rounds] }, supersededAt: null });
}

export async function findAnswer(store: StoreHandle, viewer: Viewer, id: ReviewAnswerId): Promise<Answer | null> {
  const [answer] = await readAnswers(store, viewer, { id });
  return answer ?? null;
}

/**
 * One who answers, or is answered for, at a time: the seat is held until the transaction ends. False: this person was
 * not asked.
 */
export async function holdSeat(tx: StoreHandle, round: ReviewRoundId, person: PersonId): Promise<boolean> {
  const rows = await client(tx).$queryRaw<readonly unknown[]>`
    SELECT 1 FROM "review_participant" WHERE "roundId" = ${round}::uuid AND "personId" = ${person}::uuid FOR UPDATE`;
  return rows.length > 0;
}

/** Adds the next version and puts the one that stood aside. The seat is held by the caller. */
export async function putAnswer(
  tx: StoreHandle,
  answer: Omit<Answer, 'id' | 'version' | 'objectedAt' | 'asksAgain' | 'lines'> & { lines: readonly Line[] },
): Promise<{ id: ReviewAnswerId; version: number }> {
  const id = newId<ReviewAnswerId>();
  const { round, person, lines, via, ...head } = answer;
  const { _max } = await client(tx).reviewAnswer.aggregate({
    where: { roundId: round, personId: person },
    _max: { version: true },
  });
  const version = (_max.version ?? 0) + 1;
  const before = await client(tx).reviewAnswerLine.findMany({
    where: { answer: { roundId: round, personId: person, supersededAt: null } },
  });
  const earlier = before.map(toLine);
  await client(tx).reviewAnswer.updateMany({
    where: { roundId: round, personId: person, supersededAt: null },
    data: { supersededAt: head.sentAt },
  });
  await client(tx).reviewAnswer.create({
    data: { id, roundId: round, personId: person, version, ...head, ...viaColumns(via) },
  });
  await client(tx).reviewAnswerLine.createMany({
    data: lines.map((line) => ({
      answerId: id,
      entryId: line.entry,
      stance: line.stance,
      byList: line.byList,
      chairOnly: line.chairOnly,
      ...identityOf(line, earlier, head.sentAt),
      text: line.text,
      ...line.aspects,
    })),
  });
  return { id, version };
}

/** When each person first sent anything in this round, whatever became of it. */
export async function firstSentIn(store: StoreHandle, round: ReviewRoundId): Promise<ReadonlyMap<PersonId, Date>> {
  const rows = await client(store).reviewAnswer.groupBy({
    by: ['personId'],
    where: { roundId: round },
    _min: { sentAt: true },
  });
  return new Map(rows.flatMap(({ personId, _min }) => (_min.sentAt ? [[personId as PersonId, _min.sentAt]] : [])));
}

/** False: the person has objected before. */
export async function markObjection(tx: StoreHandle, id: ReviewAnswerId, at: Date): Promise<boolean> {
  const { count } = await client(tx).reviewAnswer.updateMany({
    where: { id, objectedAt: null },
    data: { objectedAt: at },
  });
  return count === 1;
}

export function viaColumns(via: Via | null) {
  return { viaKind: via?.kind ?? null, viaReference: via?.reference ?? null, viaDated: via?.dated ?? null };
}

export function viaOf(row: {
  viaKind: string | null;
  viaReference: string | null;
  viaDated: string | null;
}): Via | null {
  if (row.viaKind === null) return null;
  return { kind: row.viaKind as ViaKind, reference: row.viaReference, dated: row.viaDated };
}

async function readAnswers(
  store: StoreHandle,
  eyes: Eyes,
  where: Prisma.ReviewAnswerWhereInput,
): Promise<readonly Answer[]> {
  const rows = await client(store).reviewAnswer.findMany({
    where: { ...where, round: { committeeId: { in: committeesIn(eyes) } } },
    include: { lines: { orderBy: { entryId: 'asc' } } },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
  });
  const hidden = await hiddenEntries(
    store,
    eyes,
    rows.map((row) => row.roundId),
  );
  return rows.map((row) => ({
    id: row.id as ReviewAnswerId,
    round: row.roundId as ReviewRoundId,
    person: row.personId as PersonId,
    version: row.version,
    restAgrees: row.restAgrees,
    sentAt: row.sentAt,
    recordedBy: row.recordedBy as PersonId | null,
    via: viaOf(row),
    why: row.why,
    objectedAt: row.objectedAt,
    synthesisVersion: row.synthesisVersion,
    asksAgain: row.asksAgain,
    lines: row.lines.filter((line) => !hidden.has(line.entryId)).map(toLine),
  }));
}

/** Entries that the viewer must not see, on any list: a round may have gone on with another one. */
export async function hiddenEntries(
  store: StoreHandle,
  eyes: Eyes,
  rounds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (rounds.length === 0 || viewersIn(eyes).every(({ hiddenNominees }) => hiddenNominees.length === 0))
    return new Set();
  const rows = await client(store).nomineeListEntry.findMany({
    where: seenThrough(eyes, ({ committee, hiddenNominees }) => ({
      personId: { in: [...hiddenNominees] },
      list: { committeeId: committee },
    })),
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Said before in the same words, it is the same comment. */
function identityOf(line: Line, earlier: readonly SentLine[], at: Date) {
  const same = earlier.find((other) => saysTheSame(line, other));
  return { saidAt: same?.saidAt ?? at, commentId: same?.comment ?? newId<CommentId>() };
}

/** Agreeing with the list or with this nominee alone is the same. */
function saysTheSame(one: Line, other: Line): boolean {
  return (
    one.entry === other.entry &&
    one.stance === other.stance &&
    one.chairOnly === other.chairOnly &&
    one.text === other.text &&
    aspects.every((aspect) => one.aspects[aspect] === other.aspects[aspect])
  );
}

function toLine(row: {
  entryId: string;
  stance: string;
  byList: boolean;
  chairOnly: boolean;
  saidAt: Date;
  commentId: string;
  text: string | null;
  quality: string | null;
  capacity: string | null;
  prestige: string | null;
  prospects: string | null;
}): SentLine {
  const { byList, chairOnly, saidAt, text, quality, capacity, prestige, prospects } = row;
  return {
    entry: row.entryId as ListEntryId,
    stance: row.stance as Stance,
    byList,
    chairOnly,
    saidAt,
    comment: row.commentId as CommentId,
    text,
    aspects: { quality, capacity, prestige, prospects },
  };
}
