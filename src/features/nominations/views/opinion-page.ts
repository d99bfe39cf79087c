/** The page on which the own unit of somebody from elsewhere says what it thinks of them. */
import type { Texts } from '../../../i18n/texts.ts';
import type { DrawPage } from '../../answer-links/types.ts';
import { choices, formPage, group, line, lines, paragraph } from '../../answer-links/views.ts';
import { titled } from '../../classification/views/marks.ts';
import type { Plan } from '../../plans/types.ts';
import { ownUnitNoteMax } from '../rules.ts';
import { type Nomination, type OwnUnitInquiry, ownUnitAnswers } from '../types.ts';

export function opinionPage(
  t: Texts,
  about: {
    readonly committee: string;
    readonly inquiry: OwnUnitInquiry;
    readonly nomination: Nomination;
    readonly fullName: string;
    readonly plan: Plan;
  },
): DrawPage {
  const { committee, nomination, fullName: name, plan } = about;
  const { unit, letter, askedOn } = about.inquiry;
  const facts = { committee, unit, name, position: nomination.positionTitle, plan: titled(t, plan) };
  const date = t.shortDate(askedOn);
  const options = ownUnitAnswers.map((value) => ({ value, label: t(`ownUnit.options.${value}`) }));
  return (problem, typed) =>
    formPage(
      t,
      {
        title: t('ownUnit.page.title'),
        about: [
          paragraph(t('ownUnit.page.intro', facts)),
          paragraph(letter ? t('ownUnit.page.letter', { number: letter, date }) : t('ownUnit.page.asked', { date })),
          paragraph(t('ownUnit.page.forYou', { unit })),
        ],
        fields: [
          group(t('ownUnit.page.answer'), choices('answer', options, typed)),
          lines('note', t('ownUnit.page.note'), ownUnitNoteMax, typed),
          line('reference', t('ownUnit.page.reference'), 'text', typed),
        ],
      },
      problem,
    );
}
