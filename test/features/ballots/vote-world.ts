/** A committee with an open vote: builders for the tests beside this file. */

import { castPaper } from '../../../src/features/ballots/operations/cast.ts';
import { seeOwn } from '../../../src/features/ballots/operations/look.ts';
import { openRound } from '../../../src/features/ballots/operations/open.ts';
import { prepareRound, type RoundForm } from '../../../src/features/ballots/operations/prepare.ts';
import type { Answer } from '../../../src/features/ballots/types/paper.ts';
import {
  type BallotRound,
  type BallotRoundId,
  motion,
  type PaperMarks,
} from '../../../src/features/ballots/types/round.ts';
import { again, minute, must, type Scene, type Somebody } from '../conferences/scene.ts';

/** Papers until the end of Thursday 5 March 2026. */
export const ofQuestion: RoundForm = {
  subject: { kind: 'question', text: 'Shall the report be published?' },
  rule: 'simple-majority',
  place: 'chat',
  closes: { date: '2026-03-05', time: null },
  opens: null,
  settlesAfter: null,
  tellers: [],
  conference: null,
  item: null,
};

export async function preparedVote(scene: Scene, changes: Partial<RoundForm> = {}): Promise<BallotRound> {
  const form = { ...ofQuestion, ...changes };
  return must(await prepareRound(again(scene.clerk), { committee: scene.committee, form })).round;
}

/** Opened, and past its minute: what follows happens two minutes later. */
export async function openedVote(scene: Scene, changes: Partial<RoundForm> = {}): Promise<BallotRound> {
  const { id } = await preparedVote(scene, changes);
  must(await openRound(again(scene.clerk), id));
  return must(await seeOwn(again(scene.clerk), id)).round;
}

export function saying(answer: Answer): PaperMarks {
  return { [motion]: { kind: 'yes-no', answers: { [motion]: answer } } };
}

export function vote(who: Somebody, round: BallotRoundId, answer: Answer, afterMs = 2 * minute) {
  return castPaper(again(who, afterMs), { round, marks: saying(answer) });
}

/** The clockwork, at that moment. */
export function clock(scene: Scene, afterMs: number) {
  return again(scene.clockwork, afterMs);
}
