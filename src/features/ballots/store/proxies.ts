/** Who votes for whom. One that was ended is kept: it was given, and how it ended. */
import { client } from '../../../database/client.ts';
import type { StoreHandle, Via, ViaKind } from '../../../kernel/act.ts';
import { newId, type PersonId } from '../../../kernel/ids.ts';
import { committeesIn, type Eyes } from '../../access/types.ts';
import type { BallotProxy, BallotProxyId, ProxyEnd } from '../types/proxy.ts';
import type { BallotRoundId } from '../types/round.ts';

interface Row {
  readonly id: BallotProxyId;
  readonly roundId: BallotRoundId;
  readonly personId: PersonId;
  readonly personName: string;
  readonly holderId: PersonId;
  readonly holderName: string;
  readonly givenAt: Date;
  readonly recordedBy: PersonId | null;
  readonly viaKind: ViaKind | null;
  readonly viaReference: string | null;
  readonly hasVoted: boolean;
}

/** Before there is a viewer: a button knows the proxy, not its round. Null: it has ended. */
export async function roundOfProxy(store: StoreHandle, id: BallotProxyId): Promise<BallotRoundId | null> {
  const row = await client(store).ballotProxy.findFirst({ where: { id, endedAt: null }, select: { roundId: true } });
  return (row?.roundId as BallotRoundId | undefined) ?? null;
}

/**
 * Those that stand, in the order in which they were given; once the round is open only of those who vote in it. The caller
 * has let the viewer into the rounds.
 */
export async function standingProxies(
  store: StoreHandle,
  eyes: Eyes,
  rounds: readonly BallotRoundId[],
): Promise<readonly BallotProxy[]> {
  if (rounds.length === 0) return [];
  const rows = await client(store).$queryRaw<readonly Row[]>`
    SELECT p."id", p."roundId", p."personId", who."fullName" AS "personName", p."holderId",
      holder."fullName" AS "holderName", p."givenAt", p."recordedBy", p."viaKind", p."viaReference",
      EXISTS (SELECT 1 FROM "ballot_paper" b WHERE b."roundId" = p."roundId" AND b."personId" = p."personId"
        AND b."supersededAt" IS NULL) AS "hasVoted"
    FROM "ballot_proxy" p
      JOIN "ballot_round" r ON r."id" = p."roundId"
      JOIN "person" who ON who."id" = p."personId"
      JOIN "person" holder ON holder."id" = p."holderId"
    WHERE p."roundId" = ANY(${[...rounds]}::uuid[]) AND r."committeeId" = ANY(${committeesIn(eyes)}::uuid[])
      AND p."endedAt" IS NULL AND p."personId" <> p."holderId"
      AND (r."state" IN ('prepared', 'scheduled') OR EXISTS (SELECT 1 FROM "ballot_elector" e
        WHERE e."roundId" = p."roundId" AND e."personId" = p."personId" AND NOT e."isRecused"))
    ORDER BY p."givenAt", who."fullName", p."id"`;
  return rows.map((row) => ({
    ...{ id: row.id, round: row.roundId, givenAt: row.givenAt, recordedBy: row.recordedBy, hasVoted: row.hasVoted },
    principal: { person: row.personId, fullName: row.personName },
    holder: { person: row.holderId, fullName: row.holderName },
    via: row.viaKind ? { kind: row.viaKind, reference: row.viaReference, dated: null } : null,
  }));
}

/** The round is held. An earlier one of the same person is replaced. */
export async function putProxy(
  tx: StoreHandle,
  proxy: {
    readonly round: BallotRoundId;
    readonly principal: PersonId;
    readonly holder: PersonId;
    readonly recordedBy: PersonId | null;
    readonly via: Via | null;
  },
  now: Date,
): Promise<BallotProxyId> {
  const { round, principal, holder, recordedBy, via } = proxy;
  const id = newId<BallotProxyId>();
  await endProxyOf(tx, { round, principal }, { at: now, how: 'replaced' });
  await client(tx).ballotProxy.create({
    data: {
      ...{ id, roundId: round, personId: principal, holderId: holder, givenAt: now, recordedBy },
      ...{ viaKind: via?.kind ?? null, viaReference: via?.reference ?? null },
    },
    select: { id: true },
  });
  return id;
}

/** False: there was none. */
export async function endProxyOf(
  tx: StoreHandle,
  of: { readonly round: BallotRoundId; readonly principal: PersonId },
  end: { readonly at: Date; readonly how: ProxyEnd },
): Promise<boolean> {
  const { count } = await client(tx).ballotProxy.updateMany({
    where: { roundId: of.round, personId: of.principal, endedAt: null },
    data: { endedAt: end.at, endedHow: end.how },
  });
  return count > 0;
}
