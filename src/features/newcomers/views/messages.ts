/** Who has newly come to qualify for a plan: by which rule, with both numbers, since when; and the card that says so once. */

import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import { citedAgain } from '../../eligibility/rules/evaluator.ts';
import { findingLine, ruleSetLine, unsureNote, verdictLine } from '../../eligibility/views.ts';
import { describePerson } from '../../people/views/register.ts';
import type { Plan } from '../../plans/types.ts';
import { planButton, poolButton } from '../../plans/views/buttons.ts';
import type { Newcomer, NewcomersSeen } from '../types.ts';
import * as buttons from './buttons.ts';

const pageSize = 10;

/** `said`: what was just done. */
export function newcomersMessage(t: Texts, seen: NewcomersSeen, asked: number, said: readonly Block[] = []): Message {
  const { plan, lines, ruleSet } = seen;
  const at = { committee: plan.committee, plan: plan.id };
  const pages = Math.max(1, Math.ceil(lines.length / pageSize));
  const page = Math.min(Math.max(1, asked), pages);
  const newest = lines[0]?.newcomer.since;
  return {
    summary: t('newcomers.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('newcomers.title') },
      {
        kind: 'text',
        text: t.rich(lines.length > 0 ? 'newcomers.intro' : 'newcomers.none', { plan: titled(t, plan) }),
      },
      ...lines
        .slice((page - 1) * pageSize, page * pageSize)
        .map((line): Block => ({ kind: 'text', text: lineText(t, seen, line) })),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(newest ? [buttons.noteButton.draw(t('newcomers.note'), { ...at, until: newest.toISOString() })] : []),
          ...(page > 1 ? [buttons.pageButton.draw(t('common.previousPage'), { ...at, page: String(page - 1) })] : []),
          ...(page < pages ? [buttons.pageButton.draw(t('common.nextPage'), { ...at, page: String(page + 1) })] : []),
          poolButton.draw(t('newcomers.pool'), at),
          planButton.draw(t('common.back'), at),
        ],
      },
      ...unsureNote(t, ruleSet),
      { kind: 'note', text: [ruleSetLine(t, ruleSet)] },
      { kind: 'note', text: [t('newcomers.yours'), ' ', t('common.onlyYou')] },
    ],
  };
}

function lineText(
  t: Texts,
  { plan, ruleSet }: NewcomersSeen,
  { newcomer, person }: NewcomersSeen['lines'][number],
): Rich {
  const about = describePerson(t, person);
  const titles = plan.positions.filter(({ id }) => newcomer.positions.includes(id)).map(({ title }) => title);
  return [
    { bold: person.fullName },
    about ? ` (${about})` : '',
    `: ${t('newcomers.since', { positions: t.list(titles), since: t.moment(newcomer.since) })}`,
    ...changeText(t, newcomer, ruleSet),
  ];
}

function changeText(t: Texts, { changed }: Newcomer, ruleSet: NewcomersSeen['ruleSet']): Rich {
  if (changed.length === 0) return ['\n', t('newcomers.entered')];
  return changed.flatMap(
    ({ before, now }): Rich => [
      `\n${t('newcomers.before')} `,
      ...findingLine(t, before, ruleSet),
      `\n${t('newcomers.now')} `,
      ...(now ? verdictLine(t, citedAgain(now, ruleSet)) : [t('newcomers.notAsked')]),
    ],
  );
}

/** The way there from the pool and from the watch; nothing where there is nobody. */
export function newcomersButtons(
  t: Texts,
  at: { readonly committee: string; readonly plan: string },
  count: number,
): readonly Button[] {
  return count > 0 ? [buttons.newcomersButton.draw(t('newcomers.button', { count }), at)] : [];
}

/** How many the reader may see; names behind the button. */
export function newcomersCard(t: Texts, news: readonly { readonly plan: Plan; readonly count: number }[]): Message {
  return {
    summary: t('newcomers.summary'),
    blocks: [
      ...news.flatMap(({ plan, count }): Block[] => [
        { kind: 'text', text: t.rich('newcomers.card', { plan: titled(t, plan), count }) },
        {
          kind: 'buttons',
          buttons: [
            buttons.newcomersButton.draw(
              t('newcomers.look'),
              { committee: plan.committee, plan: plan.id },
              { style: 'primary' },
            ),
          ],
        },
      ]),
      { kind: 'note', text: [t('newcomers.yours')] },
    ],
  };
}
