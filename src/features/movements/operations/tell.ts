/** Who is told of a decision, after the minute of undo: whoever proposed it, and the person of what was approved. */
import { cancelBatch, sendAll } from '../../../delivery/send.ts';
import type { Card } from '../../../delivery/types.ts';
import type { Act } from '../../../kernel/act.ts';
import { type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { accountsOfPersons } from '../../workspaces/operations/accounts.ts';
import type { Movement } from '../types.ts';

/** Source: design, promise 7. */
export const undoSeconds = 60;

export interface Told {
  readonly decided: readonly Movement[];
  /** Empty: nobody had to be told. */
  readonly batch: string;
  readonly heldUntil: Date;
  readonly told: readonly PersonId[];
  /** Concerned, and without an account: told outside the chat. */
  readonly toTell: readonly PersonId[];
}

export async function tellDecision(act: Act, decided: readonly Movement[]): Promise<Told> {
  const batch = newId<Id<'batch'>>();
  const holdUntil = new Date(act.now.getTime() + undoSeconds * 1000);
  const cards = decided.flatMap((movement): (Card & { readonly to: { readonly person: PersonId } })[] => {
    const about = { committee: movement.committee, nominees: [movement.person], batch, holdUntil };
    const key = (to: PersonId) => `movements.decided:${movement.id}:${movement.version}:${to}`;
    const card = (kind: string, person: PersonId) => ({
      ...{ kind, ids: { movement: movement.id }, to: { person }, key: key(person), ...about },
    });
    const { proposedBy } = movement;
    return [
      ...(proposedBy && proposedBy !== act.person ? [card('movements.answered', proposedBy)] : []),
      ...(movement.state === 'approved' ? [card('movements.own-decided', movement.person)] : []),
    ];
  });
  const people = [...new Set(cards.map(({ to }) => to.person))];
  const accounts = await accountsOfPersons(act, people);
  const reachable = cards.filter(({ to }) => accounts.has(to.person));
  await sendAll(act.store, act, reachable);
  return {
    ...{ decided, batch: reachable.length > 0 ? batch : '', heldUntil: holdUntil },
    told: people.filter((person) => accounts.has(person)),
    toTell: people.filter((person) => !accounts.has(person)),
  };
}

/** Nothing of it has gone out. Where nobody had to be told: the minute since `at` is not over. */
export async function takeBack(act: Act, batch: string, at: Date): Promise<boolean> {
  if (batch !== '') return cancelBatch(act.store, act, batch);
  return act.now.getTime() - at.getTime() <= undoSeconds * 1000;
}
