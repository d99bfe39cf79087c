/** Who votes in a round: members with a vote, the recused among them counted and not asked. Frozen when it opens. */
import type { Act } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { recusalsSeenBy } from '../../access/operations.ts';
import { rolesWithRight } from '../../access/rules.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { isAway } from '../../committees/rules.ts';
import type { Membership } from '../../committees/types.ts';
import { nomineesNamed } from '../../conferences/operations/sitting.ts';
import { leadingOf } from '../../sittings/operations/votes.ts';
import { allowsProxies, heldHere } from '../rules/proxies.ts';
import { runnersAmong } from '../rules/runners.ts';
import { itemText } from '../store/closed-items.ts';
import { standingProxies } from '../store/proxies.ts';
import * as store from '../store/rounds.ts';
import type { Party } from '../types/proxy.ts';
import type { BallotRound } from '../types/round.ts';
import type { Frozen } from '../types/ruling.ts';
import { eyesOf } from './eyes.ts';
import { askedInRoom } from './room-electorate.ts';

/** Somebody who is asked for a vote, as far as a vote has to know of them. */
export interface AskedElector extends Pick<Membership, 'person' | 'fullName' | 'hasAccount' | 'isReachable'> {
  readonly isRecused: boolean;
  /** A member of the committee with a vote: only they get a paper in the chat. */
  readonly isVoter: boolean;
  /** Who votes for them, and votes here; null: they themselves. */
  readonly proxy: Party | null;
}

export interface Asked {
  /** In protocol order. */
  readonly electors: readonly AskedElector[];
  readonly frozen: Frozen;
  /** Who may give a proxy for this vote, in the room or not. Nobody recused. */
  readonly entitled: readonly Party[];
}

/**
 * As it stands now: inside a conference by its roll call. Somebody without a vote is in no number. Recused is who is
 * recused from a candidate, or from somebody whom the question names; a candidate with a vote by the rule of the round.
 */
export async function askedOf(act: Act, round: BallotRound): Promise<Asked> {
  return askedAbout(act, round, await concernedIn(act, round));
}

/** The same as far as the reader of the round may know: whoever is recused from a closed case alone stands as asked. */
export async function askedSeen(act: Act, round: BallotRound): Promise<Asked> {
  return round.isPart ? askedAbout(act, round, personsOn(round)) : askedOf(act, round);
}

export function personsOn({ questions }: Pick<BallotRound, 'questions'>): readonly PersonId[] {
  return questions.flatMap(({ candidates }) => candidates.map(({ person }) => person));
}

async function askedAbout(act: Act, round: BallotRound, concerned: readonly PersonId[]): Promise<Asked> {
  const members = await membersOf(act, round.committee);
  const isRecused = await recusedAmong(act, round, concerned);
  const proxies = allowsProxies(round)
    ? await standingProxies(act.store, eyesOf(act, round.committee), [round.id])
    : [];
  if (round.conference && round.item) return askedInRoom(act, { ...round, members, proxies }, isRecused);
  const voters = members.filter(({ votes }) => votes);
  const held = heldHere(proxies, (person) => voters.some((one) => one.person === person) && !isRecused(person));
  const electors = voters.map((member) => ({
    ...{ ...member, isVoter: true, isRecused: isRecused(member.person) },
    proxy: held.get(member.person)?.holder ?? null,
  }));
  const all = electors.length;
  const recused = electors.filter((one) => one.isRecused).length;
  return {
    electors,
    entitled: electors.filter((one) => !one.isRecused),
    frozen: { summoned: all, seated: all, present: null, recused: { summoned: recused, seated: recused, present: 0 } },
  };
}

async function recusedAmong(act: Act, round: BallotRound, concerned: readonly PersonId[]) {
  const recusals = await recusalsSeenBy({ ...act, member: null, person: null }, eyesOf(act, round.committee));
  const withdraws = round.subject.kind === 'question' || round.rule.selfVote.value === 'withdraws';
  return (person: PersonId): boolean =>
    (withdraws && concerned.includes(person)) ||
    recusals.some((one) => one.person === person && concerned.includes(one.nominee));
}

/** Whose cases the round is about. Never to be shown. */
export async function concernedIn(act: Act, round: BallotRound): Promise<readonly PersonId[]> {
  if (round.subject.kind === 'list') return store.candidatePersons(act.store, round.id);
  const onAgenda = round.item === null ? null : await itemText(act.store, round.item);
  const texts = [round.subject.text, ...(onAgenda === null ? [] : [onAgenda])];
  return nomineesNamed(act, eyesOf(act, round.committee), texts);
}

/**
 * Those who run the round: who has the right and is free of every case in it; the deputy in place of a chair who is not,
 * and inside a conference the deputy who leads it, or its item. Of a sealed one they see its numbers in any case, and
 * voters are told so by name.
 */
export async function runnersOf(act: Act, round: BallotRound): Promise<readonly PersonId[]> {
  const { conference, item } = round;
  const isRecused = await recusedAmong(act, round, await concernedIn(act, round));
  const room = conference && (await leadingOf(act, { conference, item }));
  const members = (await membersOf(act, round.committee)).map(({ person, roles, awayFrom, awayUntil }) => ({
    ...{ person, roles, isAway: isAway({ awayFrom, awayUntil }, act.now) },
    isRecused: isRecused(person) || (room?.closedTo.has(person) ?? false),
  }));
  const runners = new Set(runnersAmong(members, rolesWithRight['ballot.run']));
  const inTheChair = members.find(
    ({ person, roles, isRecused }) => person === room?.leader && roles.includes('deputy') && !isRecused,
  );
  return members
    .filter(({ person }) => runners.has(person) || person === inTheChair?.person)
    .map(({ person }) => person);
}

/** The same as far as the reader of the round may know: of a part of it, everybody with the right. */
export async function runnersSeen(act: Act, round: BallotRound): Promise<readonly PersonId[]> {
  if (!round.isPart) return runnersOf(act, round);
  const members = await membersOf(act, round.committee);
  const runs = rolesWithRight['ballot.run'];
  return members.filter(({ roles }) => roles.some((role) => runs.includes(role))).map(({ person }) => person);
}
