/** Ruling on a possible conflict of interest, and lifting a recusal. Nobody rules on their own. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import {
  type AccessRefusal,
  authorise,
  lift,
  recusalsSeenBy,
  recuse,
  ruleOnConflicts,
} from '../../access/operations.ts';
import type { Conflict, ConflictKind } from '../../access/types.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { possibleFor } from './conflicts.ts';
import { type Case, followRecusal, leadOf } from './recused.ts';

export const reasonMax = 500;

export type RulingRefusal =
  | AccessRefusal
  | 'conflict-settled'
  | 'conflict-own'
  | 'conflict-reason-needed'
  | 'conflict-reason-too-long';

/**
 * It becomes a recusal: from now on the person finds the case nowhere. Refusals: access (conflict.manage),
 * conflict-settled (somebody has ruled on it, or it is there no more).
 */
export async function pinConflict(
  act: Act,
  input: Conflict & { readonly committee: CommitteeId },
): Promise<Outcome<void, RulingRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const open = await openConflicts(here, input.committee);
    if (!open.ok) return open;
    const conflict = open.value.find((one) => isSame(one, input));
    if (!conflict) return refused('conflict-settled');
    const { committee } = input;
    const { person, nominee, kind } = conflict;
    const before = await leadOf(here, input);
    if ((await ruleOnConflicts(here, committee, [conflict], { ruling: 'pinned', reason: null })) === 0) {
      return refused('conflict-settled');
    }
    await record(tx, act, {
      kind: 'reviews.conflict-pinned',
      committee,
      subject: { kind: 'person', id: nominee },
      nominee,
      facts: { person, reason: kind },
    });
    const recordedBy = person === act.person ? null : act.person;
    await recuse(here, { committee, person, nominee, kind, recordedBy });
    await followRecusal(here, { committee, person, nominee }, before);
    return done();
  });
}

/**
 * It is none; `of` is one possible conflict, or a kind: all of that kind that the acting person may know, except their
 * own. Refusals: access (conflict.manage), conflict-settled, conflict-own, conflict-reason-needed,
 * conflict-reason-too-long {max}.
 */
export async function dismissConflicts(
  act: Act,
  input: { readonly committee: CommitteeId; readonly of: Conflict | ConflictKind; readonly reason: string },
): Promise<Outcome<{ count: number }, RulingRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const open = await openConflicts(here, input.committee);
    if (!open.ok) return open;
    const reason = checkReason(input.reason);
    if (!reason.ok) return reason;
    const { of, committee } = input;
    const meant = open.value.filter((one) => (typeof of === 'string' ? one.kind === of : isSame(one, of)));
    const others = meant.filter(({ person }) => person !== act.person);
    if (meant.length > 0 && others.length === 0) return refused('conflict-own');
    const count = await ruleOnConflicts(here, committee, others, { ruling: 'dismissed', reason: reason.value });
    if (count === 0) return refused('conflict-settled');
    for (const { person, nominee, kind } of others) {
      await record(tx, act, {
        kind: 'reviews.conflict-dismissed',
        committee,
        subject: { kind: 'person', id: nominee },
        nominee,
        facts: { person, of: kind, reason: hashOf(reason.value) },
      });
    }
    return done({ count });
  });
}

/**
 * The person sees the case again, from now on. Refusals: access (conflict.manage), recusal-unknown, conflict-own,
 * conflict-reason-needed, conflict-reason-too-long {max}.
 */
export async function liftRecusal(
  act: Act,
  input: Case & { readonly reason: string },
): Promise<Outcome<void, RulingRefusal | 'recusal-unknown'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const { committee, person, nominee } = input;
    const viewer = await authorise(here, committee, 'conflict.manage');
    if (!viewer.ok) return viewer;
    if (person === act.person) return refused('conflict-own');
    const reason = checkReason(input.reason);
    if (!reason.ok) return reason;
    const standing = await recusalsSeenBy(here, viewer.value);
    if (!standing.some((one) => one.person === person && one.nominee === nominee)) return refused('recusal-unknown');
    const before = await leadOf(here, input);
    const lifted = await lift(here, { committee, person, nominee }, reason.value);
    if (!lifted.ok) return lifted;
    await followRecusal(here, { committee, person, nominee }, before);
    return done();
  });
}

async function openConflicts(act: Act, committee: CommitteeId): Promise<Outcome<readonly Conflict[], AccessRefusal>> {
  const viewer = await authorise(act, committee, 'conflict.manage');
  if (!viewer.ok) return viewer;
  const header = await committeeHeader(act, committee);
  return header ? done(await possibleFor(act, viewer.value, header, null)) : refused('committee-unknown');
}

function checkReason(typed: string): Outcome<string, 'conflict-reason-needed' | 'conflict-reason-too-long'> {
  const reason = typed.trim().normalize('NFC');
  if (reason === '') return refused('conflict-reason-needed', {}, 'reason');
  return reason.length > reasonMax ? refused('conflict-reason-too-long', { max: reasonMax }, 'reason') : done(reason);
}

function isSame(one: Conflict, other: Conflict): boolean {
  return one.person === other.person && one.nominee === other.nominee && one.kind === other.kind;
}
