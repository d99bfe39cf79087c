/** Who is asking, and may they: every operation of every feature begins here. */
import { type HistoryPage, recentHistory } from '../../audit/history.ts';
import { hashOf, record } from '../../audit/record.ts';
import type { ChainVerdict } from '../../audit/types.ts';
import { verifyChain } from '../../audit/verify.ts';
import { inTransaction } from '../../database/in-transaction.ts';
import { refresh } from '../../delivery/send.ts';
import type { Act, Via } from '../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { may, mintViewer, rolesWithRight } from './rules.ts';
import * as store from './store.ts';
import type { Conflict, ConflictKind, DeclaredRelation, RecusalRow, Right, Viewer } from './types.ts';

export type AccessRefusal = 'committee-unknown' | 'committee-unconfirmed' | 'not-in-committee' | 'right-missing';

/** The acting person's eyes in a committee. Without any role the viewer sees nothing, but is still a viewer. */
export async function viewerOf(act: Act, committee: CommitteeId): Promise<Viewer> {
  const standing = await store.standingOf(act.store, act.workspace, committee, act.person, act.now);
  return mintViewer(act, committee, standing);
}

/** The acting person's eyes in several committees, in one statement; those of another workspace are left out. */
export async function viewersOf(act: Act, committees: readonly CommitteeId[]): Promise<readonly Viewer[]> {
  const standings = await store.standingsOf(act.store, act.workspace, committees, act.person, act.now);
  return committees.flatMap((committee) => {
    const standing = standings.get(committee);
    return standing ? [mintViewer(act, committee, standing)] : [];
  });
}

/** The eyes of whoever acts in each of these committees: the person's own, or the clockwork's. */
export async function eyesIn(act: Act, committees: readonly CommitteeId[]): Promise<readonly Viewer[]> {
  return act.member === null
    ? committees.map((committee) => clockworkViewer(act, committee))
    : viewersOf(act, committees);
}

/** The clockwork's eyes: it sees every case and shows none. Refuses to be minted for a person's act. */
export function clockworkViewer(act: Act, committee: CommitteeId): Viewer {
  if (act.member !== null) throw new TypeError('a person acts: use viewerOf');
  return mintViewer(act, committee, {
    ...{ roles: [], votes: false, recusedFrom: [], formerSelves: [] },
    isClockwork: true,
  });
}

/** Another person's eyes: to word a card for its reader. */
export async function viewerFor(act: Act, committee: CommitteeId, person: PersonId): Promise<Viewer> {
  const standing = await store.standingOf(act.store, act.workspace, committee, person, act.now);
  return mintViewer({ workspace: act.workspace, person, member: null }, committee, standing);
}

/**
 * The viewer, if the right is theirs. Refusals: committee-unknown (also for a committee of another workspace),
 * committee-unconfirmed (no workspace admin has confirmed it yet), not-in-committee, right-missing {right, roles}.
 */
export async function authorise(
  act: Act,
  committee: CommitteeId,
  right: Right,
): Promise<Outcome<Viewer, AccessRefusal>> {
  const standing = await store.standingOf(act.store, act.workspace, committee, act.person, act.now);
  if (!standing.committeeExists) return refused('committee-unknown');
  if (act.member === null) return done(clockworkViewer(act, committee));
  if (!standing.confirmed) return refused('committee-unconfirmed');
  const viewer = mintViewer(act, committee, standing);
  if (viewer.roles.length === 0) return refused('not-in-committee');
  if (!may(viewer, right)) return refused('right-missing', { right, roles: rolesWithRight[right] });
  return done(viewer);
}

/**
 * From this moment the person sees nothing of the nominee's case in this committee: lists, counts, duties, reminders
 * and exports leave it out, and cards that showed it are replaced. Declaring twice is once. The nominee need not be put
 * forward yet. The caller has authorised.
 */
export async function recuse(
  act: Act,
  recusal: {
    readonly committee: CommitteeId;
    readonly person: PersonId;
    readonly nominee: PersonId;
    readonly recordedBy: PersonId | null;
    readonly kind?: ConflictKind;
    readonly via?: Via | null;
  },
): Promise<Outcome<{ isNew: boolean }>> {
  return inTransaction(act, async (tx) => {
    const { committee, person, nominee, recordedBy, kind = 'other', via = null } = recusal;
    const row = { committee, person, nominee, recordedBy, kind, via, declaredAt: act.now };
    const isNew = await store.insertRecusal(tx, row);
    if (!isNew) return done({ isNew });
    await record(tx, act, {
      kind: 'access.recused',
      committee,
      subject: { kind: 'person', id: nominee },
      nominee,
      facts: { person, recordedBy, reason: kind },
      onBehalfOf: recordedBy === null ? null : person,
      via,
    });
    await refresh(tx, act, { persons: [person], nominees: [nominee] });
    return done({ isNew });
  });
}

