/** Who may vote for whom: at most as many as the rule says, never on a sealed paper, and nobody through two others. Pure. */
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { committeeOwn } from '../../eligibility/rules/verdict.ts';
import type { BallotProxy, Party } from '../types/proxy.ts';
import type { BallotRound } from '../types/round.ts';
import type { VoteRule } from '../types/vote-rule.ts';
import { isSealed } from './course.ts';

export const proxySourceMax = 300;

export interface ProxyTerms {
  readonly perPerson: number;
  /** Whether those who vote by proxy count as present for the quorum. */
  readonly arePresent: boolean;
  /** Where the committee's own rules say so. */
  readonly source: string;
}

/** Cited as the committee's own from then on; nobody has confirmed that it may, and that is said. */
export function withProxies(rule: VoteRule, { perPerson, arePresent, source }: ProxyTerms): VoteRule {
  const own = { reference: committeeOwn.key, note: { vi: source, en: source } };
  const { proxiesPresent: _, ...rest } = rule;
  return {
    ...rest,
    proxiesPerPerson: { value: perPerson, confidence: 'unconfirmed', source: own },
    ...(arePresent ? { proxiesPresent: { value: true, confidence: 'unconfirmed', source: own } } : {}),
  };
}

export type ProxyPlaceRefusal = 'proxy-on-sealed' | 'proxy-needs-roll-call';

/**
 * Whether a vote of this kind can have proxies at all: not on sealed papers, because nobody handles a secret paper of
 * somebody else; and in the room only by a roll call, because counted papers do not tell who was there.
 */
export function checkCanHaveProxies(
  round: Pick<BallotRound, 'mode' | 'place' | 'conference'>,
): Outcome<void, ProxyPlaceRefusal> {
  if (isSealed(round)) return refused('proxy-on-sealed');
  return round.place === 'room' && round.conference === null ? refused('proxy-needs-roll-call') : done();
}

export function allowsProxies({ rule, ...round }: Pick<BallotRound, 'rule' | 'mode' | 'place'>): boolean {
  return rule.proxiesPerPerson.value > 0 && !isSealed(round);
}

export type GiveReason =
  | 'proxy-not-allowed'
  | 'proxy-to-self'
  | 'proxy-principal-no-vote'
  | 'proxy-holder-no-vote'
  | 'proxy-paper-in'
  | 'proxy-holds-others'
  | 'proxy-holder-gave'
  | 'proxy-holder-full';

/**
 * Refuses, at the field of whom it concerns: `proxy-not-allowed`; `proxy-to-self`; somebody without a vote in it (also
 * whoever is recused: no answer tells it apart); `proxy-paper-in`, the paper of the principal is in; chains
 * (`proxy-holds-others` {names}, `proxy-holder-gave` {name}); `proxy-holder-full` {name, count, max}.
 */
export function checkGive(input: {
  readonly rule: VoteRule;
  readonly principal: PersonId;
  readonly holder: PersonId;
  /** With a vote in this round, and not recused. */
  readonly voters: readonly Party[];
  /** Those that stand, of the whole round. */
  readonly standing: readonly BallotProxy[];
  readonly hasVoted: boolean;
}): Outcome<void, GiveReason> {
  const { rule, principal, holder, voters, standing, hasVoted } = input;
  const max = rule.proxiesPerPerson.value;
  if (max === 0) return refused('proxy-not-allowed');
  if (principal === holder) return refused('proxy-to-self', {}, 'holder');
  if (!voters.some(({ person }) => person === principal)) return refused('proxy-principal-no-vote', {}, 'principal');
  const to = voters.find(({ person }) => person === holder);
  if (!to) return refused('proxy-holder-no-vote', {}, 'holder');
  if (hasVoted) return refused('proxy-paper-in', {}, 'principal');
  const others = standing.filter((one) => one.principal.person !== principal);
  const held = others.filter((one) => one.holder.person === principal).map((one) => one.principal.fullName);
  if (held.length > 0) return refused('proxy-holds-others', { names: held }, 'principal');
  if (others.some((one) => one.principal.person === holder)) {
    return refused('proxy-holder-gave', { name: to.fullName }, 'holder');
  }
  const count = others.filter((one) => one.holder.person === holder).length;
  if (count >= max) return refused('proxy-holder-full', { name: to.fullName, count, max }, 'holder');
  return done();
}

/** Who votes for somebody away, by the proxies that stand: only whoever votes here can. */
export function heldHere(
  standing: readonly BallotProxy[],
  votesHere: (person: PersonId) => boolean,
): ReadonlyMap<PersonId, BallotProxy> {
  return new Map(standing.filter(({ holder }) => votesHere(holder.person)).map((one) => [one.principal.person, one]));
}
