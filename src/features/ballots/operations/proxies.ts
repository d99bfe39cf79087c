/** Proxies of a round: how many its rule allows, giving one, taking it back, and who sees them. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { checkVotable, isSealed, undoMs, type VotableRefusal } from '../rules/course.ts';
import {
  checkCanHaveProxies,
  checkGive,
  type GiveReason,
  type ProxyPlaceRefusal,
  type ProxyTerms,
  proxySourceMax,
  withProxies,
} from '../rules/proxies.ts';
import * as papers from '../store/papers.ts';
import * as proxies from '../store/proxies.ts';
import * as store from '../store/rounds.ts';
import type { BallotProxy, BallotProxyId, Party } from '../types/proxy.ts';
import type { BallotRoundId } from '../types/round.ts';
import { cardKinds, proxyCard } from './cards.ts';
import { askedSeen, concernedIn } from './electorate.ts';
import { authoriseRun, type FoundRound, findRound } from './look.ts';
import { ballotSubject } from './prepare.ts';

export type TermsRefusal =
  | AccessRefusal
  | ProxyPlaceRefusal
  | 'ballot-unknown'
  | 'ballot-open-already'
  | 'proxy-source-missing'
  | 'proxy-source-too-long'
  | 'proxies-given-already';

/**
 * The committee's own rule on proxies for this vote, before it opens: a rule is known before the vote. 0: none. Refusals:
 * access (ballot.run); ballot-open-already; proxy-on-sealed, proxy-needs-roll-call; proxy-source-missing,
 * proxy-source-too-long {max}; proxies-given-already {count, max}: somebody holds more than that.
 */
export async function setProxyTerms(
  act: Act,
  input: { readonly round: BallotRoundId; readonly terms: ProxyTerms },
): Promise<Outcome<FoundRound, TermsRefusal>> {
  const source = input.terms.source.normalize('NFC').trim();
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, input.round);
    const found = await findRound(here, input.round);
    if (!found.ok) return found;
    const allowed = await authoriseRun(here, found.value);
    if (!allowed.ok) return allowed;
    const { round } = found.value;
    if (round.state !== 'prepared' && round.state !== 'scheduled') return refused('ballot-open-already');
    const can = checkCanHaveProxies(round);
    if (!can.ok) return can;
    if (source === '') return refused('proxy-source-missing', {}, 'source');
    if (source.length > proxySourceMax) return refused('proxy-source-too-long', { max: proxySourceMax }, 'source');
    const { perPerson, arePresent } = input.terms;
    const standing = await proxies.standingProxies(tx, found.value.viewer, [round.id]);
    const most = Math.max(0, ...standing.map(({ holder }) => heldBy(standing, holder.person).length));
    if (most > perPerson) return refused('proxies-given-already', { count: most, max: perPerson }, 'perPerson');
    const rule = withProxies(round.rule, { perPerson, arePresent, source });
    await store.changeRound(tx, round.id, ['prepared', 'scheduled'], { rule });
    await record(tx, act, {
      kind: 'ballots.proxies-set',
      committee: round.committee,
      subject: { kind: ballotSubject, id: round.id },
      facts: { perPerson, arePresent, source: hashOf(source) },
    });
    return done({ ...found.value, round: { ...round, rule } });
  });
}

export interface ProxiesSeen extends FoundRound {
  readonly proxies: readonly BallotProxy[];
  /** Who may give one, and to whom. */
  readonly entitled: readonly Party[];
  readonly mayEnter: boolean;
}

