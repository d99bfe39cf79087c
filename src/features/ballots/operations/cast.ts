/** Handing in a named paper, changing it until the close, and entering one that came on paper or by phone. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { send } from '../../../delivery/send.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { type AccessRefusal, authorise, viewerFor } from '../../access/operations.ts';
import { checkVotable, type VotableRefusal } from '../rules/course.ts';
import { readMarks } from '../rules/paper.ts';
import { allowsProxies } from '../rules/proxies.ts';
import { questionOf } from '../rules/standing-marks.ts';
import * as papers from '../store/papers.ts';
import { endProxyOf, standingProxies } from '../store/proxies.ts';
import * as store from '../store/rounds.ts';
import type { BallotPaperId, BallotRound, BallotRoundId, PaperMarks } from '../types/round.ts';
import { cardKinds } from './cards.ts';
import { mayRecord } from './look.ts';
import { ballotSubject } from './prepare.ts';
import { checkInRoom } from './room-electorate.ts';

export interface Cast {
  readonly round: BallotRound;
  readonly paper: BallotPaperId;
  readonly version: number;
  /** When the paper was handed in that this one takes the place of. */
  readonly before: Date | null;
}

export type CastRefusal =
  | AccessRefusal
  | VotableRefusal
  | 'ballot-unknown'
  | 'ballot-not-asked'
  | 'ballot-no-vote-now'
  | 'ballot-not-here'
  | 'ballot-came-later'
  | 'ballot-out-of-room'
  | 'ballot-candidate-gone'
  | 'ballot-paper-fault';

/**
 * One's own paper, and every change of it until the close. What is refused is not stored: nobody's paper becomes invalid
 * by a slip. Refusals: access; ballot-unknown (also once the person is recused), those of the time, ballot-not-asked,
 * ballot-no-vote-now (the right to vote ended since), ballot-not-here (counted in the room, or secret), in a conference
 * ballot-came-later {at} (after the opening) and ballot-out-of-room,
 * ballot-candidate-gone, and of the marks, at the field of the question.
 */
export async function castPaper(
  act: Act,
  input: {
    readonly round: BallotRoundId;
    /** What was marked, read by what the round asks: it is loaded once, because very many vote at the same time. */
    readonly marks: PaperMarks | ((round: BallotRound) => PaperMarks);
  },
): Promise<Outcome<Cast, CastRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const committee = await store.shareRound(tx, input.round);
    if (!committee) return refused('ballot-unknown');
    const viewer = await authorise(here, committee, 'ballot.see');
    if (!viewer.ok) return viewer;
    const round = await store.findRound(tx, viewer.value, input.round);
    if (!round || !act.person || !isOut(round)) return refused('ballot-unknown');
    const marks = typeof input.marks === 'function' ? input.marks(round) : input.marks;
    const stored = await takePaper(here, round, { person: act.person, marks, via: null, proxy: null });
    if (stored.ok && !viewer.value.votes) return refused('ballot-no-vote-now');
    return stored;
  });
}

/**
 * What somebody said or wrote outside the chat: they are told where reachable, and may change it themselves until the
 * close. `byProxy`: whoever votes for them said or wrote it. Refusals: as for one's own; right-missing; ballot-cast-by-self
 * {at}: what a person sent is theirs to change; proxy-not-held: nobody votes for them.
 */
export async function recordPaper(
  act: Act,
  input: {
    readonly round: BallotRoundId;
    readonly person: PersonId;
    readonly marks: PaperMarks;
    readonly via: Via;
    readonly byProxy?: boolean;
  },
): Promise<Outcome<Cast, CastRefusal | 'ballot-cast-by-self' | 'proxy-not-held'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const committee = await store.shareRound(tx, input.round);
    if (!committee) return refused('ballot-unknown');
    const viewer = await authorise(here, committee, 'ballot.see');
    if (!viewer.ok) return viewer;
    const round = await store.findRound(tx, viewer.value, input.round);
    if (!round || !isOut(round)) return refused('ballot-unknown');
    if (!mayRecord(viewer.value, round)) {
      return refused('right-missing', { right: 'ballot.record', roles: ['clerk', 'teller'] });
    }
    const entitled = await checkVotesStill(here, round, input.person);
    if (!entitled.ok) return entitled;
    const proxies = input.byProxy ? await standingProxies(tx, viewer.value, [round.id]) : [];
    const proxy = proxies.find(({ principal }) => principal.person === input.person)?.holder.person ?? null;
    if (input.byProxy && proxy === null) return refused('proxy-not-held', {}, 'person');
    const holds = proxy ? await checkVotesStill(here, round, proxy) : done();
    if (!holds.ok) return holds;
    const [standing] = await papers.standingPapers(tx, viewer.value, round.id, input.person);
    // Their own word goes before that of whoever votes for them.
    if (standing && standing.recordedBy === null && standing.proxy === proxy) {
      return refused('ballot-cast-by-self', { at: standing.castAt }, 'person');
    }
    const stored = await takePaper(here, round, { ...input, proxy });
    if (stored.ok) await tellOfPaper(here, round, { of: input.person, paper: stored.value.paper });
    return stored;
  });
}

