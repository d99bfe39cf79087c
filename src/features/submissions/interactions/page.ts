/** A parcel behind an address: its page, and the authority's answer seat by seat. */
import { asId } from '../../../kernel/ids.ts';
import { done } from '../../../kernel/outcome.ts';
import { wordsFor } from '../../answer-links/interactions.ts';
import type { AnsweredSubject } from '../../answer-links/types.ts';
import { answerByLink, submissionBehind } from '../operations/link.ts';
import { type SeatAnswered, seatAnswers, submissionSubject } from '../types.ts';
import { answerPage } from '../views/page.ts';

export const answeredSubmission: AnsweredSubject = {
  kind: submissionSubject,

  async page(behind) {
    const found = await submissionBehind(behind);
    if (!found.ok) return found;
    const { committee } = behind;
    return done(answerPage(wordsFor(committee), { submission: found.value, committee: committee.name }));
  },

  async take(behind, typed) {
    const found = await submissionBehind(behind);
    if (!found.ok) return found;
    const answers = found.value.seats.flatMap(({ id }): SeatAnswered[] => {
      const answer = seatAnswers.find((one) => one === typed[`answer-${id}`]);
      return answer ? [{ seat: asId(id), answer, word: typed[`word-${id}`] ?? null }] : [];
    });
    const [number, dated] = [typed.number?.trim() ?? '', typed.dated?.trim() ?? ''];
    const decision = number === '' && dated === '' ? null : { number, dated };
    const taken = await answerByLink(behind, { answers, decision });
    return taken.ok ? done() : taken;
  },
};
