/** Answers that were not sent yet. Only their author reads them, so every read takes the seat that the author sits in. */
import { client } from '../../../database/client.ts';
import type { StoreHandle, Via } from '../../../kernel/act.ts';
import type { PersonId, ReviewRoundId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { Draft, DraftLine, ListEntryId, Seat, Stance } from '../types/nouns.ts';
import { hiddenEntries, viaColumns, viaOf } from './answers.ts';

export async function findDraft(store: StoreHandle, viewer: Viewer, seat: Seat): Promise<Draft | null> {
  const row = await client(store).reviewDraft.findUnique({
    where: { roundId_personId_authorId: keyOf(seat) },
    include: { lines: { orderBy: { entryId: 'asc' } } },
  });
  if (!row) return null;
  const hidden = await hiddenEntries(store, viewer, [seat.round]);
  const seen = row.lines.filter((line) => !hidden.has(line.entryId));
  // Begun about a closed case only: for the author there is no draft any more.
  if (row.lines.length > 0 && seen.length === 0 && !row.restAgrees && row.viaKind === null) return null;
  return {
    restAgrees: row.restAgrees,
    via: viaOf(row),
    why: row.why,
    changedAt: row.changedAt,
    lines: seen.map(toDraftLine),
  };
}

/** How far the reviewers' own drafts are: which nominees are chosen, never a stance or a text. */
export async function draftStates(
  store: StoreHandle,
  rounds: readonly ReviewRoundId[],
  person?: PersonId,
): Promise<ReadonlyMap<string, Pick<Draft, 'restAgrees' | 'lines'>>> {
  const rows = await client(store).reviewDraft.findMany({
    where: { roundId: { in: [...rounds] }, ...(person && { personId: person }) },
    select: { roundId: true, personId: true, authorId: true, restAgrees: true, lines: { select: pickedOnly } },
  });
  const own = rows.filter((row) => row.authorId === row.personId);
  return new Map(
    own.map((row) => [
      draftKey(row.roundId as ReviewRoundId, row.personId as PersonId),
      { restAgrees: row.restAgrees, lines: row.lines.map(emptyLine) },
    ]),
  );
}

export function draftKey(round: ReviewRoundId, person: PersonId): string {
  return `${round}/${person}`;
}

/** Keeps the choice. Lines of nominees taken out of it keep what was typed; `start` fills the new ones. */
export async function putChoice(
  tx: StoreHandle,
  seat: Seat,
  choice: { picked: readonly ListEntryId[]; restAgrees: boolean; via: Via | null; why: string | null; at: Date },
  start: readonly Omit<DraftLine, 'isPicked' | 'version'>[],
): Promise<void> {
  const key = keyOf(seat);
  const { picked, restAgrees, via, why, at } = choice;
  const head = { restAgrees, why, changedAt: at, ...viaColumns(via) };
  await client(tx).reviewDraft.upsert({
    where: { roundId_personId_authorId: key },
    create: { ...key, ...head },
    update: head,
  });
  await client(tx).reviewDraftLine.createMany({
    data: picked.map((entry) => {
      const line = start.find((candidate) => candidate.entry === entry);
      const words = line ? { stance: line.stance, chairOnly: line.chairOnly, text: line.text, ...line.aspects } : {};
      return { ...key, entryId: entry, isPicked: true, ...words };
    }),
    skipDuplicates: true,
  });
  await client(tx).reviewDraftLine.updateMany({
    where: { ...key, entryId: { notIn: [...picked] } },
    data: { isPicked: false },
  });
  await client(tx).reviewDraftLine.updateMany({
    where: { ...key, entryId: { in: [...picked] } },
    data: { isPicked: true },
  });
}

/** False: the line is not what the author saw; another window of theirs was faster. */
export async function putLine(
  tx: StoreHandle,
  seat: Seat,
  line: Omit<DraftLine, 'isPicked'>,
  at: Date,
): Promise<boolean> {
  const { entry, stance, chairOnly, text, aspects, version } = line;
  const { count } = await client(tx).reviewDraftLine.updateMany({
    where: { ...keyOf(seat), entryId: entry, version },
    data: { stance, chairOnly, text, ...aspects, isPicked: true, version: { increment: 1 } },
  });
  if (count === 0) return false;
  await client(tx).reviewDraft.update({ where: { roundId_personId_authorId: keyOf(seat) }, data: { changedAt: at } });
  return true;
}

/** It has become the answer. */
export async function dropDraft(tx: StoreHandle, seat: Seat): Promise<void> {
  await client(tx).reviewDraftLine.deleteMany({ where: keyOf(seat) });
  await client(tx).reviewDraft.deleteMany({ where: keyOf(seat) });
}

const pickedOnly = { entryId: true, isPicked: true } as const;

function emptyLine(row: { entryId: string; isPicked: boolean }): DraftLine {
  return toDraftLine({
    ...row,
    stance: null,
    chairOnly: false,
    text: null,
    quality: null,
    capacity: null,
    prestige: null,
    prospects: null,
    version: 0,
  });
}

function keyOf({ round, person, author }: Seat) {
  return { roundId: round, personId: person, authorId: author };
}

function toDraftLine(row: {
  entryId: string;
  isPicked: boolean;
  stance: string | null;
  chairOnly: boolean;
  text: string | null;
  quality: string | null;
  capacity: string | null;
  prestige: string | null;
  prospects: string | null;
  version: number;
}): DraftLine {
  const { isPicked, chairOnly, text, quality, capacity, prestige, prospects, version } = row;
  return {
    entry: row.entryId as ListEntryId,
    isPicked,
    stance: row.stance as Stance | null,
    chairOnly,
    text,
    aspects: { quality, capacity, prestige, prospects },
    version,
  };
}
