/**
 * Nominations and their corrections. A viewer sees no nomination of a person whose case is closed to them; suggestions
 * that wait for screening are seen by those who screen and by who made them.
 */

import { client } from '../../../database/client.ts';
import type { StoreHandle, Via, ViaKind } from '../../../kernel/act.ts';
import {
  type CommitteeId,
  type NominationId,
  newId,
  type PersonId,
  type PlanId,
  type PositionId,
  type WorkspaceId,
} from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, seenThrough, type Viewer, viewersIn } from '../../access/types.ts';
import {
  type Consent,
  type ConsentState,
  type Nomination,
  type NominationSource,
  type NominationState,
  notAsked,
  screeningRoles,
} from '../types.ts';

const withParts = {
  position: { select: { title: true, rank: true, level: true } },
  consents: { where: { supersededAt: null } },
  _count: { select: { endorsements: { where: { takenBackAt: null } } } },
} as const;

export interface Which {
  readonly plans?: readonly PlanId[];
  readonly person?: PersonId;
  readonly ids?: readonly NominationId[];
  readonly states: readonly NominationState[];
}

export async function listNominations(store: StoreHandle, eyes: Eyes, which: Which): Promise<readonly Nomination[]> {
  const rows = await client(store).nomination.findMany({
    where: {
      ...seenThrough(eyes, seenBy),
      state: { in: [...which.states] },
      ...(which.plans && { planId: { in: [...which.plans] } }),
      ...(which.ids && { id: { in: [...which.ids] } }),
      ...(which.person && { personId: which.person }),
    },
    include: withParts,
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toNomination);
}

/** Those of these plans on whose list somebody stands whom the viewer of its committee may see, in one statement. */
export async function plansWithListed(
  store: StoreHandle,
  viewers: readonly Viewer[],
  plans: readonly PlanId[],
): Promise<ReadonlySet<PlanId>> {
  if (viewers.length === 0 || plans.length === 0) return new Set();
  const rows = await client(store).nomination.groupBy({
    by: ['planId'],
    where: { state: 'listed', planId: { in: [...plans] }, ...seenThrough(viewers, seenBy) },
  });
  return new Set(rows.map(({ planId }) => planId as PlanId));
}

export async function findNomination(store: StoreHandle, viewer: Viewer, id: NominationId): Promise<Nomination | null> {
  const row = await client(store).nomination.findFirst({ where: { id, ...seenBy(viewer) }, include: withParts });
  return row ? toNomination(row) : null;
}

/** The viewer's own nominations, whatever is closed to them of the deliberation; what they may be told is the caller's to decide. */
export async function listOwn(store: StoreHandle, eyes: Eyes): Promise<readonly Nomination[]> {
  const own = viewersIn(eyes).flatMap(({ committee: committeeId, person: personId }) =>
    personId ? [{ plan: { committeeId }, personId }] : [],
  );
  if (own.length === 0) return [];
  const rows = await client(store).nomination.findMany({
    where: { OR: own, state: { in: publicStates } },
    include: withParts,
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toNomination);
}

/** What the viewer put forward, also about themselves: for taking it back. Not where they have recused themselves since. */
export async function findOwnProposal(
  store: StoreHandle,
  viewer: Viewer,
  id: NominationId,
): Promise<Nomination | null> {
  if (!viewer.person) return null;
  const row = await client(store).nomination.findFirst({
    where: {
      id,
      plan: { committeeId: viewer.committee },
      proposedBy: viewer.person,
      personId: { notIn: [...viewer.recusedFrom] },
    },
    include: withParts,
  });
  return row ? toNomination(row) : null;
}

/** False: somebody was faster, this person is put forward for this position already. Call it with the plan locked or not. */
export async function insertNomination(
  tx: StoreHandle,
  nomination: Pick<
    Nomination,
    'plan' | 'position' | 'person' | 'state' | 'source' | 'reasons' | 'proposedBy' | 'recordedBy' | 'via' | 'proposedAt'
  >,
): Promise<NominationId | null> {
  const id = newId<NominationId>();
  const { plan, position, person, via, ...rest } = nomination;
  const { count } = await client(tx).nomination.createMany({
    data: [
      {
        id,
        planId: plan,
        positionId: position,
        personId: person,
        ...rest,
        listedAt: rest.state === 'listed' ? rest.proposedAt : null,
        viaKind: via?.kind ?? null,
        viaReference: via?.reference ?? null,
        viaDated: via?.dated ?? null,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

/** False: it is no longer what the caller saw. */
export async function changeNomination(
  tx: StoreHandle,
  old: Pick<Nomination, 'id' | 'version'>,
  change: Partial<
    Pick<Nomination, 'state' | 'source' | 'reasons' | 'endedAt' | 'endReason' | 'answer' | 'rank' | 'position'>
  > & { readonly listedAt?: Date | null },
): Promise<boolean> {
  const { position, ...rest } = change;
  const { count } = await client(tx).nomination.updateMany({
    where: { id: old.id, version: old.version },
    data: { ...rest, ...(position && { positionId: position }), version: { increment: 1 } },
  });
  return count === 1;
}

/** Of these, those that are listed end with what the authority decided. With the plan held. */
export async function endListed(
  tx: StoreHandle,
  nominations: readonly NominationId[],
  state: 'approved' | 'not-approved',
  endedAt: Date,
): Promise<void> {
  await client(tx).nomination.updateMany({
    where: { id: { in: [...nominations] }, state: 'listed' },
    data: { state, endedAt, version: { increment: 1 } },
  });
}

/** The same person is put forward for this position by another nomination that has not ended. With the plan held. */
export async function isTaken(
  tx: StoreHandle,
  nomination: Pick<Nomination, 'id' | 'plan' | 'person'>,
  position: PositionId,
): Promise<boolean> {
  const count = await client(tx).nomination.count({
    where: {
      id: { not: nomination.id },
      planId: nomination.plan,
      personId: nomination.person,
      positionId: position,
      state: { in: ['suggested', 'listed'] },
    },
  });
  return count > 0;
}

/** What is said now stands; what was said before stays, marked. With the plan held. */
export async function setConsent(
  tx: StoreHandle,
  nomination: NominationId,
  consent: Consent & { readonly at: Date; readonly state: Exclude<ConsentState, 'not-asked'> },
  now: Date,
): Promise<void> {
  await clearConsent(tx, nomination, now);
  const { via, ...rest } = consent;
  await client(tx).nominationConsent.create({
    data: {
      id: newId(),
      nominationId: nomination,
      ...rest,
      viaKind: via?.kind ?? null,
      viaReference: via?.reference ?? null,
      viaDated: via?.dated ?? null,
    },
  });
}

/** Back to "not asked": nobody was told. */
export async function clearConsent(tx: StoreHandle, nomination: NominationId, now: Date): Promise<void> {
  await client(tx).nominationConsent.updateMany({
    where: { nominationId: nomination, supersededAt: null },
    data: { supersededAt: now },
  });
}

/** What a correction at that moment took back, when it is undone. What it asked instead was told to nobody. */
export async function restoreConsent(tx: StoreHandle, nomination: NominationId, correctedAt: Date, now: Date) {
  const [before] = await client(tx).nominationConsent.findMany({
    where: { nominationId: nomination, supersededAt: correctedAt },
    orderBy: { at: 'desc' },
    take: 1,
  });
  if (!before) return;
  await clearConsent(tx, nomination, now);
  await client(tx).nominationConsent.update({ where: { id: before.id }, data: { supersededAt: null } });
}

/** The nominee's earlier answers, the oldest first. The caller has the nomination, so its case is open to the viewer. */
export async function listConsents(store: StoreHandle, nomination: Nomination): Promise<readonly Consent[]> {
  const rows = await client(store).nominationConsent.findMany({
    where: { nominationId: nomination.id },
    orderBy: [{ supersededAt: { sort: 'asc', nulls: 'last' } }, { at: 'asc' }],
  });
  return rows.map(toConsent);
}

/** Committees of the workspace in which somebody was put forward; what they may be told is the caller's to decide. */
export async function committeesNaming(
  store: StoreHandle,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<readonly CommitteeId[]> {
  const rows = await client(store).nomination.findMany({
    where: { personId: person, state: { in: publicStates }, plan: { committee: { workspaceId: workspace } } },
    select: { plan: { select: { committeeId: true } } },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  });
  return [...new Set(rows.map(({ plan }) => plan.committeeId as CommitteeId))];
}

/** The committees on whose open lists somebody stands: for the clockwork. */
export async function committeesListing(store: StoreHandle, person: PersonId): Promise<readonly CommitteeId[]> {
  const rows = await client(store).nomination.findMany({
    where: { personId: person, state: 'listed' },
    select: { plan: { select: { committeeId: true } } },
  });
  return [...new Set(rows.map(({ plan }) => plan.committeeId as CommitteeId))];
}

/** False: said before. */
export async function insertNoNames(
  tx: StoreHandle,
  said: { plan: PlanId; person: PersonId; saidAt: Date },
): Promise<boolean> {
  const data = [{ planId: said.plan, personId: said.person, saidAt: said.saidAt }];
  const { count } = await client(tx).noNames.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Who said that they have no name for these plans of the viewer's committee. It tells of no case. */
export async function listNoNames(
  store: StoreHandle,
  eyes: Eyes,
  plans: readonly PlanId[],
): Promise<readonly { readonly plan: PlanId; readonly person: PersonId }[]> {
  const rows = await client(store).noNames.findMany({
    where: { planId: { in: [...plans] }, plan: { committeeId: { in: committeesIn(eyes) } } },
    select: { planId: true, personId: true },
  });
  return rows.map((row) => ({ plan: row.planId as PlanId, person: row.personId as PersonId }));
}

/** What the nomination said until now, with the reason for correcting it. */
export async function keepRevision(
  tx: StoreHandle,
  old: Nomination,
  correction: { why: string; at: Date; by: PersonId | null },
): Promise<void> {
  await client(tx).nominationRevision.create({
    data: {
      nominationId: old.id,
      version: old.version,
      source: old.source,
      reasons: old.reasons,
      positionId: old.position,
      rank: old.rank,
      why: correction.why,
      replacedAt: correction.at,
      replacedBy: correction.by,
    },
  });
}

export interface Revision {
  readonly version: number;
  readonly reasons: string | null;
  readonly source: NominationSource;
  readonly position: PositionId;
  readonly rank: number | null;
  readonly why: string;
  readonly replacedAt: Date;
}

/** The oldest first. The caller has the nomination from `findNomination`, so its case is open to the viewer. */
export async function listRevisions(store: StoreHandle, nomination: Nomination): Promise<readonly Revision[]> {
  const rows = await client(store).nominationRevision.findMany({
    where: { nominationId: nomination.id },
    orderBy: { version: 'asc' },
  });
  return rows.map(({ version, reasons, source, positionId, rank, why, replacedAt }) => ({
    version,
    reasons,
    position: positionId as PositionId,
    rank,
    source: source as NominationSource,
    why,
    replacedAt,
  }));
}

function seenBy(viewer: Viewer) {
  const everySuggestion = viewer.isClockwork || viewer.roles.some((role) => screeningRoles.includes(role));
  return {
    plan: { committeeId: viewer.committee },
    personId: { notIn: [...viewer.hiddenNominees] },
    ...(everySuggestion ? {} : { OR: [{ state: { in: publicStates } }, ownSuggestion(viewer)] }),
  };
}

/** What everybody who may see candidates sees; what was only suggested and declined stays between two. */
const publicStates = ['listed', 'withdrawn'];

function ownSuggestion(viewer: Viewer) {
  return { proposedBy: viewer.person ?? '00000000-0000-0000-0000-000000000000' };
}

function toNomination(row: {
  id: string;
  planId: string;
  positionId: string;
  personId: string;
  state: string;
  source: string;
  reasons: string | null;
  proposedBy: string;
  recordedBy: string | null;
  viaKind: string | null;
  viaReference: string | null;
  viaDated: string | null;
  proposedAt: Date;
  rank: number | null;
  endedAt: Date | null;
  endReason: string | null;
  answer: string | null;
  version: number;
  position: { title: string; rank: number; level: number | null };
  consents: readonly ConsentRow[];
  _count: { endorsements: number };
}): Nomination {
  const { reasons, proposedAt, rank, endedAt, endReason, answer, version, position } = row;
  return {
    id: row.id as NominationId,
    plan: row.planId as PlanId,
    position: row.positionId as PositionId,
    positionTitle: position.title,
    positionRank: position.rank,
    positionLevel: position.level,
    person: row.personId as PersonId,
    state: row.state as NominationState,
    source: row.source as NominationSource,
    reasons,
    proposedBy: row.proposedBy as PersonId,
    recordedBy: row.recordedBy as PersonId | null,
    via: viaOf(row),
    proposedAt,
    rank,
    endedAt,
    endReason,
    answer,
    consent: row.consents[0] ? toConsent(row.consents[0]) : notAsked,
    endorsements: row._count.endorsements,
    version,
  };
}

interface ConsentRow {
  readonly state: string;
  readonly at: Date;
  readonly recordedBy: string | null;
  readonly viaKind: string | null;
  readonly viaReference: string | null;
  readonly viaDated: string | null;
  readonly note: string | null;
}

function toConsent(row: ConsentRow): Consent {
  const { at, note } = row;
  const state = row.state as ConsentState;
  return { state, at, recordedBy: row.recordedBy as PersonId | null, via: viaOf(row), note };
}

function viaOf(row: { viaKind: string | null; viaReference: string | null; viaDated: string | null }): Via | null {
  if (row.viaKind === null) return null;
  return { kind: row.viaKind as ViaKind, reference: row.viaReference, dated: row.viaDated };
}
