/** What is particular to anonymous rounds: their kind, and the lines that were on their papers. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import {
  type Id,
  newId,
  type PersonId,
  type PlanId,
  type ReviewRoundId,
  type WorkspaceId,
} from '../../../kernel/ids.ts';
import type { Role, Viewer } from '../../access/types.ts';
import type { AnonymousLine, PaperShares } from '../types/anonymous.ts';
import type { ListEntryId, Stance } from '../types/nouns.ts';
import { hiddenEntries } from './answers.ts';

/** Before anybody is asked. */
export async function makeAnonymous(tx: StoreHandle, id: ReviewRoundId): Promise<void> {
  await client(tx).reviewRound.updateMany({ where: { id, state: 'prepared' }, data: { kind: 'anonymous' } });
}

/** Those whose keys may be being taken. */
export async function preparedAnonymous(store: StoreHandle, plan: PlanId): Promise<readonly ReviewRoundId[]> {
  const rows = await client(store).reviewRound.findMany({
    where: { planId: plan, state: 'prepared', kind: 'anonymous' },
    select: { id: true },
  });
  return rows.map(({ id }) => id as ReviewRoundId);
}

/** Those on whose list this person stands. None for a case that is closed to the viewer. */
export async function anonymousRoundsOn(
  store: StoreHandle,
  viewer: Viewer,
  nominee: PersonId,
): Promise<readonly ReviewRoundId[]> {
  if (viewer.hiddenNominees.includes(nominee)) return [];
  const rows = await client(store).reviewRound.findMany({
    where: {
      ...{ committeeId: viewer.committee, kind: 'anonymous', state: { not: 'cancelled' } },
      list: { entries: { some: { personId: nominee } } },
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id as ReviewRoundId);
}

/** Those of these rounds that are open and anonymous. */
export async function anonymousAmong(store: StoreHandle, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await client(store).reviewRound.findMany({
    where: { id: { in: [...ids] }, state: 'open', kind: 'anonymous' },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** All rounds that are open and anonymous, with their workspaces: for the clockwork. */
export async function openAnonymousRounds(
  store: StoreHandle,
): Promise<readonly { readonly id: ReviewRoundId; readonly workspace: WorkspaceId }[]> {
  return client(store).$queryRaw`
    SELECT r."id", c."workspaceId" AS "workspace" FROM "review_round" r JOIN "committee" c ON c."id" = r."committeeId"
    WHERE r."state" = 'open' AND r."kind" = 'anonymous'`;
}

/** Ids are random and rows are written in their order: neither ids nor places in the file keep lines of a paper together. */
export async function insertLines(
  tx: StoreHandle,
  round: ReviewRoundId,
  lines: readonly AnonymousLine[],
): Promise<void> {
  const rows = lines.map(({ entry, stance, text, aspects }) => ({
    id: newId<Id<'anonymous-line'>>(),
    roundId: round,
    entryId: entry,
    stance,
    text,
    ...aspects,
  }));
  await client(tx).reviewAnonymousLine.createMany({ data: rows.sort((a, b) => (a.id < b.id ? -1 : 1)) });
}

/** In random order, the same at every look. Lines on nominees whose case is closed to the viewer are left out. */
export async function linesOf(
  store: StoreHandle,
  viewer: Viewer,
  round: ReviewRoundId,
): Promise<readonly AnonymousLine[]> {
  const rows = await client(store).reviewAnonymousLine.findMany({ where: { roundId: round }, orderBy: { id: 'asc' } });
  const hidden = await hiddenEntries(store, viewer, [round]);
  return rows
    .filter(({ entryId }) => !hidden.has(entryId))
    .map(({ entryId, stance, text, quality, capacity, prestige, prospects }) => ({
      entry: entryId as ListEntryId,
      stance: stance as Stance,
      text,
      aspects: { quality, capacity, prestige, prospects },
    }));
}

/** Once, when the papers are opened. */
export async function insertShares(tx: StoreHandle, round: ReviewRoundId, shares: PaperShares): Promise<void> {
  await client(tx).reviewAnonymousShare.createMany({
    data: [
      ...[...shares.roles].map(([role, papers]) => ({ roundId: round, part: `role:${role}`, papers })),
      ...[...shares.ownUnit].map(([entry, papers]) => ({ roundId: round, part: `unit:${entry}`, papers })),
    ],
  });
}

export async function sharesOf(store: StoreHandle, round: ReviewRoundId): Promise<PaperShares> {
  const rows = await client(store).reviewAnonymousShare.findMany({
    where: { roundId: round },
    orderBy: { part: 'asc' },
  });
  const those = <Key>(kind: string) =>
    new Map(
      rows
        .filter(({ part }) => part.startsWith(kind))
        .map(({ part, papers }) => [part.slice(kind.length) as Key, papers] as const),
    );
  return { roles: those<Role>('role:'), ownUnit: those<ListEntryId>('unit:') };
}
