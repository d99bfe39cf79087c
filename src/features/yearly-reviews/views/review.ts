/** A yearly review while it is open: a page of the people, what the rules suggest, what was decided, how far it is. */

import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import { measuresText } from '../../development/views/measure-line.ts';
import { findingsOn } from '../../eligibility/rules/leaving.ts';
import { findingLine } from '../../eligibility/views.ts';
import type { Plan } from '../../plans/types.ts';
import { planButton, proposeButton } from '../../plans/views/buttons.ts';
import { progressOf } from '../rules/decide.ts';
import { overfullPositions } from '../rules/overfull.ts';
import type { Decision, ReviewItem, ReviewSeen, YearlyReview } from '../types.ts';
import * as buttons from './buttons.ts';

export const pageSize = 20;
export type Which = 'all' | 'undecided';

/** Before one is open: what it is, the earlier ones, and the button that begins. */
export function startMessage(t: Texts, plan: Plan, reviews: readonly YearlyReview[]): Message {
  const at = { committee: plan.committee, plan: plan.id };
  return {
    summary: t('yearlyReviews.summary'),
    blocks: [
      { kind: 'heading', text: t('yearlyReviews.review.title') },
      { kind: 'text', text: t.rich('yearlyReviews.start.intro', { plan: titled(t, plan) }) },
      ...reviews.slice(0, earlierShown).map(
        (review): Block => ({
          kind: 'row',
          text: t.rich(`yearlyReviews.start.${review.state === 'confirmed' ? 'confirmed' : 'givenUp'}`, {
            date: t.when(review.endedAt ?? review.openedAt, 'date'),
            decision: review.paper?.decision ?? '',
          }),
          buttons: [
            buttons.differenceButton.draw(t('yearlyReviews.review.buttonDifference'), {
              committee: plan.committee,
              review: review.id,
              page: '1',
            }),
          ],
        }),
      ),
      {
        kind: 'buttons',
        buttons: [
          ...(plan.isClosed
            ? []
            : [buttons.beginButton.draw(t('yearlyReviews.start.button'), at, { style: 'primary' })]),
          planButton.draw(t('common.back'), at),
        ],
      },
    ],
  };
}

const earlierShown = 10;

/** `said`: what was just done. */
export function reviewMessage(
  t: Texts,
  seen: ReviewSeen,
  shown: { readonly which: Which; readonly page: number },
  said: readonly Block[] = [],
): Message {
  const { plan, review, committee, items } = seen;
  const at = { committee, review: review.id };
  const wanted = shown.which === 'all' ? items : items.filter(({ decision }) => decision === null);
  const pages = Math.max(1, Math.ceil(wanted.length / pageSize));
  const page = Math.min(shown.page, pages);
  const turn = (to: number, which: Which = shown.which) => ({ ...at, which, page: String(to) });
  const other: Which = shown.which === 'all' ? 'undecided' : 'all';
  return {
    summary: t('yearlyReviews.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('yearlyReviews.review.title') },
      { kind: 'text', text: progressLine(t, seen) },
      ...overfullNote(t, items),
      ...(wanted.length === 0 ? [{ kind: 'text', text: [t('yearlyReviews.review.none')] } as const] : []),
      ...wanted.slice((page - 1) * pageSize, page * pageSize).map((item): Block => itemRow(t, item, seen)),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(page > 1 ? [buttons.pageButton.draw(t('common.previousPage'), turn(page - 1))] : []),
          ...(page < pages ? [buttons.pageButton.draw(t('common.nextPage'), turn(page + 1))] : []),
          buttons.pageButton.draw(t(`yearlyReviews.review.show-${other}`), turn(1, other)),
          buttons.restButton.draw(t('yearlyReviews.review.buttonRest'), at),
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          buttons.differenceButton.draw(t('yearlyReviews.review.buttonDifference'), { ...at, page: '1' }),
          ...sheetsButton(t, seen),
          buttons.confirmButton.draw(t('yearlyReviews.review.buttonConfirm'), at, { style: 'primary' }),
          proposeButton.draw(t('yearlyReviews.review.buttonAdd'), { committee, plan: plan.id }),
          buttons.giveUpButton.draw(t('yearlyReviews.review.buttonGiveUp'), at, {
            confirm: {
              title: t('yearlyReviews.review.giveUpTitle'),
              text: t('yearlyReviews.review.giveUpText'),
              yes: t('yearlyReviews.review.buttonGiveUp'),
              no: t('common.back'),
            },
          }),
          planButton.draw(t('common.back'), { committee, plan: plan.id }),
        ],
      },
      { kind: 'note', text: [t('yearlyReviews.review.nothingYet'), ' ', t('common.onlyYou')] },
    ],
  };
}

