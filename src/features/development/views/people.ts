/** Who of a plan is made ready how: everybody in it, and one person with everything. */

import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { titled } from '../../classification/views/marks.ts';
import { appointButton, planButton } from '../../plans/views/buttons.ts';
import type { Developed, PersonDevelopment, PlanDevelopment } from '../types.ts';
import * as buttons from './buttons.ts';
import { experienceBlocks } from './experience.ts';
import { measureLine, measuresText } from './measure-line.ts';
import { standsBlocks } from './stands.ts';

const pageSize = 12;
const measuresShown = 15;

export function developmentMessage(t: Texts, shown: PlanDevelopment, asked: number): Message {
  const { committee, plan, people } = shown;
  const at = { committee, plan: plan.id };
  const pages = Math.max(1, Math.ceil(people.length / pageSize));
  const page = Math.min(asked, pages);
  const without = people.filter(({ measures }) => measures.length === 0).length;
  return {
    summary: t('development.summary'),
    blocks: [
      { kind: 'heading', text: t('development.list.title') },
      {
        kind: 'text',
        text:
          people.length === 0
            ? [t('development.list.none')]
            : [
                ...t.rich('development.list.intro', { plan: titled(t, plan) }),
                ...(without > 0 ? [` ${t('development.list.without', { count: without })}`] : []),
              ],
      },
      ...people.slice((page - 1) * pageSize, page * pageSize).map((one): Block => personRow(t, committee, one)),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(page > 1 ? [buttons.pageButton.draw(t('common.previousPage'), { ...at, page: String(page - 1) })] : []),
          ...(page < pages ? [buttons.pageButton.draw(t('common.nextPage'), { ...at, page: String(page + 1) })] : []),
          ...(people.length > 0 ? [buttons.lackingButton.draw(t('experience.lacking.title'), at)] : []),
          ...(people.length > 0 ? [buttons.listsButton.draw(t('developmentLists.button'), at)] : []),
          planButton.draw(t('common.back'), at),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function personRow(t: Texts, committee: string, { entry, person, position, measures }: Developed): Block {
  const counts = measuresText(t, measures) || t('development.list.nothing');
  return {
    kind: 'row',
    text: [{ bold: person.fullName }, ` (${position.title}): ${counts}`],
    buttons: [buttons.personButton.draw(t('development.list.button'), { committee, entry: entry.id })],
  };
}

/** `said`: what was just done. */
export function personMessage(t: Texts, shown: PersonDevelopment, said: readonly Block[] = []): Message {
  const { committee, plan, entry, person, measures, movements, mayEdit, today } = shown;
  const at = { committee, entry: entry.id };
  return {
    summary: t('development.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: person.fullName },
      ...standsBlocks(t, shown.stands),
      { kind: 'text', text: [{ bold: t('development.person.measures') }] },
      ...(measures.length === 0 ? [{ kind: 'text', text: [t('development.person.none')] } as const] : []),
      ...measures.slice(0, measuresShown).map((measure): Block => {
        const id = { ...at, measure: measure.id };
        const text = measureLine(t, measure, movements, today);
        if (!mayEdit) return { kind: 'text', text };
        return {
          kind: 'row',
          text,
          buttons: [
            buttons.settleButton.draw(t('development.person.buttonSettle'), id),
            buttons.changeButton.draw(t('common.change'), id),
          ],
        };
      }),
      ...(measures.length > measuresShown
        ? [{ kind: 'note', text: [t('development.person.more', { count: measures.length - measuresShown })] } as const]
        : []),
      ...experienceBlocks(t, shown),
      {
        kind: 'buttons',
        buttons: [
          ...(mayEdit ? [buttons.addButton.draw(t('development.person.buttonAdd'), at, { style: 'primary' })] : []),
          ...(mayEdit ? [buttons.experienceButton.draw(t('experience.button'), at)] : []),
          ...(mayEdit ? [appointButton.draw(t('development.person.buttonAppoint'), { ...at, plan: plan.id })] : []),
          buttons.pageButton.draw(t('development.person.buttonAll'), { committee, plan: plan.id, page: '1' }),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}
