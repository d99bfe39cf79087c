/** What a person sees of ballot rounds: their own paper; for those who run them who has voted, and never what. */
import type { Act } from '../../../kernel/act.ts';
import { asId, type CommitteeId, type ConferenceId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import type { Committee } from '../../committees/types.ts';
import { boxStates, ownPapers } from '../../sealing/operations/look.ts';
import type { BoxState } from '../../sealing/types.ts';
import { checkVotable, isSealed, rulingSeen, type VotableRefusal } from '../rules/course.ts';
import { type FollowUp, followUps } from '../rules/follow.ts';
import { allowsProxies } from '../rules/proxies.ts';
import * as papers from '../store/papers.ts';
import { standingProxies } from '../store/proxies.ts';
import * as store from '../store/rounds.ts';
import type { OwnProxies } from '../types/proxy.ts';
import type { BallotRound, BallotRoundId, CastPaper, Elector } from '../types/round.ts';
import { askedSeen, runnersOf } from './electorate.ts';
import { eyesOf } from './eyes.ts';

/** How deadlines, boxes and the history call a round. */
export const ballotKind = 'ballot-round';

export interface FoundRound {
  readonly viewer: Viewer;
  readonly committee: Committee;
  readonly round: BallotRound;
  readonly mayRun: boolean;
  /** A deputy who runs it in place of a chair who is too close to it, or who is in the chair of its conference. */
  readonly leads: boolean;
  /** May enter what came on paper or by phone. */
  readonly mayRecord: boolean;
}

/** ballot-unknown for one of another committee, for a case closed to the person, and before anybody was asked. */
export async function findRound(act: Act, id: BallotRoundId): Promise<Outcome<FoundRound, 'ballot-unknown'>> {
  const at = await store.committeeOfRound(act.store, id);
  const committee = at ? await committeeHeader(act, at) : null;
  if (!committee) return refused('ballot-unknown');
  const viewer = act.member === null ? eyesOf(act, committee.id) : await viewerOf(act, committee.id);
  const round = await store.findRound(act.store, viewer, id);
  if (!round || !may(viewer, 'ballot.see')) return refused('ballot-unknown');
  const leads = await isLedBy(act, viewer, round);
  const mayRun = leads || may(viewer, 'ballot.run');
  if (!mayRun && (round.state === 'prepared' || round.state === 'scheduled')) return refused('ballot-unknown');
  return done({ viewer, committee, round, mayRun, leads, mayRecord: mayRecord(viewer, round) });
}

async function isLedBy(act: Act, viewer: Viewer, round: BallotRound): Promise<boolean> {
  if (!viewer.person || !viewer.roles.includes('deputy') || may(viewer, 'ballot.run')) return false;
  return (await runnersOf(act, round)).includes(viewer.person);
}

/** Refusals: access (ballot.run), unless the round is led by the acting deputy. */
export async function authoriseRun(
  act: Act,
  { committee, leads }: Pick<FoundRound, 'committee' | 'leads'>,
): Promise<Outcome<Viewer, AccessRefusal>> {
  return authorise(act, committee.id, leads ? 'ballot.see' : 'ballot.run');
}

/** Not in a round of which the reader sees a part: a paper without a candidate would be another paper. */
export function mayRecord(viewer: Viewer, round: Pick<BallotRound, 'tellers' | 'isPart'>): boolean {
  if (round.isPart) return false;
  const isTeller = viewer.person !== null && round.tellers.includes(viewer.person);
  return (may(viewer, 'ballot.record') || isTeller) && !viewer.isClockwork;
}

/** What a reader knows of a sealed vote: whether they have sent their own paper, and how far the box is. */
export interface OwnSealed {
  readonly hasSent: boolean;
  readonly box: BoxState | null;
}

export interface OwnRound extends FoundRound {
  readonly isAsked: boolean;
  readonly paper: CastPaper | null;
  /** How many have voted; null where the rule keeps it until the close. */
  readonly progress: { readonly voted: number; readonly asked: number } | null;
  /** Of a vote on sealed papers; null: it is none. */
  readonly sealed: OwnSealed | null;
  /** For whom they vote, and who for them; null: the rule allows no proxies, or the vote does not ask them. */
  readonly proxies: OwnProxies | null;
  /** How much of what came of it is shown to this reader; null: nothing, or not yet. */
  readonly sees: 'numbers' | 'outcome' | null;
  /** Whether a paper is taken at this moment. */
  readonly votable: Outcome<void, VotableRefusal>;
  /** What this reader can do next with a closed round. */
  readonly actions: readonly FollowUp[];
}

export async function seeOwn(act: Act, id: BallotRoundId): Promise<Outcome<OwnRound, 'ballot-unknown'>> {
  const found = await findRound(act, id);
  if (!found.ok) return found;
  const { viewer, round, mayRun, leads } = found.value;
  const asked = await ownAsked(act, [round]);
  const isAsked = asked.has(id);
  const [paper] = asked.get(id) && act.person ? await papers.standingPapers(act.store, viewer, id, act.person) : [];
  const progress =
    round.state === 'open' && !isSealed(round) && round.rule.progress.value === 'shown'
      ? await progressOf(act, round)
      : null;
  return done({
    ...found.value,
    ...{ isAsked, paper: paper ?? null, progress },
    sealed: isSealed(round) ? await sealedOf(act, viewer, round, asked.get(id) ?? false) : null,
    proxies: isAsked && act.person ? await proxiesOf(act, viewer, round, act.person) : null,
    sees: rulingSeen(round, { person: act.person, mayRun }),
    votable: checkVotable(round, act.now),
    actions: round.isPart ? [] : followUps(round, { mayRun, isChair: leads || viewer.roles.includes('chair') }),
  });
}

/** Of these rounds those that ask the acting person, with whether they have voted: of sealed ones only they learn it. */
export async function ownAsked(act: Act, rounds: readonly BallotRound[]): Promise<ReadonlyMap<BallotRoundId, boolean>> {
  if (!act.person) return new Map();
  const ids = (these: readonly BallotRound[]) => these.map(({ id }) => id);
  const named = await papers.askedIn(act.store, act.person, ids(rounds.filter((round) => !isSealed(round))));
  const sealed = await ownPapers(act, act.person, ballotKind, ids(rounds.filter(isSealed)));
  return new Map([...named, ...[...sealed].map(([id, hasSent]) => [asId<BallotRoundId>(id), hasSent] as const)]);
}

async function sealedOf(act: Act, viewer: Viewer, { id }: BallotRound, hasSent: boolean): Promise<OwnSealed> {
  const boxes = await boxStates(act, viewer, ballotKind, [id]);
  return { hasSent, box: boxes.get(id) ?? null };
}

async function proxiesOf(act: Act, viewer: Viewer, round: BallotRound, person: PersonId): Promise<OwnProxies | null> {
  if (!allowsProxies(round)) return null;
  const standing = await standingProxies(act.store, viewer, [round.id]);
  return {
    perPerson: round.rule.proxiesPerPerson.value,
    given: standing.find(({ principal }) => principal.person === person) ?? null,
    held: standing.filter(({ holder }) => holder.person === person),
  };
}

async function progressOf(act: Act, round: BallotRound) {
  const electors = await papers.electorsOf(act.store, eyesOf(act, round.committee), round.id);
  const asked = electors.filter(({ isRecused }) => !isRecused);
  return { voted: asked.filter(({ hasVoted }) => hasVoted).length, asked: asked.length };
}

export interface Standing extends FoundRound {
  /** Without those who are recused: they are not shown. In protocol order. */
  readonly electors: readonly Elector[];
  readonly votable: Outcome<void, VotableRefusal>;
}

/** Who has voted, for those who run the round or enter papers. Refuses ballot-unknown, right-missing, ballot-is-sealed. */
export async function seeStanding(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<Standing, AccessRefusal | 'ballot-unknown' | 'ballot-is-sealed'>> {
  const found = await findRound(act, id);
  if (!found.ok) return found;
  if (isSealed(found.value.round)) return refused('ballot-is-sealed');
  const { viewer, committee, mayRun, mayRecord: records } = found.value;
  if (!mayRun && !records) {
    const allowed = await authorise(act, committee.id, 'ballot.run');
    if (!allowed.ok) return allowed;
  }
  const electors = await papers.electorsOf(act.store, viewer, id);
  const { electors: asked } = await askedSeen(act, found.value.round);
  const seenAsAsked = new Set(asked.flatMap(({ person, isRecused }) => (isRecused ? [] : [person])));
  const { isPart } = found.value.round;
  return done({
    ...found.value,
    electors: electors.filter(({ isRecused, person }) => !isRecused || (isPart && seenAsAsked.has(person))),
    votable: checkVotable(found.value.round, act.now),
  });
}

export interface Listed {
  readonly round: BallotRound;
  readonly isAsked: boolean;
  readonly hasVoted: boolean;
  readonly isTeller: boolean;
}

export interface RoundList {
  readonly committee: Committee;
  readonly mayRun: boolean;
  /** The newest first. */
  readonly rounds: readonly Listed[];
}

const listed = 40;

/** What a member sees when they type /vote. Refusals: access. */
export async function listRounds(
  act: Act,
  committee: CommitteeId,
  conference: ConferenceId | null = null,
): Promise<Outcome<RoundList, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'ballot.see');
  if (!viewer.ok) return viewer;
  const header = await committeeHeader(act, committee);
  if (!header) return refused('committee-unknown');
  const mayRun = may(viewer.value, 'ballot.run');
  const rounds = await store.listRounds(act.store, viewer.value, {
    states: mayRun ? ['prepared', 'scheduled', 'open', 'closed', 'void'] : ['open', 'closed', 'void'],
    ...(conference ? { conference } : {}),
    limit: listed,
  });
  const asked = await ownAsked(act, rounds);
  return done({
    ...{ committee: header, mayRun },
    rounds: rounds.map((round) => ({
      ...{ round, isAsked: asked.has(round.id), hasVoted: asked.get(round.id) ?? false },
      isTeller: act.person !== null && round.tellers.includes(act.person),
    })),
  });
}
