/** Answering a comment after the close: accepted (what changed) or explained (why not). */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, send } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import * as responses from '../store/responses.ts';
import type { CommentId, ResponseKind } from '../types/nouns.ts';
import type { Comment, Synthesis, Synthesised } from '../types/seen.ts';
import { cardKinds, respondedKey } from './cards.ts';
import { type SynthesisRefusal, seeSynthesis } from './synthesis.ts';

export const responseMax = 2_000;

export interface CommentToAnswer {
  readonly synthesis: Synthesis;
  readonly nominee: Synthesised;
  readonly comment: Comment;
}

type ToAnswerRefusal = SynthesisRefusal | 'review-comment-unknown';

/** For the form. Refusals: as of the synthesis; review-comment-unknown (not theirs to read, or said otherwise since). */
export async function openComment(
  act: Act,
  at: { round: ReviewRoundId; comment: CommentId },
): Promise<Outcome<CommentToAnswer, ToAnswerRefusal>> {
  const seen = await seeSynthesis(act, at.round);
  if (!seen.ok) return seen;
  for (const nominee of seen.value.nominees) {
    const comment = nominee.comments.find(({ id }) => id === at.comment);
    if (comment) return done({ synthesis: seen.value, nominee, comment });
  }
  return refused('review-comment-unknown');
}

/**
 * Keeps the answer as the next version (`version` is the one that was read; 0: none), and tells who made the comment:
 * one card a day, however many of theirs are answered. Whoever reads the synthesis may answer what they read. Refusals:
 * as of openComment; review-response-needed, review-response-too-long {max, length}, review-response-changed (somebody
 * was faster).
 */
export async function respond(
  act: Act,
  input: { round: ReviewRoundId; comment: CommentId; version: number; kind: ResponseKind; text: string },
): Promise<
  Outcome<
    Synthesis,
    ToAnswerRefusal | 'review-response-needed' | 'review-response-too-long' | 'review-response-changed'
  >
> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const text = input.text.trim().normalize('NFC');
    if (text === '') return refused('review-response-needed', {}, 'text');
    if (text.length > responseMax) {
      return refused('review-response-too-long', { max: responseMax, length: text.length }, 'text');
    }
    const found = await openComment(here, input);
    if (!found.ok) return found;
    const { comment, nominee, synthesis } = found.value;
    const { round } = synthesis;
    if ((comment.response?.version ?? 0) !== input.version || !act.person)
      return refused('review-response-changed', {}, 'text');
    const { kind } = input;
    const version = input.version + 1;
    const at = { round: round.id, entry: nominee.entry.id, comment: comment.id };
    if (!(await responses.insertResponse(tx, { ...at, version, kind, text, by: act.person, at: act.now }))) {
      return refused('review-response-changed', {}, 'text');
    }
    await record(tx, act, {
      kind: 'reviews.responded',
      committee: round.committee,
      subject: { kind: 'review-round', id: round.id },
      nominee: nominee.entry.person,
      facts: { comment: comment.id, version, how: kind },
    });
    await send(tx, act, {
      kind: cardKinds.responded,
      ids: { round: round.id },
      to: { person: comment.author },
      committee: round.committee,
      key: respondedKey(round.id, comment.author, dateIn(act.zone, act.now)),
      nominees: [nominee.entry.person],
    });
    await refresh(tx, act, { kind: cardKinds.responded, ids: { round: round.id }, persons: [comment.author] });
    const after = await seeSynthesis(here, round.id);
    return after;
  });
}
