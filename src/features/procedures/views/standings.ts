/** Where everybody stands in the steps of a plan, and the numbers that put them there, as far as the reader may see. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { outcomeText, votesText } from '../../ballots/views/ruling.ts';
import type { Plan } from '../../plans/types.ts';
import { procedureButton } from '../../plans/views/buttons.ts';
import type { CandidateStanding, ProcedureStep } from '../types/procedure.ts';
import { standingsButton } from './buttons.ts';

export interface StandingShown extends CandidateStanding {
  readonly name: string | null;
  readonly position: string | null;
  readonly sees: 'numbers' | 'outcome';
}

const perPage = 20;

export function standingsMessage(
  t: Texts,
  shown: {
    readonly plan: Plan;
    readonly steps: readonly { readonly step: ProcedureStep }[];
    readonly standings: readonly StandingShown[];
    readonly page: number;
  },
): Message {
  const { plan, standings, page } = shown;
  const steps = shown.steps.map(({ step }) => step);
  const pages = Math.max(1, Math.ceil(standings.length / perPage));
  const items = standings.slice((page - 1) * perPage, page * perPage).map((one) => standingLine(t, one, steps));
  const at = (to: number) => ({ committee: plan.committee, plan: plan.id, page: String(to) });
  const isMasked = standings.some(({ sees, ruled }) => sees === 'outcome' && ruled !== null);
  return {
    summary: t('procedures.summary'),
    blocks: [
      { kind: 'heading', text: t('procedures.standings.title') },
      items.length > 0
        ? ({ kind: 'list', items } as const)
        : ({ kind: 'text', text: [t('procedures.standings.none')] } as const),
      ...(isMasked ? ([{ kind: 'note', text: [t('rulings.card.shield')] }] as const) : []),
      ...(pages > 1 ? ([{ kind: 'note', text: [t('common.pageOf', { page, pages })] }] as const) : []),
      {
        kind: 'buttons',
        buttons: [
          ...(page > 1 ? [standingsButton.draw(t('common.previousPage'), at(page - 1))] : []),
          ...(page < pages ? [standingsButton.draw(t('common.nextPage'), at(page + 1))] : []),
          procedureButton.draw(t('common.back'), { committee: plan.committee, plan: plan.id }),
        ],
      } satisfies Block,
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function standingLine(t: Texts, one: StandingShown, steps: readonly ProcedureStep[]): Rich {
  const { candidate, standing, ruled, exception, sees, sentBackWith } = one;
  const number = steps.findIndex(({ key }) => key === one.step) + 1;
  const isWrittenIn = candidate.includes(':=');
  const name = one.name ?? t('votes.erased');
  const of = one.position ? ` (${one.position})` : '';
  const verdict =
    sentBackWith !== null
      ? t('procedures.standings.sentBack', { number: sentBackWith })
      : ruled
        ? outcomeText(t, ruled)
        : t(`procedures.standings.states.${standing}`);
  return [
    { bold: isWrittenIn ? t('rulings.writtenIn', { name }) : `${name}${of}` },
    ` · ${t('procedures.standings.step', { number, verdict })}`,
    ...(ruled && sees === 'numbers' ? [` ${numbersText(t, ruled)}`] : []),
    ...(exception ? [` ${t('procedures.standings.exception', { reason: exception })}`] : []),
  ];
}

function numbersText(t: Texts, ruled: NonNullable<StandingShown['ruled']>): string {
  const votes = votesText(t, ruled);
  const { needed, base } = ruled;
  return needed === null || base === null ? `${votes}.` : `${votes}. ${t('rulings.card.neededHere', { needed, base })}`;
}
