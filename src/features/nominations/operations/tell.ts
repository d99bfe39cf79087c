/** Who is told of an act on a nomination. One minute can pass before it goes out: "undo" takes the whole batch back. */
import { sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { type CommitteeId, type Id, type NominationId, newId, type PersonId } from '../../../kernel/ids.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { Nomination, NominationState } from '../types.ts';

/** How long an act that reaches other people can be undone. Source: design, promise 7. */
export const undoSeconds = 60;

export interface Told {
  readonly batch: string | null;
  readonly told: readonly PersonId[];
}

type Card =
  | 'nominations.suggested'
  | 'nominations.recorded-for-you'
  | 'nominations.answered'
  | 'nominations.withdrawn'
  | 'nominations.corrected';

/** A suggestion: to those who keep the list. Entered for somebody: to that person. A name on the list: to nobody. */
export async function tellOnProposal(
  act: Act,
  proposal: {
    committee: CommitteeId;
    nomination: NominationId;
    person: PersonId;
    state: NominationState;
    proposer: PersonId;
    onBehalfOf: PersonId | null;
  },
): Promise<Told> {
  const about = { committee: proposal.committee, nomination: proposal.nomination, person: proposal.person, version: 1 };
  if (proposal.onBehalfOf) return tell(act, 'nominations.recorded-for-you', about, [proposal.onBehalfOf]);
  if (proposal.state !== 'suggested') return { batch: null, told: [] };
  return tell(act, 'nominations.suggested', about, await clerks(act, proposal.committee));
}

/** Whom a change of a nomination concerns: who put the name forward, who recorded it, and who keeps the list. */
export async function concerned(
  act: Act,
  committee: CommitteeId,
  nomination: Nomination,
): Promise<readonly PersonId[]> {
  const people = [
    nomination.proposedBy,
    ...(nomination.recordedBy ? [nomination.recordedBy] : []),
    ...(await clerks(act, committee)),
  ];
  return [...new Set(people)].filter((person) => person !== act.person);
}

/**
 * `version` is part of the key, so that a second change is told too. Recused readers are no concern here: the card finds
 * no words for them when it goes out.
 */
export async function tell(
  act: Act,
  kind: Card,
  about: { committee: CommitteeId; nomination: NominationId; person: PersonId; version: number },
  to: readonly PersonId[],
): Promise<Told> {
  const told = to.filter((person) => person !== act.person);
  if (told.length === 0) return { batch: null, told };
  const batch = newId<Id<'batch'>>();
  const holdUntil = new Date(act.now.getTime() + undoSeconds * 1000);
  await sendAll(
    act.store,
    act,
    told.map((person) => ({
      kind,
      ids: { committee: about.committee, nomination: about.nomination },
      to: { person },
      committee: about.committee,
      key: `${kind}:${about.nomination}:${about.version}:${person}`,
      nominees: [about.person],
      holdUntil,
      batch,
    })),
  );
  return { batch, told };
}

async function clerks(act: Act, committee: CommitteeId): Promise<readonly PersonId[]> {
  const members = await membersOf(act, committee);
  return members.filter((member) => member.roles.includes('clerk')).map((member) => member.person);
}