/** Who votes for whom, for those who run the vote or enter papers. Refusals: ballot-unknown, right-missing. */
export async function seeProxies(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<ProxiesSeen, AccessRefusal | 'ballot-unknown'>> {
  const found = await findRound(act, id);
  if (!found.ok) return found;
  const { round, mayRun, mayRecord, viewer } = found.value;
  if (!mayRun && !mayRecord) return refused('right-missing', { right: 'ballot.record', roles: ['clerk', 'teller'] });
  return done({
    ...found.value,
    proxies: await proxies.standingProxies(act.store, viewer, [round.id]),
    entitled: await entitledIn(act, found.value),
    mayEnter: mayRecord,
  });
}

/** Before the opening everybody who may vote; from it on those whom it asks, as they were frozen. */
async function entitledIn(act: Act, { round, viewer }: FoundRound): Promise<readonly Party[]> {
  if (round.state === 'prepared' || round.state === 'scheduled') return (await askedSeen(act, round)).entitled;
  const electors = await papers.electorsOf(act.store, viewer, round.id);
  return electors.filter(({ isRecused }) => !isRecused).map(({ person, fullName }) => ({ person, fullName }));
}

export type GiveRefusal =
  | AccessRefusal
  | VotableRefusal
  | GiveReason
  | 'ballot-unknown'
  | 'ballot-not-asked'
  | 'proxy-on-sealed'
  | 'proxy-room-open';

export interface Given {
  readonly found: FoundRound;
  readonly proxy: BallotProxy;
  /** Until when nobody has been told of it. */
  readonly heldUntil: Date;
}

/** From whom a proxy may be had, for the form of somebody who gives one. Refusals: as for giving it. */
export async function proxyForm(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<{ readonly found: FoundRound; readonly holders: readonly Party[] }, GiveRefusal>> {
  const found = await findRound(act, id);
  if (!found.ok) return found;
  const takes = checkTakes(found.value, act.now, { isOwn: true });
  if (!takes.ok) return takes;
  const all = await entitledIn(act, found.value);
  if (!all.some(({ person }) => person === act.person)) return refused('ballot-not-asked');
  return done({ found: found.value, holders: all.filter(({ person }) => person !== act.person) });
}

/**
 * Until the close; entered by the committee secretary also before the opening, when nobody else knows of the vote yet. One
 * given before is replaced. Both are told a minute later. In the room it counts at the opening, with the papers handed out:
 * proxy-room-open afterwards. Refusals: ballot-unknown, of the time, ballot-not-asked, right-missing; those of checkGive.
 */
export async function giveProxy(
  act: Act,
  input: {
    readonly round: BallotRoundId;
    /** Null: one's own. */
    readonly principal: PersonId | null;
    readonly holder: PersonId;
    readonly via: Via | null;
  },
): Promise<Outcome<Given, GiveRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    // Held, so that two who choose the same person do so one after the other, and nothing is closed meanwhile.
    await store.holdRound(tx, input.round);
    const found = await findRound(here, input.round);
    if (!found.ok) return found;
    const { round, viewer, mayRecord } = found.value;
    const principal = input.principal ?? act.person;
    const isOwn = input.via === null && principal === act.person;
    if (!principal) return refused('ballot-not-asked');
    if (!isOwn && !mayRecord) return refused('right-missing', { right: 'ballot.record', roles: ['clerk', 'teller'] });
    const takes = checkTakes(found.value, act.now, { isOwn });
    if (!takes.ok) return takes;
    const standing = await proxies.standingProxies(tx, viewer, [round.id]);
    const [paper] = await papers.standingPapers(tx, viewer, round.id, principal);
    const voters = await entitledIn(here, found.value);
    const { rule } = round;
    const may = checkGive({ rule, principal, holder: input.holder, voters, standing, hasVoted: paper !== undefined });
    if (!may.ok) return may;
    const recordedBy = isOwn ? null : act.person;
    const given = { round: round.id, principal, holder: input.holder, recordedBy, via: input.via };
    const id = await proxies.putProxy(tx, given, act.now);
    await record(tx, act, {
      kind: 'ballots.proxy-given',
      committee: round.committee,
      subject: { kind: ballotSubject, id: round.id },
      facts: { proxy: id },
      onBehalfOf: isOwn ? null : principal,
      via: input.via,
    });
    const heldUntil = new Date(Math.max(act.now.getTime() + undoMs, round.held?.until.getTime() ?? 0));
    if (round.state === 'open') {
      const told = isOwn ? [input.holder] : [input.holder, principal];
      const nominees = await concernedIn(here, round);
      const cards = told.map((person) => proxyCard(round, person, { proxy: id, holdUntil: heldUntil, nominees }));
      await sendAll(tx, here, cards);
      await redraw(here, round.id, [principal, input.holder]);
    }
    const proxy = (await proxies.standingProxies(tx, viewer, [round.id])).find((one) => one.id === id);
    return proxy ? done({ found: found.value, proxy, heldUntil }) : refused('ballot-unknown');
  });
}