/** Refusals, at the field of whose paper it is: whoever is recused since, or has lost the right to vote, has none. */
export async function checkVotesStill(
  here: Act,
  round: Pick<BallotRound, 'id' | 'committee'>,
  person: PersonId,
): Promise<Outcome<void, 'ballot-not-asked' | 'ballot-no-vote-now'>> {
  const theirs = await viewerFor(here, round.committee, person);
  if (!(await store.findRound(here.store, theirs, round.id))) return refused('ballot-not-asked', {}, 'person');
  return theirs.votes ? done() : refused('ballot-no-vote-now', {}, 'person');
}

/** To whose paper it is, when somebody else handed it in or entered it. */
export async function tellOfPaper(
  here: Act,
  { id, committee, questions }: BallotRound,
  { of, paper }: { readonly of: PersonId; readonly paper: BallotPaperId },
): Promise<void> {
  await send(here.store, here, {
    ...{ kind: cardKinds.recordedForYou, ids: { round: id }, to: { person: of }, committee },
    key: `${cardKinds.recordedForYou}:${paper}`,
    nominees: questions.flatMap(({ candidates }) => candidates.map(({ person }) => person)),
  });
}

/** So long cards wait for others who vote at the same moment: one drawing for all of them, and the votes go first. */
const followUpMs = 500;

/** Before it opens nobody but those who run it knows of it. */
export function isOut({ state }: BallotRound): boolean {
  return state !== 'prepared' && state !== 'scheduled';
}

export interface ToTake {
  readonly person: PersonId;
  readonly marks: PaperMarks;
  readonly via: Via | null;
  /** Who hands it in for them; null: they themselves, and whoever was to vote for them does not any more. */
  readonly proxy: PersonId | null;
}

/** The round is shared by the transaction, so it cannot be closed meanwhile. */
export async function takePaper(here: Act, round: BallotRound, input: ToTake): Promise<Outcome<Cast, CastRefusal>> {
  const { person, marks, via, proxy } = input;
  const elector = await papers.holdElector(here.store, round.id, person);
  const field = via || proxy ? ['person'] : [];
  if (!elector && round.conference) return refused('ballot-came-later', { at: round.openedAt }, ...field);
  if (!elector || elector.isRecused) return refused('ballot-not-asked', {}, ...field);
  const votable = checkVotable(round, here.now);
  if (!votable.ok) return votable;
  if (round.mode !== 'open' || round.place !== 'chat') return refused('ballot-not-here');
  const inRoom = await checkInRoom(here, round, proxy ?? person);
  if (!inRoom.ok) return via ? { ...inRoom, field: 'person' } : inRoom;
  const checked = checkMarks(round, marks);
  if (!checked.ok) return checked;
  const recordedBy = via ? here.person : null;
  const stored = await papers.putPaper(
    here.store,
    { round: round.id, person, marks: checked.value, proxy, recordedBy, via },
    here.now,
  );
  if (proxy === null && allowsProxies(round)) {
    await endProxyOf(here.store, { round: round.id, principal: person }, { at: here.now, how: 'own-paper' });
  }
  const subject = { kind: ballotSubject, id: round.id };
  await record(here.store, here, {
    kind: via ? 'ballots.recorded' : 'ballots.cast',
    committee: round.committee,
    subject,
    facts: { paper: stored.id, version: stored.version },
    onBehalfOf: via || proxy ? person : null,
    via,
  });
  await enqueue(
    here.store,
    { name: 'ballot-papers-taken', payload: { round: round.id } },
    { now: here.now, at: new Date(here.now.getTime() + followUpMs), oncePer: 'transaction' },
  );
  return done({ round, paper: stored.id, version: stored.version, before: stored.before });
}

/** What is kept of a paper: valid marks; a question left blank is not there. */
function checkMarks(round: BallotRound, given: PaperMarks): Outcome<PaperMarks, CastRefusal> {
  const kept: Record<string, PaperMarks[string]> = {};
  for (const [index, each] of round.questions.entries()) {
    const question = questionOf(each);
    const marks = given[each.key];
    if (!marks) continue;
    const field = `question${index}`;
    if (!question) return refused('ballot-candidate-gone', { names: [] }, field);
    const gone = each.candidates.filter((one) => one.isWithdrawn && JSON.stringify(marks).includes(one.id));
    if (gone.length > 0) {
      return refused('ballot-candidate-gone', { names: gone.flatMap(({ fullName }) => fullName ?? []) }, field);
    }
    const reading = readMarks(round.rule.paper.value, question, marks);
    if (reading.state === 'invalid')
      return refused('ballot-paper-fault', { ...reading.facts, fault: reading.fault }, field);
    if (reading.state === 'valid') kept[each.key] = reading.marks;
  }
  return done(kept);
}
