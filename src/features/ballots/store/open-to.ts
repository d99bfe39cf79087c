/** Which rounds are open to a viewer, and what is left of one that they prepared when a case in it is closed to them. */
import { client } from '../../../database/client.ts';
import { foldName } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type Eyes, type Viewer, viewerAt, viewersIn, workspacesIn } from '../../access/types.ts';
import type { BallotRound } from '../types/round.ts';
import { closedItems } from './closed-items.ts';

interface Subject {
  readonly id: string;
  readonly committeeId: string;
  readonly question: string | null;
  readonly itemId: string | null;
  readonly createdBy: string | null;
  readonly candidates: readonly { readonly personId: string }[];
}

interface Open<Row> {
  readonly row: Row;
  readonly isPart: boolean;
}

/**
 * Closed are: a round with a candidate from whom the viewer is recused; one in which they stand themselves, unless they
 * were asked to vote in it; a question that names somebody whose case is closed to them, or on an agenda item that is
 * closed to them. Whoever prepared a round finds
 * the part of it that they saw when they did, as long as somebody is left in it.
 */
export async function openTo<Row extends Subject>(
  store: StoreHandle,
  eyes: Eyes,
  rows: readonly Row[],
): Promise<readonly Open<Row>[]> {
  if (viewersIn(eyes).every(({ isClockwork }) => isClockwork) || rows.length === 0) {
    return rows.map((row) => ({ row, isPart: false }));
  }
  const isOwn = (row: Row) =>
    row.candidates.some(({ personId }) => personId === viewerAt(eyes, row.committeeId).person);
  const own = rows.filter(isOwn);
  const asked =
    own.length === 0
      ? []
      : await client(store).ballotElector.findMany({
          where: {
            OR: own.map(({ id, committeeId }) => ({
              roundId: id,
              personId: viewerAt(eyes, committeeId).person ?? '',
              isRecused: false,
            })),
          },
          select: { roundId: true },
        });
  const isAsked = new Set(asked.map(({ roundId }) => roundId));
  const hasQuestion = rows.some(({ question }) => question !== null);
  const names = hasQuestion ? await namesHiddenFrom(store, eyes) : new Map<string, string>();
  const namesOf = (people: readonly string[]) => people.flatMap((person) => names.get(person) ?? []);
  const items = rows.flatMap(({ committeeId, question, itemId }) =>
    question !== null && itemId !== null ? [{ id: itemId, viewer: viewerAt(eyes, committeeId) }] : [],
  );
  const closed = await closedItems(store, items, ({ recusedFrom }) => namesOf(recusedFrom));
  return rows.flatMap((row): readonly Open<Row>[] => {
    const viewer = viewerAt(eyes, row.committeeId);
    const recusedFrom = new Set<string>(viewer.recusedFrom);
    const isRecused = row.candidates.some(({ personId }) => recusedFrom.has(personId));
    if (isRecused || (isOwn(row) && !isAsked.has(row.id))) {
      const isMaker = viewer.person !== null && row.createdBy === viewer.person;
      return isMaker && row.candidates.some((one) => !isHidden(viewer, one)) ? [{ row, isPart: true }] : [];
    }
    if (row.itemId !== null && closed.has(row.itemId)) return [];
    const text = row.question === null ? '' : foldName(row.question);
    return namesOf(viewer.hiddenNominees).some((name) => text.includes(name)) ? [] : [{ row, isPart: false }];
  });
}

function isHidden(viewer: Viewer, { personId }: { readonly personId: string }): boolean {
  return viewer.hiddenNominees.some((one) => one === personId);
}

/** Without the closed candidates and all that tells of them: numbers and outcomes of the others do. */
export function partOf(round: BallotRound, viewer: Viewer): BallotRound {
  const questions = round.questions
    .map((question) => {
      const candidates = question.candidates.filter(({ person }) => !isHidden(viewer, { personId: person }));
      return { ...question, candidates };
    })
    .filter(({ candidates }) => candidates.length > 0);
  return { ...round, questions, isPart: true, tallies: [], rulings: null, decisions: {} };
}

async function namesHiddenFrom(store: StoreHandle, eyes: Eyes): Promise<ReadonlyMap<string, string>> {
  const people = viewersIn(eyes).flatMap(({ hiddenNominees }) => hiddenNominees);
  if (people.length === 0) return new Map();
  const rows = await client(store).person.findMany({
    where: { id: { in: people }, workspaceId: { in: workspacesIn(eyes) } },
    select: { id: true, fullName: true },
  });
  return new Map(rows.map(({ id, fullName }) => [id, foldName(fullName)]));
}
