/** The watch over a plan, one proposal with its evidence and its effects, and the cards to those who keep the list. */

import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import { findingLine } from '../../eligibility/views.ts';
import { newcomersButtons } from '../../newcomers/views/messages.ts';
import type { Person } from '../../people/types.ts';
import type { Plan, PlanUse } from '../../plans/types.ts';
import { planButton, yearlyReviewButton } from '../../plans/views/buttons.ts';
import type { Removal, RemovalSeen } from '../types.ts';
import * as buttons from './buttons.ts';

const pageSize = 10;
const lapsedShown = 10;

export interface WatchShown {
  readonly plan: Plan;
  readonly lines: readonly { readonly removal: Removal; readonly person: Person }[];
  /** Of the register, who newly qualifies for the plan. */
  readonly newcomers: number;
}

export function watchMessage(t: Texts, { plan, lines, newcomers }: WatchShown, asked: number): Message {
  const { committee } = plan;
  const at = { committee, plan: plan.id };
  const open = lines.filter(({ removal }) => removal.state === 'open');
  const again = lines.filter(({ removal }) => removal.state === 'lapsed').slice(-lapsedShown);
  const pages = Math.max(1, Math.ceil(open.length / pageSize));
  const page = Math.min(asked, pages);
  return {
    summary: t('removals.summary'),
    blocks: [
      { kind: 'heading', text: t('removals.watch.title') },
      {
        kind: 'text',
        text: t.rich(open.length > 0 ? 'removals.watch.intro' : 'removals.watch.none', { plan: titled(t, plan) }),
      },
      ...open.slice((page - 1) * pageSize, page * pageSize).map(
        ({ removal, person }): Block => ({
          kind: 'row',
          text: removalLine(t, removal, person, titleOf(plan, removal)),
          buttons: [buttons.openButton.draw(t('removals.watch.button'), { committee, removal: removal.id })],
        }),
      ),
      ...(again.length > 0
        ? ([
            { kind: 'text', text: [{ bold: t('removals.watch.again') }] },
            {
              kind: 'list',
              items: again.map(
                ({ removal, person }): Rich => [
                  { bold: person.fullName },
                  ` (${titleOf(plan, removal)}): ${t('removals.watch.lapsed', {
                    reason: t.label('plans.removalReasons', removal.reason),
                    since: t.moment(removal.endedAt ?? removal.since),
                  })}`,
                ],
              ),
            },
          ] as const)
        : []),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(page > 1 ? [buttons.pageButton.draw(t('common.previousPage'), { ...at, page: String(page - 1) })] : []),
          ...(page < pages ? [buttons.pageButton.draw(t('common.nextPage'), { ...at, page: String(page + 1) })] : []),
          buttons.proposeButton.draw(t('removals.watch.buttonPropose'), at),
          ...newcomersButtons(t, at, newcomers),
          planButton.draw(t('common.back'), at),
        ],
      },
      { kind: 'note', text: [t('removals.watch.yours'), ' ', t('common.onlyYou')] },
    ],
  };
}

