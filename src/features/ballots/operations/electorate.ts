/** Who votes in a round: members with a vote, the recused among them counted and not asked. Frozen when it opens. */
import type { Act } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { recusalsSeenBy } from '../../access/operations.ts';
import { rolesWithRight } from '../../access/rules.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { Membership } from '../../committees/types.ts';
import { nomineesNamed } from '../../conferences/operations/sitting.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound } from '../types/round.ts';
import type { Frozen } from '../types/ruling.ts';
import { eyesOf } from './look.ts';

export interface Asked {
  /** In protocol order. */
  readonly electors: readonly (Membership & { readonly isRecused: boolean })[];
  readonly frozen: Frozen;
}

/**
 * As it stands now. Somebody without a vote is in no number. Recused is who is recused from a candidate, or from somebody
 * whom the question names; a candidate with a vote by the rule of the round.
 */
export async function askedOf(act: Act, round: BallotRound): Promise<Asked> {
  const eyes = eyesOf(act, round.committee);
  const voters = (await membersOf(act, round.committee)).filter(({ votes }) => votes);
  const recusals = await recusalsSeenBy({ ...act, member: null, person: null }, eyes);
  const concerned = await concernedIn(act, round);
  const withdraws = round.subject.kind === 'question' || round.rule.selfVote.value === 'withdraws';
  const isRecused = (person: PersonId) =>
    (withdraws && concerned.includes(person)) ||
    recusals.some((one) => one.person === person && concerned.includes(one.nominee));
  const electors = voters.map((member) => ({ ...member, isRecused: isRecused(member.person) }));
  const all = electors.length;
  const recused = electors.filter((one) => one.isRecused).length;
  return {
    electors,
    frozen: { summoned: all, seated: all, present: null, recused: { summoned: recused, seated: recused, present: 0 } },
  };
}

/** Whose cases the round is about. Never to be shown. */
export async function concernedIn(act: Act, round: BallotRound): Promise<readonly PersonId[]> {
  if (round.subject.kind === 'list') return store.candidatePersons(act.store, round.id);
  return nomineesNamed(act, eyesOf(act, round.committee), [round.subject.text]);
}

/** Those who run the round. Of a sealed one they see its numbers in any case, and voters are told so by name. */
export async function runnersOf(act: Act, { committee }: Pick<BallotRound, 'committee'>): Promise<readonly PersonId[]> {
  const runs = rolesWithRight['ballot.run'];
  const members = await membersOf(act, committee);
  return members.filter(({ roles }) => roles.some((role) => runs.includes(role))).map(({ person }) => person);
}
