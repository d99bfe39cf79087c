/** What the authority decided takes effect in the plan: the approved stand in it, the nominations end. */
import type { Act } from '../../../kernel/act.ts';
import type { NominationId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { settleNominations, stillListed } from '../../nominations/operations/settle.ts';
import { enterEntries } from '../../plans/operations/entries.ts';
import type { Decision, Seat, Submission } from '../types.ts';

export type EnteringRefusal = AccessRefusal | 'plan-unknown' | 'plan-closed';

/** Answers who of the list was still listed; null: the names are units', who enter the decision themselves. */
export async function enter(
  here: Act,
  { committee, content }: Pick<Submission, 'committee' | 'content'>,
  seats: readonly Seat[],
  { number, dated }: Decision,
): Promise<Outcome<ReadonlySet<NominationId> | null, EnteringRefusal>> {
  if (content.kind !== 'list') return done(null);
  const { plan } = content;
  const listed = await stillListed(here, { committee, plan });
  const nominees = seats.flatMap(({ answer, nomination, person, position }) =>
    nomination && person && position ? [{ answer, nomination, person, position }] : [],
  );
  const approved = nominees.filter(({ answer, nomination }) => answer === 'approved' && listed.has(nomination));
  const entered = await enterEntries(here, {
    ...{ committee, plan },
    entries: approved.map(({ position, person }) => ({
      ...{ position, person, readiness: null, enteredOn: dated, decisionIn: number },
    })),
  });
  if (!entered.ok) return entered;
  await settleNominations(here, {
    ...{ committee, plan },
    approved: approved.map(({ nomination }) => nomination),
    notApproved: nominees.filter(({ answer }) => answer === 'not-approved').map(({ nomination }) => nomination),
  });
  return done(listed);
}