/** `undo`: closed just now; "" where nobody is told, null when there is nothing to undo. */
export function removalMessage(t: Texts, seen: RemovalSeen, undo: string | null = null): Message {
  const { committee, removal, person, plan, positionTitle, uses } = seen;
  const at = { committee, removal: removal.id };
  const isOpen = removal.state === 'open';
  return {
    summary: t('removals.summary'),
    blocks: [
      { kind: 'heading', text: t('removals.one.title') },
      { kind: 'text', text: removalLine(t, removal, person, positionTitle) },
      ...(removal.note ? [{ kind: 'quote', text: removal.note } as const] : []),
      ...(isOpen ? usesBlocks(t, uses) : [{ kind: 'text', text: endLine(t, removal) } as const]),
      {
        kind: 'buttons',
        buttons: [
          ...(isOpen
            ? [
                removal.reason === 'appointed'
                  ? buttons.removeButton.draw(t('removals.appoint.title'), at, { style: 'primary' })
                  : buttons.removeButton.draw(t('removals.one.buttonRemove'), at, { style: 'danger' }),
                buttons.keepButton.draw(t('removals.one.buttonKeep'), at),
              ]
            : []),
          ...(undo === null ? [] : [buttons.undoButton.draw(t('common.undo'), { ...at, batch: undo })]),
          buttons.watchButton.draw(t('removals.one.buttonWatch'), { committee, plan: plan.id }),
        ],
      },
      ...(!isOpen && removal.reason === 'appointed'
        ? [{ kind: 'note', text: [t('removals.appoint.register')] } as const]
        : []),
      ...(undo === null ? [] : [{ kind: 'note', text: [t('removals.one.undoable')] } as const]),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** Where the person appears, and what becomes of each when they leave. */
export function usesBlocks(t: Texts, uses: readonly PlanUse[]): readonly Block[] {
  if (uses.length === 0) return [{ kind: 'note', text: [t('removals.uses.none')] }];
  const line = ({ kind, number, at, title, ...use }: PlanUse): Rich => [
    t(`removals.uses.${kind}`, { number: number ?? '', title: title ?? '' }),
    ...(at ? [' (', t.when(at), ')'] : []),
    `: ${t(`removals.uses.${outcomeOf(kind, use)}`)}`,
  ];
  return [
    { kind: 'text', text: [{ bold: t('removals.uses.title') }] },
    { kind: 'list', items: uses.map(line) },
  ];
}

function outcomeOf(kind: PlanUse['kind'], { holds, ends }: Pick<PlanUse, 'holds' | 'ends'>) {
  if (kind === 'external-nomination') return 'asked';
  if (kind === 'submission-draft') return 'waits';
  if (kind === 'submission-sent') return 'not-entered';
  return holds ? 'holds' : ends ? 'ends' : 'stays';
}

function removalLine(t: Texts, removal: Removal, person: Person, position: string): Rich {
  const { reason, evidence, since } = removal;
  return [
    { bold: person.fullName },
    ` (${position}): ${t.label('plans.removalReasons', reason)}`,
    ...(evidence ? [' · ', ...findingLine(t, evidence)] : []),
    ` · ${t(`removals.one.since-${removal.source}`, { at: t.moment(since) })}`,
  ];
}

function endLine(t: Texts, { state, reason, paper, endNote }: Removal): Rich {
  if (state === 'removed' && paper) {
    const { body, decision, decidedOn, basis } = paper;
    return [
      ...t.rich(`removals.one.${reason === 'appointed' ? 'appointed' : 'removed'}`, {
        body,
        decision,
        date: t.date(decidedOn),
      }),
      ...(basis ? [` ${t('removals.one.basis', { basis })}`] : []),
    ];
  }
  return state === 'kept' ? t.rich('removals.one.kept', { note: endNote ?? '' }) : [t('removals.one.lapsed')];
}

function titleOf(plan: Plan, { position }: Removal): string {
  return plan.positions.find(({ id }) => id === position)?.title ?? '';
}

/** How many the reader may see; names behind the button. */
export function watchCard(
  t: Texts,
  news: readonly { readonly plan: Plan; readonly open: number; readonly lapsed: number }[],
): Message {
  return {
    summary: t('removals.summary'),
    blocks: [
      ...news.flatMap(({ plan, open, lapsed }): Block[] => {
        const at = { committee: plan.committee, plan: plan.id };
        return [
          {
            kind: 'text',
            text: [
              ...t.rich('removals.card.open', { plan: titled(t, plan), count: open }),
              ...(lapsed > 0 ? [` ${t('removals.card.lapsed', { count: lapsed })}`] : []),
            ],
          },
          {
            kind: 'buttons',
            buttons: [
              buttons.watchButton.draw(t('removals.card.button'), at, { style: 'primary' }),
              yearlyReviewButton.draw(t('plans.card.buttonYearlyReview'), at),
            ],
          },
        ];
      }),
      { kind: 'note', text: [t('removals.watch.yours')] },
    ],
  };
}

export function removedCard(
  t: Texts,
  at: { committee: string; removal: string },
  { plan, removal }: Pick<RemovalSeen, 'plan' | 'removal'>,
): Message {
  const key = removal.reason === 'appointed' ? 'appointed' : 'removed';
  return {
    summary: t('removals.summary'),
    blocks: [
      { kind: 'text', text: t.rich(`removals.card.${key}`, { plan: titled(t, plan) }) },
      { kind: 'buttons', buttons: [buttons.openButton.draw(t('removals.card.button'), at)] },
    ],
  };
}
