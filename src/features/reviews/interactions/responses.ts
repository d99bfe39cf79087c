/** Answering comments, one after the other: from the comment to its form, and on to what is not answered yet. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { openComment, respond } from '../operations/respond.ts';
import { seeSynthesis } from '../operations/synthesis.ts';
import type { CommentId } from '../types/nouns.ts';
import type { Synthesis } from '../types/seen.ts';
import { respondButton } from '../views/buttons.ts';
import { respondForm, respondView } from '../views/responses.ts';
import { commentsMessage, withoutAnswer } from '../views/synthesis.ts';
import { besideText } from './reply.ts';

export const responseInteractions: readonly Interaction[] = [
  onPress(respondButton, async (call, { round, comment }) => {
    const found = await openComment(call, { round: asId(round), comment: asId<CommentId>(comment) });
    if (!found.ok) return refusal(call, found);
    const { synthesis, nominee, comment: said } = found.value;
    return openForm(respondView(textsOf(call), synthesis, nominee, said));
  }),

  onSubmit(respondForm, async (call, { round, comment, version }, { kind, text }) => {
    const input = { round: asId<ReviewRoundId>(round), comment: asId<CommentId>(comment), version, kind };
    const kept = await respond(call, { ...input, text: text ?? '' });
    return kept.ok ? showUnanswered(call, kept.value) : besideText(call, kept, 'text');
  }),
];

/** `/review answers`: the comments without an answer in the newest synthesis. */
export async function showResponses(call: Call, round: ReviewRoundId): Promise<Reply> {
  const found = await seeSynthesis(call, round);
  return found.ok ? showUnanswered(call, found.value) : refusal(call, found);
}

function showUnanswered(call: Call, synthesis: Synthesis): Reply {
  const t = textsOf(call);
  if (withoutAnswer(synthesis) === 0) return show(sentence(t('responses.allDone')));
  return show(commentsMessage(t, synthesis, { page: 1, only: 'unanswered' }));
}
