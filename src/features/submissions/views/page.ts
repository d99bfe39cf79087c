/** The page behind an authority's address: the parcel with its papers, and an answer for each seat. */
import type { Texts } from '../../../i18n/texts.ts';
import type { DrawPage, Typed } from '../../answer-links/types.ts';
import { choices, formPage, group, line, lines, paragraph, safe } from '../../answer-links/views.ts';
import { textMax } from '../rules/parcel.ts';
import { type Seat, type Submission, seatAnswers } from '../types.ts';
import { cameFrom, nameOf, paperLine, titleOf } from './words.ts';

export function answerPage(
  t: Texts,
  { submission, committee }: { submission: Submission; committee: string },
): DrawPage {
  const { authority, letter, papers, seats } = submission;
  return (problem, typed) =>
    formPage(
      t,
      {
        title: titleOf(t, submission),
        about: [
          paragraph(t('submissions.page.intro', { committee, to: authority })),
          ...(letter ? [paragraph(`${t('submissions.facts.letter')}: ${letter}`)] : []),
          `<ul>${papers.map((paper) => `<li>${safe(paperLine(t, paper))}</li>`).join('')}</ul>`,
        ],
        fields: [
          ...seats.filter(({ sentBack }) => !sentBack).map((seat) => seatFields(t, seat, typed)),
          group(t('submissions.page.decision'), [
            line('number', t('submissions.recordForm.number'), 'text', typed),
            line('dated', t('submissions.recordForm.dated'), 'date', typed),
          ]),
        ],
      },
      problem,
    );
}

function seatFields(t: Texts, seat: Seat, typed: Typed): string {
  const options = seatAnswers.map((value) => ({ value, label: t(`submissions.choices.${value}`) }));
  return group(`${seat.positionTitle}: ${nameOf(t, seat)}`, [
    ...(seat.origins.length > 0 ? [paragraph(cameFrom(t, seat.origins))] : []),
    ...(seat.reply ? [paragraph(t('submissions.replied', { reply: seat.reply }))] : []),
    ...choices(`answer-${seat.id}`, options, typed),
    lines(`word-${seat.id}`, t('submissions.seatForm.word'), textMax, typed),
  ]);
}
