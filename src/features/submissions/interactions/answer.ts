/** What whoever answers for the authority presses and sends, and the cards of both sides. */
import { refusal, said, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import { asId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { answerSeats, approveTheRest } from '../operations/answer.ts';
import { duties } from '../operations/duties.ts';
import { seeSubmission } from '../operations/look.ts';
import type { SeatId, SubmissionId } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import { answeredCard, askedCard, questionCard, readMessage, restCard } from '../views/cards.ts';
import * as forms from '../views/forms.ts';
import { seatsOnPage } from '../views/words.ts';

export const answerInteractions: readonly Interaction[] = [
  onPress(buttons.readButton, (call, { submission, page }) => showSeats(call, asId(submission), Number(page) || 1)),

  onPress(buttons.answerButton, async (call, { submission, seat }) => {
    const seen = await seeSubmission(call, asId(submission));
    if (!seen.ok) return said(call, seen);
    if (!seen.value.isAnswerer) return said(call, refused('submission-not-yours'));
    const asked = seen.value.submission.seats.find(({ id }) => id === seat);
    if (!asked) return said(call, refused('seat-unknown'));
    return openForm(forms.seatView(textsOf(call), seen.value.submission, asked));
  }),

  onSubmit(forms.seatForm, async (call, { submission, seat }, { answer, word }) => {
    const answers = [{ seat: asId<SeatId>(seat), answer, word: word ?? null }];
    const kept = await answerSeats(call, { submission: asId(submission), answers });
    if (!kept.ok) return refusal(call, kept);
    const place = kept.value.seats.findIndex(({ id }) => id === seat);
    return showSeats(call, asId(submission), Math.floor(place / seatsOnPage) + 1);
  }),

  onPress(buttons.restButton, async (call, { submission }) => {
    const kept = await approveTheRest(call, asId(submission));
    if (!kept.ok) return said(call, kept);
    const shown = await showSeats(call, asId(submission), 1);
    return shown.kind === 'show' ? replaceCard(shown.message) : shown;
  }),
];

export const submissionCards: Renderers = {
  'submissions.asked': async ({ act, ids }) => {
    const seen = await seeSubmission(act, asId(ids.submission ?? ''));
    if (!seen.ok) return null;
    const committee = await committeeHeader(act, seen.value.submission.committee);
    return committee ? askedCard(textsOf(act), seen.value.submission, committee.name) : null;
  },

  'submissions.answered': async ({ act, ids }) => {
    const seen = await seeSubmission(act, asId(ids.submission ?? ''));
    return seen.ok ? answeredCard(textsOf(act), seen.value.submission) : null;
  },

  'submissions.rest': async ({ act, ids }) => {
    const seen = await seeSubmission(act, asId(ids.submission ?? ''));
    return seen.ok ? restCard(textsOf(act), seen.value.submission) : null;
  },

  'submissions.question': async ({ act, ids }) => {
    const seen = await seeSubmission(act, asId(ids.submission ?? ''));
    return seen.ok ? questionCard(textsOf(act), seen.value.submission) : null;
  },
};

export const submissionDuties: Duties = {
  ...duties,
  async titles(act, ids) {
    const title = textsOf(act)('submissions.listed');
    return new Map(ids.map((id) => [id, title]));
  },
};

async function showSeats(call: Call, id: SubmissionId, page: number): Promise<Reply> {
  const seen = await seeSubmission(call, id);
  if (!seen.ok) return said(call, seen);
  if (!seen.value.isAnswerer) return said(call, refused('submission-not-yours'));
  return show(readMessage(textsOf(call), seen.value.submission, Math.max(1, page)));
}