/** What is not the people's: the kind of vote, its state, its time. */
function checkTakes(
  { round }: FoundRound,
  now: Date,
  { isOwn }: { readonly isOwn: boolean },
): Outcome<void, VotableRefusal | 'proxy-not-allowed' | 'proxy-on-sealed' | 'proxy-room-open'> {
  if (isSealed(round)) return refused('proxy-on-sealed');
  if (round.rule.proxiesPerPerson.value === 0) return refused('proxy-not-allowed');
  if (round.state === 'prepared' || round.state === 'scheduled') {
    return isOwn ? refused('ballot-not-yet', { from: null }) : done();
  }
  if (round.place === 'room' && round.state === 'open') return refused('proxy-room-open');
  // In the minute in which the opening can be taken back a proxy is taken already: it is no paper.
  return checkVotable({ ...round, held: null }, now);
}

/**
 * By whoever gave it, or entered by the committee secretary. A paper that was handed in meanwhile stays, until they hand in
 * their own. Refusals: proxy-gone, right-missing, those of the time.
 */
export async function takeBackProxy(
  act: Act,
  id: BallotProxyId,
): Promise<Outcome<BallotProxy, AccessRefusal | VotableRefusal | 'ballot-unknown' | 'proxy-gone' | 'proxy-room-open'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const at = await proxies.roundOfProxy(tx, id);
    if (!at) return refused('proxy-gone');
    await store.holdRound(tx, at);
    const found = await findRound(here, at);
    if (!found.ok) return found;
    const { round, viewer, mayRecord } = found.value;
    const proxy = (await proxies.standingProxies(tx, viewer, [at])).find((one) => one.id === id);
    if (!proxy) return refused('proxy-gone');
    const isOwn = proxy.principal.person === act.person;
    if (!isOwn && !mayRecord) return refused('right-missing', { right: 'ballot.record', roles: ['clerk', 'teller'] });
    if (round.state !== 'prepared' && round.state !== 'scheduled') {
      if (round.place === 'room') return refused('proxy-room-open');
      const votable = checkVotable({ ...round, held: null }, act.now);
      if (!votable.ok) return votable;
    }
    const principal = proxy.principal.person;
    await proxies.endProxyOf(tx, { round: at, principal }, { at: act.now, how: 'taken-back' });
    // Within its minute nobody has been told; afterwards the cards say that it was taken back.
    await cancelBatch(tx, here, id, { round: at });
    await record(tx, act, {
      kind: 'ballots.proxy-taken-back',
      committee: round.committee,
      subject: { kind: ballotSubject, id: at },
      facts: { proxy: id },
      onBehalfOf: isOwn ? null : principal,
    });
    await redraw(here, at, [principal, proxy.holder.person]);
    return done(proxy);
  });
}

async function redraw(here: Act, round: BallotRoundId, persons: readonly PersonId[]): Promise<void> {
  for (const kind of [cardKinds.paper, cardKinds.proxy]) {
    await refresh(here.store, here, { kind, ids: { round }, persons });
  }
}

function heldBy(standing: readonly BallotProxy[], person: PersonId): readonly BallotProxy[] {
  return standing.filter(({ holder }) => holder.person === person);
}
