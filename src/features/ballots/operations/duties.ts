/** What a round asks of people: a paper by its close. Nobody is asked after it. */
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { asId, type PersonId } from '../../../kernel/ids.ts';
import { eyesIn } from '../../access/operations.ts';
import { membersOfEach } from '../../committees/operations/look.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { checkVotable, isSealed } from '../rules/course.ts';
import { allowsProxies } from '../rules/proxies.ts';
import * as papers from '../store/papers.ts';
import { standingProxies } from '../store/proxies.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound, BallotRoundId, Elector } from '../types/round.ts';
import { cardKinds } from './cards.ts';
import { closeByClock } from './close.ts';
import { eyesOf } from './eyes.ts';
import { ownAsked } from './look.ts';
import { ballotSubject } from './prepare.ts';

/** Without the titles, which need words: interactions add them. */
export const duties: Duties = {
  subject: ballotSubject,
  asksAfter: false,

  async owing(act, ids) {
    const committees = await store.committeesOfRounds(act.store, ids);
    const eyes = committees.map((committee) => eyesOf(act, committee));
    const open = await store.listRounds(act.store, eyes, { ids, states: ['open'] });
    const rounds = open.filter(({ place }) => place === 'chat');
    if (rounds.length === 0) return new Map();
    const electors = await papers.electorsIn(
      act.store,
      eyes,
      rounds.map(({ id }) => id),
    );
    const members = await membersOfEach(act, committees);
    return new Map(
      rounds.map((round) => {
        const voting = (members.get(round.committee) ?? []).filter(({ votes }) => votes).map(({ person }) => person);
        return [round.id, stillToVote(round, electors.get(round.id) ?? [], new Set(voting))] as const;
      }),
    );
  },

  async dutiesOf(act, viewers) {
    const own = viewers.filter(({ person, roles }) => person && roles.length > 0);
    const [person] = own.flatMap((viewer) => viewer.person ?? []);
    if (!person) return [];
    const open = await store.listRounds(act.store, own, { states: ['open'] });
    const asked = await ownAsked({ ...act, person }, open);
    const withProxies = open.filter(allowsProxies).map(({ id }) => id);
    const proxies = await standingProxies(act.store, own, withProxies);
    const isLeft = (round: BallotRound): boolean => {
      const ofIt = proxies.filter((one) => one.round === round.id);
      if (ofIt.some(({ holder, hasVoted }) => holder.person === person && !hasVoted)) return asked.has(round.id);
      return isAskedStill(round, asked) && !ofIt.some(({ principal }) => principal.person === person);
    };
    return open
      .filter((round) => round.place === 'chat' && checkVotable(round, act.now).ok && isLeft(round))
      .sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime())
      .map((round) => ({
        kind: isSealed(round) ? 'ballots.vote-sealed' : 'ballots.vote',
        committee: round.committee,
        subject: { kind: ballotSubject, id: round.id },
        dueAt: round.closesAt,
        facts: { ...subjectFacts(round), hasSent: asked.get(round.id) ?? false },
      }));
  },

  async hidesWho(act, ids) {
    return store.sealedAmong(act.store, ids);
  },

  async passed(act, subject) {
    await closeByClock(act, asId<BallotRoundId>(subject.id));
  },

  /** A vote does not stay open without an end: cancelled, it ends when it was to end. */
  async moved(act, subject, dueAt) {
    const id = asId<BallotRoundId>(subject.id);
    if (dueAt) await store.changeRound(act.store, id, ['open'], { closesAt: dueAt });
    await refresh(act.store, act, { kind: cardKinds.paper, ids: { round: id } });
  },
};

/** Whoever votes for somebody is asked in their place, once for all. */
function stillToVote(
  round: BallotRound,
  electors: readonly Elector[],
  voting: ReadonlySet<PersonId>,
): readonly PersonId[] {
  const owed = electors
    .filter(({ isRecused, hasVoted, person }) => !isRecused && !hasVoted && voting.has(person))
    // Nobody can send a sealed paper for somebody without an account.
    .filter(({ hasAccount }) => hasAccount || !isSealed(round));
  const votesHere = new Set(electors.filter(({ isRecused }) => !isRecused).map(({ person }) => person));
  const asked = owed.map(({ person, proxy }) => (proxy && votesHere.has(proxy.person) ? proxy.person : person));
  return [...new Set(asked)];
}

/** Until the close a sealed vote stands among everybody's duties, sent or not: no list tells who has voted. */
function isAskedStill(round: BallotRound, asked: ReadonlyMap<BallotRoundId, boolean>): boolean {
  return isSealed(round) ? asked.has(round.id) : asked.get(round.id) === false;
}

function subjectFacts({ subject }: BallotRound): Record<string, string | number> {
  return subject.kind === 'question'
    ? { kind: 'question', classification: subject.classification }
    : {
        ...{ kind: 'list', number: subject.number, plan: subject.planTitle },
        classification: subject.classification,
      };
}

/** Of these rounds those that the acting person may see. */
export async function roundsNamed(act: Act, ids: readonly string[]): Promise<readonly BallotRound[]> {
  const eyes = await eyesIn(act, await store.committeesOfRounds(act.store, ids));
  return store.listRounds(act.store, eyes, { ids, states: ['open', 'closed'] });
}
