/** The difference of a yearly review as people read it, before and after it is confirmed, and as rows to take out. */

import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { plain, type Rich } from '../../../kernel/rich.ts';
import { markedRows, titled } from '../../classification/views/marks.ts';
import { findingLine } from '../../eligibility/views.ts';
import type { Person } from '../../people/types.ts';
import type { Plan, Position } from '../../plans/types.ts';
import { planButton } from '../../plans/views/buttons.ts';
import type { Decision, YearlyReview } from '../types.ts';
import * as buttons from './buttons.ts';
import { decisionLine, sheetsButton } from './review.ts';

export interface DifferenceShown {
  readonly committee: string;
  readonly review: YearlyReview;
  readonly plan: Plan;
  readonly hasSheets: boolean;
  readonly lines: readonly {
    readonly decision: Decision;
    readonly person: Person;
    readonly from: Position | null;
    readonly to: Position | null;
    readonly toPlan: Plan | null;
  }[];
}

const pageSize = 15;

/** `undo`: it was confirmed just now; "" where nobody is told. */
export function differenceMessage(
  t: Texts,
  shown: DifferenceShown,
  asked: { readonly page: number; readonly undo: string | null },
): Message {
  const { committee, review, plan, lines } = shown;
  const at = { committee, review: review.id };
  const pages = Math.max(1, Math.ceil(lines.length / pageSize));
  const page = Math.min(asked.page, pages);
  const items = lines.slice((page - 1) * pageSize, page * pageSize).map((line) => differenceLine(t, line));
  return {
    summary: t('yearlyReviews.summary'),
    blocks: [
      { kind: 'heading', text: t('yearlyReviews.difference.title') },
      { kind: 'text', text: stateLine(t, shown) },
      items.length === 0 ? { kind: 'text', text: [t('yearlyReviews.difference.none')] } : { kind: 'list', items },
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(page > 1
            ? [buttons.differenceButton.draw(t('common.previousPage'), { ...at, page: String(page - 1) })]
            : []),
          ...(page < pages
            ? [buttons.differenceButton.draw(t('common.nextPage'), { ...at, page: String(page + 1) })]
            : []),
          ...(asked.undo === null ? [] : [buttons.undoButton.draw(t('common.undo'), { ...at, batch: asked.undo })]),
          ...(review.state === 'open'
            ? [buttons.pageButton.draw(t('yearlyReviews.difference.buttonReview'), { ...at, which: 'all', page: '1' })]
            : [planButton.draw(t('yearlyReviews.difference.buttonPlan'), { committee, plan: plan.id })]),
          ...sheetsButton(t, shown),
          buttons.csvButton.draw(t('yearlyReviews.difference.buttonCsv'), at),
          buttons.textButton.draw(t('yearlyReviews.difference.buttonText'), at),
        ],
      },
      ...(asked.undo === null ? [] : [{ kind: 'note', text: [t('yearlyReviews.confirm.undoable')] } as const]),
      { kind: 'note', text: [t('common.onlyYou')] },
    ] satisfies readonly Block[],
  };
}

function stateLine(t: Texts, { review, plan }: DifferenceShown): Rich {
  const { paper } = review;
  if (!paper)
    return t.rich(`yearlyReviews.difference.${review.state === 'open' ? 'open' : 'givenUp'}`, {
      plan: titled(t, plan),
    });
  return [
    ...t.rich('yearlyReviews.difference.confirmed', {
      plan: titled(t, plan),
      body: paper.body,
      decision: paper.decision,
      date: t.date(paper.decidedOn),
    }),
    ...(paper.basis ? [` ${t('yearlyReviews.difference.basis', { basis: paper.basis })}`] : []),
  ];
}

function differenceLine(t: Texts, line: DifferenceShown['lines'][number]): Rich {
  const { person, from, decision, toPlan } = line;
  const plans = toPlan ? [toPlan] : [];
  const finding = groundsOf(decision)[0];
  return [
    { bold: person.fullName },
    ` (${from?.title ?? t('common.unknown')}): `,
    ...decisionLine(t, decision, plans),
    ...(finding ? [' ', ...findingLine(t, finding), '.'] : []),
  ];
}

/** Evidence is shown where somebody leaves: of others it stood in the way of nothing. */
function groundsOf({ action, evidence }: Decision): Decision['evidence'] {
  return action === 'remove' ? evidence.filter(({ level }) => level === 'blocks') : [];
}

const columns = [
  'number',
  'fullName',
  'present',
  'position',
  'action',
  'to',
  'reason',
  'rule',
  'decision',
  'date',
] as const;

export function differenceRows(t: Texts, { lines, review, plan }: DifferenceShown): readonly (readonly string[])[] {
  return markedRows(t, plan.classification, [
    columns.map((name) => t.label('yearlyReviews.columns', name)),
    ...lines.map(({ person, from, to, toPlan, decision }, index) => {
      const finding = groundsOf(decision)[0];
      const cells = {
        number: String(index + 1),
        fullName: person.fullName,
        present: person.statePost ?? person.partyPost ?? '',
        position: from?.title ?? '',
        action: t(`yearlyReviews.actions.${decision.action}`),
        to: to ? `${to.title} (${toPlan ? titled(t, toPlan) : ''})` : '',
        reason: [decision.reason ? t.label('plans.removalReasons', decision.reason) : '', decision.note ?? '']
          .filter(Boolean)
          .join('; '),
        rule: finding ? plain(findingLine(t, finding)) : '',
        decision: review.paper?.decision ?? '',
        date: review.paper ? t.shortDate(review.paper.decidedOn) : '',
      };
      return columns.map((name) => cells[name]);
    }),
  ]);
}

/** To those who keep the list: names only behind the button. */
export function confirmedCard(t: Texts, at: { committee: string; review: string }, plan: Plan): Message {
  return {
    summary: t('yearlyReviews.summary'),
    blocks: [
      { kind: 'text', text: t.rich('yearlyReviews.card.confirmed', { plan: titled(t, plan) }) },
      {
        kind: 'buttons',
        buttons: [buttons.differenceButton.draw(t('yearlyReviews.card.button'), { ...at, page: '1' })],
      },
    ],
  };
}
