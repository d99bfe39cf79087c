/** Which rounds are open to a viewer, and what is left of one that they prepared when a case in it is closed to them. */
import { client } from '../../../database/client.ts';
import { foldName } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { BallotRound } from '../types/round.ts';
import { closedItems } from './closed-items.ts';

interface Subject {
  readonly id: string;
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
  viewer: Viewer,
  rows: readonly Row[],
): Promise<readonly Open<Row>[]> {
  if (viewer.isClockwork || rows.length === 0) return rows.map((row) => ({ row, isPart: false }));
  const isOwn = (row: Row) => row.candidates.some(({ personId }) => personId === viewer.person);
  const own = rows.filter(isOwn).map(({ id }) => id);
  const asked =
    own.length === 0
      ? []
      : await client(store).ballotElector.findMany({
          where: { roundId: { in: own }, personId: viewer.person ?? '', isRecused: false },
          select: { roundId: true },
        });
  const isAsked = new Set(asked.map(({ roundId }) => roundId));
  const hasQuestion = rows.some(({ question }) => question !== null);
  const hidden = hasQuestion ? await namesOf(store, viewer, viewer.hiddenNominees) : [];
  const recusedFrom = new Set<string>(viewer.recusedFrom);
  const items = rows.flatMap(({ question, itemId }) => (question !== null && itemId !== null ? [itemId] : []));
  const recusedNames = items.length > 0 ? await namesOf(store, viewer, viewer.recusedFrom) : [];
  const closed = await closedItems(store, viewer, items, recusedNames);
  return rows.flatMap((row): readonly Open<Row>[] => {
    const isRecused = row.candidates.some(({ personId }) => recusedFrom.has(personId));
    if (isRecused || (isOwn(row) && !isAsked.has(row.id))) {
      const isMaker = viewer.person !== null && row.createdBy === viewer.person;
      return isMaker && row.candidates.some((one) => !isHidden(viewer, one)) ? [{ row, isPart: true }] : [];
    }
    if (row.itemId !== null && closed.has(row.itemId)) return [];
    const text = row.question === null ? '' : foldName(row.question);
    return hidden.some((name) => text.includes(name)) ? [] : [{ row, isPart: false }];
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

async function namesOf(store: StoreHandle, viewer: Viewer, people: readonly PersonId[]): Promise<readonly string[]> {
  if (people.length === 0) return [];
  const rows = await client(store).person.findMany({
    where: { id: { in: [...people] }, workspaceId: viewer.workspace },
    select: { fullName: true },
  });
  return rows.map((row) => foldName(row.fullName));
}
