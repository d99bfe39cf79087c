/** Voting on a sealed paper. Opening the form and sending it lock, record and remember nothing about the person. */
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { castPaper, type PaperRefusal as SealedRefusal } from '../../sealing/operations/cast.ts';
import { ownPapers } from '../../sealing/operations/look.ts';
import type { Urns } from '../../sealing/operations/urns.ts';
import { newReceipt } from '../../sealing/rules/receipt.ts';
import { checkVotable, isSealed, type VotableRefusal } from '../rules/course.ts';
import { readMarks } from '../rules/paper.ts';
import { sealedContent, sealedQuestions } from '../rules/secret.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound, BallotRoundId, PaperMarks } from '../types/round.ts';
import { isOut } from './cast.ts';
import { ballotSubject } from './prepare.ts';
import { checkInRoom } from './room-electorate.ts';
import { boxSubject } from './sealed-box.ts';

export type OpenPaperRefusal =
  | 'ballot-unknown'
  | 'ballot-not-sealed'
  | 'ballot-not-asked'
  | 'ballot-came-later'
  | 'ballot-out-of-room'
  | VotableRefusal;

export interface SecretPaper {
  readonly round: BallotRound;
  readonly hasSent: boolean;
  /** New for every form: printed on it, and empty when an earlier paper is replaced with its own. */
  readonly receipt: string;
  /** Who will see exact numbers though they tell: said above the paper. */
  readonly numbersTo: readonly string[];
}

/**
 * What the form of the acting person needs; what they sent before cannot be shown, because nobody can read it. Nobody
 * votes for somebody else. Refusals: ballot-unknown, ballot-not-sealed, ballot-not-yet {from}, ballot-closed {at, now},
 * ballot-void (also when a candidate has withdrawn), ballot-not-asked, ballot-came-later {at}, ballot-out-of-room.
 */
export async function openSecretPaper(act: Act, id: BallotRoundId): Promise<Outcome<SecretPaper, OpenPaperRefusal>> {
  const taking = await takingPapers(act, id);
  if (!taking.ok) return taking;
  const round = taking.value;
  const hasSent = act.person ? (await ownPapers(act, act.person, ballotSubject, [id])).get(id) : undefined;
  if (hasSent === undefined) return notAsked(round);
  const members = await membersOf(act, round.committee);
  const numbersTo = members.filter(({ person }) => round.numbersTo.includes(person)).map(({ fullName }) => fullName);
  return done({ round, hasSent, receipt: hasSent ? '' : newReceipt(), numbersTo });
}

function notAsked({ conference, openedAt }: BallotRound) {
  return conference ? refused('ballot-came-later', { at: openedAt }) : refused('ballot-not-asked');
}

/** The round, if papers are put into its box at this moment. Few statements: very many send theirs at the same time. */
async function takingPapers(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<BallotRound, Exclude<OpenPaperRefusal, 'ballot-not-asked'>>> {
  const committee = await store.committeeOfRound(act.store, id);
  const viewer = committee ? await authorise(act, committee, 'ballot.see') : null;
  const round = viewer?.ok ? await store.findRound(act.store, viewer.value, id) : null;
  if (!viewer?.ok || !round || !(isOut(round) || may(viewer.value, 'ballot.run'))) return refused('ballot-unknown');
  if (!isSealed(round)) return refused('ballot-not-sealed');
  const votable = checkVotable(round, act.now);
  if (!votable.ok) return votable;
  const isAnyGone = round.questions.some(({ candidates }) => candidates.some(({ isWithdrawn }) => isWithdrawn));
  if (isAnyGone) return refused('ballot-void');
  const inRoom = act.person ? await checkInRoom(act, round, act.person) : done();
  return inRoom.ok ? done(round) : inRoom;
}

export type SendRefusal = OpenPaperRefusal | SealedRefusal | 'ballot-paper-fault';

/**
 * Judges the marks, seals them and puts them into the box: a paper that would be invalid is never taken. `isTyped`: the
 * receipt is that of an earlier paper, whose place this one takes; else the one printed on the form. Refusals: of opening
 * the form; of the marks (field: question and its place); of the box (already-sent, receipt-wrong {left}, receipt-locked {max},
 * box-not-open: it was closed while the paper was on its way).
 */
export async function sendSecretPaper(
  act: Act,
  urns: Urns,
  input: {
    readonly round: BallotRoundId;
    /** Read by what the round asks, which is loaded here. */
    readonly marks: (round: BallotRound) => PaperMarks;
    readonly receipt: string;
    readonly isTyped: boolean;
  },
): Promise<
  Outcome<{ readonly receipt: string; readonly isReplaced: boolean; readonly round: BallotRound }, SendRefusal>
> {
  const taking = await takingPapers(act, input.round);
  if (!taking.ok) return taking;
  const round = taking.value;
  const given = input.marks(round);
  const questions = sealedQuestions(round);
  const judged: Record<string, PaperMarks[string]> = {};
  for (const [index, question] of questions.entries()) {
    const marks = given[question.key];
    if (!marks) continue;
    const reading = readMarks(round.rule.paper.value, question, marks);
    if (reading.state === 'invalid') {
      return refused('ballot-paper-fault', { ...reading.facts, fault: reading.fault }, `question${index}`);
    }
    if (reading.state === 'valid') judged[question.key] = reading.marks;
  }
  const sent = await castPaper(act, urns, {
    ...{ subject: boxSubject(round), receipt: input.receipt, isTyped: input.isTyped },
    content: sealedContent(questions, judged),
  });
  if (sent.ok) return done({ ...sent.value, round });
  return sent.reason === 'not-an-elector' ? notAsked(round) : sent;
}