/**
 * The case is open to the person again, from now on; what was counted while it was closed stays as it was. Refusals:
 * recusal-unknown (none stands, or it was lifted before). The caller has authorised and read it through a viewer.
 */
export async function lift(
  act: Act,
  recusal: { readonly committee: CommitteeId; readonly person: PersonId; readonly nominee: PersonId },
  reason: string,
): Promise<Outcome<void, 'recusal-unknown'>> {
  return inTransaction(act, async (tx) => {
    const { committee, person, nominee } = recusal;
    const isLifted = await store.liftRecusal(tx, recusal, { at: act.now, by: act.person, reason });
    if (!isLifted) return refused('recusal-unknown');
    await record(tx, act, {
      kind: 'access.recusal-lifted',
      committee,
      subject: { kind: 'person', id: nominee },
      nominee,
      facts: { person, reason: hashOf(reason) },
    });
    await refresh(tx, act, { persons: [person], nominees: [nominee] });
    return done();
  });
}

/**
 * To whom a case is closed in these committees, as everybody's reminders need it: to the person themselves, and to those who
 * are recused. Seen with all eyes, in one statement; to be decided by, never shown.
 */
export async function closedCases(
  act: Act,
  committees: readonly CommitteeId[],
): Promise<(committee: CommitteeId, person: PersonId, nominee: PersonId) => boolean> {
  const recused = await store.recusedIn(act.store, act.workspace, committees);
  return (committee, person, nominee) => person === nominee || recused.has(`${committee} ${person} ${nominee}`);
}

/** Who is recused from whom now, as this viewer may know it. The caller has authorised. */
export async function recusalsSeenBy(act: Act, viewer: Viewer): Promise<readonly RecusalRow[]> {
  return store.recusalsOf(act.store, viewer);
}

/** Who was recused from this case from when until when, lifted ones too. The caller has authorised. */
export async function recusalsEver(act: Act, viewer: Viewer, nominee: PersonId) {
  return store.recusalsEver(act.store, viewer, nominee);
}

/** Possible conflicts that were decided, and what people said by name, as this viewer may know it. */
export async function conflictsKnownTo(
  act: Act,
  viewer: Viewer,
): Promise<{ readonly rulings: readonly Conflict[]; readonly relations: readonly DeclaredRelation[] }> {
  return {
    rulings: await store.rulingsOf(act.store, viewer),
    relations: await store.relationsOf(act.store, viewer),
  };
}

/** Keeps what was decided of possible conflicts; returns how many were still open. The caller has authorised. */
export async function ruleOnConflicts(
  act: Act,
  committee: CommitteeId,
  conflicts: readonly Conflict[],
  ruled: { readonly ruling: 'pinned' | 'dismissed'; readonly reason: string | null },
): Promise<number> {
  const by = act.person;
  if (by === null) throw new TypeError('a person rules on conflicts');
  return store.insertRulings(act.store, committee, conflicts, { ...ruled, at: act.now, by });
}

/** Keeps a name that the register does not know yet. False: said before. The caller has authorised. */
export async function declareRelation(
  act: Act,
  committee: CommitteeId,
  relation: DeclaredRelation & { readonly recordedBy: PersonId | null },
): Promise<boolean> {
  return store.insertRelation(act.store, committee, { ...relation, declaredAt: act.now });
}

const historyPage = 15;

/**
 * What was done in the committee, the newest first; with `nominee` what concerns one person's case. A closed case leaves
 * no line. `before` reads on from an earlier page. Refusals: access (audit.see).
 */
export async function readHistory(
  act: Act,
  input: { committee: CommitteeId; nominee: PersonId | null; before: string | null },
): Promise<Outcome<HistoryPage, AccessRefusal>> {
  const viewer = await authorise(act, input.committee, 'audit.see');
  if (!viewer.ok) return viewer;
  const { nominee, before } = input;
  const closedSubjects = await store.closedSubjects(act.store, viewer.value);
  return done(await recentHistory(act.store, viewer.value, { nominee, before, limit: historyPage, closedSubjects }));
}

/** Reads the workspace's whole chain again. Refusals: access (audit.see in this committee). */
export async function verifyHistory(act: Act, committee: CommitteeId): Promise<Outcome<ChainVerdict, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'audit.see');
  return viewer.ok ? done(await verifyChain(act.store, act.workspace)) : viewer;
}
