/**
 * Who may do and see what.
 * A *right* is something a person may do in a committee; a *role* gives rights; a *Viewer* is one person's eyes in one
 * committee at one time: roles, right to vote, and the nominees whose case is closed to them (recusal).
 */
import type { Act, Via } from '../../kernel/act.ts';
import type { CommitteeId, MemberId, PersonId, WorkspaceId } from '../../kernel/ids.ts';

/** clerk is the committee secretary (thư ký), never the Party Secretary (bí thư), which is a position. */
export const roles = ['clerk', 'chair', 'deputy', 'member', 'observer', 'teller'] as const;
export type Role = (typeof roles)[number];

export const rights = [
  'committee.see',
  'committee.manage',
  'people.see',
  'people.edit',
  'plan.see',
  'plan.edit',
  'candidates.see',
  'candidates.enter',
  'candidates.suggest',
  'candidates.endorse',
  'candidates.withdraw',
  'review.open',
  'review.comment',
  'review.progress',
  'review.record',
  'review.synthesis',
  'conflict.manage',
  'conference.schedule',
  'conference.see',
  'conference.record',
  'conference.run',
  'movement.see',
  'movement.suggest',
  'movement.manage',
  'ballot.see',
  'ballot.run',
  'ballot.record',
  'submission.see',
  'submission.manage',
  'deadline.see',
  'deadline.progress',
  'deadline.manage',
  'people.erase',
  'audit.see',
] as const;
export type Right = (typeof rights)[number];

/** What makes somebody too close to a nominee to judge them. A person may say any; `detectedKinds` of reviews are found. */
export const conflictKinds = ['relative', 'superior', 'same-unit', 'business', 'proposer', 'self', 'other'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export interface RecusalRow {
  readonly person: PersonId;
  readonly nominee: PersonId;
  readonly kind: ConflictKind;
  readonly declaredAt: Date;
  /** Null: declared by the person. */
  readonly recordedBy: PersonId | null;
  readonly via: Via | null;
}

/** A possible conflict of interest: who is too close to whom, and why that may be so. */
export interface Conflict {
  readonly person: PersonId;
  readonly nominee: PersonId;
  readonly kind: ConflictKind;
}

/** Said by name, before anybody of that name was put forward. */
export interface DeclaredRelation {
  readonly person: PersonId;
  readonly fullName: string;
  readonly searchName: string;
  readonly kind: ConflictKind;
}

declare const minted: unique symbol;
/** Only access/operations.ts makes one. Every read of a store takes it, so what a person may see is decided in one place. */
export interface Viewer {
  readonly [minted]: true;
  readonly workspace: WorkspaceId;
  readonly committee: CommitteeId;
  /** Null for the clockwork, which sees everything and shows nothing. */
  readonly person: PersonId | null;
  readonly member: MemberId | null;
  readonly roles: readonly Role[];
  readonly votes: boolean;
  /**
   * Nominees whose case this person must not see, in any form: those they are recused from, and always themselves. What
   * a nominee may know of their own nomination is read another way, where the rule set tells them (nominations).
   */
  readonly hiddenNominees: readonly PersonId[];
  /** Without themselves: everybody sees their own row of the register, and lines in which they are named. */
  readonly recusedFrom: readonly PersonId[];
  readonly isClockwork: boolean;
}

/**
 * A person's eyes in one committee, or in several of theirs at once: a read that takes them asks the database as often
 * for eight committees as for one, and shows of each what may be seen there.
 */
export type Eyes = Viewer | readonly Viewer[];

export function viewersIn(eyes: Eyes): readonly Viewer[] {
  return 'committee' in eyes ? [eyes] : eyes;
}

/** The condition of such a read: each viewer's own, which has to name the viewer's committee. */
export function seenThrough<Where>(eyes: Eyes, where: (viewer: Viewer) => Where): { OR: Where[] } {
  return { OR: viewersIn(eyes).map(where) };
}

/** With whose eyes a row of this committee is looked at, after it was read through them. */
export function viewerAt(eyes: Eyes, committee: string): Viewer {
  const found = viewersIn(eyes).find((viewer) => viewer.committee === committee);
  if (!found) throw new TypeError('a row of a committee that nobody looked at');
  return found;
}

/** The condition of a read of rows about one person's case each: without the cases that are closed. */
export function openCases(eyes: Eyes) {
  return seenThrough(eyes, ({ committee, hiddenNominees }) => ({
    committeeId: committee,
    personId: { notIn: [...hiddenNominees] },
  }));
}

export function committeesIn(eyes: Eyes): CommitteeId[] {
  return viewersIn(eyes).map(({ committee }) => committee);
}

export function workspacesIn(eyes: Eyes): WorkspaceId[] {
  return [...new Set(viewersIn(eyes).map(({ workspace }) => workspace))];
}

/** Ends before `to`; null: it lasts. */
export interface Span {
  readonly from: Date;
  readonly to: Date | null;
}

/** By what else than a role in the committee somebody reads a case. */
export const readingWays = [
  'answer',
  'link',
  'own-unit-link',
  'unit-above',
  'vote',
  'vote-key',
  'review-key',
  'outside',
] as const;
export type ReadingWay = (typeof readingWays)[number];

/** Whom a feature let read a case: somebody, or whoever held an address, or a whole committee. */
export interface CaseReading extends Span {
  /** Null: nobody knows who. */
  readonly person: PersonId | null;
  readonly way: ReadingWay;
  /** Number of the submission; the authority, body or committee. */
  readonly facts: { readonly number?: number; readonly name?: string };
  /** Whose recusals close it to this person. */
  readonly committee: CommitteeId;
}

/** Each feature that lets people read cases without a role implements it; app.ts hands them over. */
export interface CaseReadings {
  /** At any time, as far as the viewer may know of it: what lets them read is not there for who is recused from all of it. */
  readingsOf(act: Act, viewer: Viewer, nominee: PersonId): Promise<readonly CaseReading[]>;
}
