/** Papers as Slack would deliver them: signed submissions, so many under way at once, each repeated until it is answered. */
import { newReceipt } from '../../src/features/sealing/rules/receipt.ts';
import type { Examiner } from './app-examiner.ts';
import { untilAcknowledged } from './app-load.ts';
import { team } from './app-seed.ts';
import { submissionOf } from './app-signed.ts';

export type Choice = 'yes' | 'no';

/** One form of one voter on one device: sent again, it is the same. */
export interface Paper {
  readonly voter: string;
  readonly choice: Choice;
  /** Of a secret paper. */
  readonly receipt: string | null;
  readonly body: string;
}

const openAnswers = /Your paper is in|Your paper took the place|saved before|Saved\. The answer took/u;
/** Whoever has voted on the other device meanwhile is told so, and their paper there stands. */
const sealedAnswers = /is in the box|is replaced by this one|sent a paper already|Saved\. The answer took/u;

let forms = 0;

export function openPaper(round: string, voter: string, choice: Choice): Paper {
  return { voter, choice, receipt: null, body: bodyOf('ballots.paper', { round }, voter, choice) };
}

export function sealedPaper(round: string, voter: string, choice: Choice): Paper {
  const receipt = newReceipt();
  return { voter, choice, receipt, body: bodyOf('ballots.sealed-paper', { round, receipt }, voter, choice) };
}

function bodyOf(form: string, state: Record<string, string>, voter: string, choice: Choice): string {
  forms += 1;
  const view = { id: `V${forms}`, hash: '1.a', type: 'modal', callback_id: form };
  const chosen = { type: 'radio_buttons', selected_option: { value: choice } };
  return submissionOf(
    { ...view, private_metadata: JSON.stringify({ s: state }) },
    { user: voter, team, requestId: `form-${forms}`, values: { 'field:q0c0': { q0c0: chosen } } },
  );
}

/** Until the bot says that it is in. */
export async function hand(exam: Examiner, { body, receipt }: Paper): Promise<void> {
  await untilAcknowledged(exam, body, receipt === null ? openAnswers : sealedAnswers);
}

/** All of them, so many at a time. */
export async function handAll(exam: Examiner, papers: readonly Paper[], atOnce = 40): Promise<void> {
  const waiting = [...papers];
  const hands = Array.from({ length: atOnce }, async () => {
    for (let paper = waiting.shift(); paper; paper = waiting.shift()) await hand(exam, paper);
  });
  await Promise.all(hands);
}

/** Resolves when so many of these have. */
export function soMany(of: readonly Promise<unknown>[], count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let done = 0;
    if (count === 0) resolve();
    for (const one of of) {
      one.then(() => {
        done += 1;
        if (done === count) resolve();
      }, reject);
    }
  });
}
