/** One position of a pool: a page of its people, what the rules say of each with numbers and source, what was recorded. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { citedAgain } from '../../eligibility/rules/evaluator.ts';
import { unsureNote, verdictLine } from '../../eligibility/views.ts';
import { describePerson } from '../../people/views/register.ts';
import { type Opinion, type PoolStanding, type PositionSeen, standings } from '../types.ts';
import * as buttons from './buttons.ts';

export const pageSize = 8;

/** `said`: what was just recorded. */
export function positionMessage(
  t: Texts,
  seen: PositionSeen,
  shown: { readonly which: PoolStanding; readonly page: number },
  said: readonly Block[] = [],
): Message {
  const { committee, plan, pool, position, people } = seen;
  const at = { committee, plan: plan.id, pool: pool.id, position: position.id };
  const wanted = people.filter(({ standing }) => standing === shown.which);
  const pages = Math.max(1, Math.ceil(wanted.length / pageSize));
  const page = Math.min(Math.max(1, shown.page), pages);
  const count = (which: PoolStanding) => people.filter(({ standing }) => standing === which).length;
  const to = (label: string, which: PoolStanding, number: number) =>
    buttons.positionButton.draw(label, { ...at, which, page: String(number) });
  return {
    summary: t('pools.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: position.title },
      { kind: 'text', text: t.rich(`pools.position.which.${shown.which}`, { count: wanted.length }) },
      ...wanted.slice((page - 1) * pageSize, page * pageSize).map((one) => personRow(t, seen, one)),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(page > 1 ? [to(t('common.previousPage'), shown.which, page - 1)] : []),
          ...(page < pages ? [to(t('common.nextPage'), shown.which, page + 1)] : []),
          ...standings
            .filter((which) => which !== shown.which)
            .map((which) => to(t(`pools.position.show.${which}`, { count: count(which) }), which, 1)),
          buttons.pageButton.draw(t('pools.position.buttonPool'), {
            ...{ committee, plan: plan.id, pool: pool.id, page: '1' },
          }),
        ],
      },
      ...unsureNote(t, seen.ruleSet),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function personRow(t: Texts, seen: PositionSeen, one: PositionSeen['people'][number]): Block {
  const { committee, plan, pool, position, names, ruleSet } = seen;
  const about = describePerson(t, one.whole);
  const text: Rich = [
    { bold: one.whole.fullName },
    about ? ` (${about})` : '',
    one.standsInPlan ? t('pools.person.standsInPlan') : '',
    '. ',
    ...one.evidence.flatMap((finding): Rich => [...verdictLine(t, citedAgain(finding, ruleSet)), ' ']),
    ...(one.opinion ? opinionText(t, one.opinion, names) : []),
  ];
  if (pool.state !== 'open' || plan.isClosed) return { kind: 'text', text };
  return {
    kind: 'row',
    text,
    buttons: [
      buttons.discussButton.draw(t(one.opinion ? 'common.change' : 'pools.person.button'), {
        ...{ committee, plan: plan.id, pool: pool.id, position: position.id, person: one.person },
      }),
    ],
  };
}

/** Ruling with its reason, prospects with the assessment, and who recorded it when. */
function opinionText(t: Texts, opinion: Opinion, names: PositionSeen['names']): Rich {
  const { ruling, reason, prospects, assessment, recordedBy, recordedAt } = opinion;
  const name = (recordedBy && names.get(recordedBy)) || t('common.unknown');
  return [
    ...(ruling ? t.rich(`pools.person.rulings.${ruling}`, { reason: reason ?? '' }) : []),
    ...(prospects ? t.rich('pools.person.prospects', { level: t(`pools.prospects.${prospects}`) }) : []),
    ...(assessment ? [`“${assessment}” `] : []),
    ...(ruling || prospects ? [t('pools.person.recorded', { name, at: t.moment(recordedAt) })] : []),
  ];
}
