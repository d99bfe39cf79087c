/** When a round takes papers, when it may be closed, who reads what came of it. Pure. */
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { BallotRound } from '../types/round.ts';

/** The minute in which an opening can be taken back. */
export const undoMs = 60_000;
export const questionMax = 1_000;
export const whyMax = 500;
/** A form has room for no more; longer lists are voted on position by position. */
export const candidatesPerPaper = 80;

type Lasting = Pick<BallotRound, 'conference' | 'preparedAt' | 'closesAt' | 'held'>;

/** In a conference papers are taken for so long from the opening, however long the preview and the keys took. */
export function minutesTaken({ preparedAt, closesAt }: Pick<Lasting, 'preparedAt' | 'closesAt'>): number {
  return Math.max(1, Math.ceil((closesAt.getTime() - preparedAt.getTime()) / minuteMs));
}

/** A closing time has no seconds: the minute that was begun counts. */
export function closesFrom(round: Lasting, from: Date): Date {
  if (round.conference === null) return round.closesAt;
  return new Date(Math.ceil(from.getTime() / minuteMs + minutesTaken(round)) * minuteMs);
}

/** As it was prepared, once an opening is taken back. */
export function closesBefore({ conference, preparedAt, closesAt, held }: Lasting): Date {
  if (conference === null || held === null) return closesAt;
  const minutes = Math.floor((closesAt.getTime() - held.until.getTime()) / minuteMs);
  return new Date(preparedAt.getTime() + minutes * minuteMs);
}

const minuteMs = 60_000;

export type VotableRefusal = 'ballot-not-yet' | 'ballot-closed' | 'ballot-void';

type Timed = Pick<BallotRound, 'state' | 'held' | 'closesAt' | 'closedAt' | 'closedHow'>;

/** Whether a paper is taken at this moment: ballot-not-yet {from}, ballot-closed {at, now}, ballot-void. */
export function checkVotable(round: Timed, now: Date): Outcome<void, VotableRefusal> {
  if (round.state === 'void' || round.state === 'cancelled') return refused('ballot-void');
  if (round.state === 'prepared' || round.state === 'scheduled') return refused('ballot-not-yet', { from: null });
  if (round.held && now < round.held.until) return refused('ballot-not-yet', { from: round.held.until });
  if (round.state === 'closed') return refused('ballot-closed', { at: round.closedAt, now });
  if (round.closesAt <= now) return refused('ballot-closed', { at: round.closesAt, now });
  return done();
}

/** While nothing that still comes can change what comes of it, an open vote waits only for its least time. */
export function maySettle(round: Pick<BallotRound, 'state' | 'mode' | 'place' | 'settlesFrom'>, now: Date): boolean {
  const isOpenVote = round.state === 'open' && round.mode === 'open' && round.place === 'chat';
  return isOpenVote && round.settlesFrom !== null && round.settlesFrom <= now;
}

/** Papers are sent sealed, in the chat; papers in the room are counted by two tellers, whatever the rule says. */
export function isSealed({ mode, place }: Pick<BallotRound, 'mode' | 'place'>): boolean {
  return mode !== 'open' && place === 'chat';
}

/** Exact numbers that tell how somebody voted are seen only by those who were named before the opening. */
function sealedSeen(
  round: Pick<BallotRound, 'rule' | 'announcedAt' | 'numbersTo' | 'isMasked'>,
  reader: { readonly person: PersonId | null; readonly mayRun: boolean },
): 'numbers' | 'outcome' | null {
  if (reader.person !== null && round.numbersTo.includes(reader.person)) return 'numbers';
  const most = round.isMasked ? 'outcome' : 'numbers';
  if (reader.mayRun) return most;
  const { what } = round.rule.announce.value;
  if (round.announcedAt === null || what === 'nothing') return null;
  return what === 'outcome' ? 'outcome' : most;
}

/** Who runs a round and who counts it reads its ruling; the others once it is announced, as far as the rule says. */
export function rulingSeen(
  round: Pick<
    BallotRound,
    'rulings' | 'rule' | 'announcedAt' | 'tellers' | 'mode' | 'place' | 'numbersTo' | 'isMasked'
  >,
  reader: { readonly person: PersonId | null; readonly mayRun: boolean },
): 'numbers' | 'outcome' | null {
  if (round.rulings === null) return null;
  if (isSealed(round)) return sealedSeen(round, reader);
  if (reader.mayRun || (reader.person !== null && round.tellers.includes(reader.person))) return 'numbers';
  const { what } = round.rule.announce.value;
  return round.announcedAt === null || what === 'nothing' ? null : what;
}