/** Nothing where the rules of the plan have no form for it. */
export function sheetsButton(
  t: Texts,
  { committee, review, hasSheets }: Pick<ReviewSeen, 'review' | 'hasSheets'> & { readonly committee: string },
): readonly Button[] {
  if (!hasSheets || review.state === 'given-up') return [];
  return [buttons.sheetButton.draw(t('sheets.button'), { committee, review: review.id, sheet: '', page: '1' })];
}

function progressLine(t: Texts, { plan, review, items }: ReviewSeen): Rich {
  const { total, undecided, counts } = progressOf(items);
  const decided = t.number(total - undecided);
  const parts = (['keep', 'remove', 'move', 'carry-over', 'add', 'not-now'] as const)
    .filter((action) => counts[action] > 0)
    .map((action) => t(`yearlyReviews.counts.${action}`, { count: counts[action] }));
  return [
    ...t.rich('yearlyReviews.review.progress', {
      plan: titled(t, plan),
      since: t.when(review.openedAt, 'date'),
      decided,
      total: t.number(total),
    }),
    ...(parts.length > 0 ? [` ${t('yearlyReviews.review.counts', { list: parts.join(', ') })}`] : []),
  ];
}

const overfullShown = 3;

/** The rules say how many people a position may have, and not who of them leaves: nobody's line would show it. */
function overfullNote(t: Texts, items: readonly ReviewItem[]): readonly Block[] {
  const all = overfullPositions(items);
  if (all.length === 0) return [];
  const shown = all.slice(0, overfullShown).map(({ position, people, max }) =>
    t('yearlyReviews.review.overfullOne', {
      position: position.title,
      people: t.number(people),
      max: t.number(max),
    }),
  );
  const list = t.list(shown);
  const count = all.length - shown.length;
  return [
    {
      kind: 'note',
      text: [
        count > 0
          ? t('yearlyReviews.review.overfullMore', { list: shown.join(', '), count })
          : t('yearlyReviews.review.overfull', { list }),
      ],
    },
  ];
}

function itemRow(t: Texts, item: ReviewItem, { committee, review, plan, nextPlans }: ReviewSeen): Block {
  const { person, position, kind, entry, decision, suggested } = item;
  const [finding] = findingsOn(item.verdicts);
  const since = entry?.enteredOn ? t('yearlyReviews.review.since', { date: t.shortDate(entry.enteredOn) }) : '';
  const developed = measuresText(t, item.measures);
  const text: Rich = [
    { bold: person.fullName },
    ` (${position.title})${kind === 'addition' ? t('yearlyReviews.review.addition') : since}. `,
    ...(decision
      ? decisionLine(t, decision, [plan, ...nextPlans])
      : suggested
        ? t.rich('yearlyReviews.review.suggested', { reason: t.label('plans.removalReasons', suggested) })
        : [t('yearlyReviews.review.undecided')]),
    ...(finding && (!decision || suggested) ? [' ', ...findingLine(t, finding), '.'] : []),
    ...(developed ? [` ${t('development.line.measures', { text: developed })}`] : []),
  ];
  const label = t(decision ? 'common.change' : 'yearlyReviews.review.buttonDecide');
  return {
    kind: 'row',
    text,
    buttons: [buttons.decideButton.draw(label, { committee, review: review.id, subject: item.subject })],
  };
}

/** What was decided, and where it puts the person. `plans`: of this review. */
export function decisionLine(t: Texts, decision: Decision, plans: readonly Plan[]): Rich {
  const { action, reason, note } = decision;
  const plan = plans.find(({ id }) => id === decision.toPlan);
  const position = plan?.positions.find(({ id }) => id === decision.toPosition)?.title ?? '';
  return [
    ...t.rich(`yearlyReviews.decided.${action}`, {
      position,
      plan: plan ? titled(t, plan) : '',
      reason: reason ? t.label('plans.removalReasons', reason) : '',
    }),
    ...(note ? [` “${note}”`] : []),
  ];
}
