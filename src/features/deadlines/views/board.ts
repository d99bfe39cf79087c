/** The committee secretary's board: who has not answered what, never contents; below it what goes out next. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { DeadlineList, Listed } from '../types/dates.ts';
import { remindAllButton, whoButton } from './buttons.ts';
import { comingButton } from './coming.ts';
import { daysText, lineOf, owingText } from './list.ts';
import { pageBlocks, pageOf } from './pages.ts';

/** One page of it. */
export const boardButton = defineButton('deadlines.board', z.object({ committee: z.string(), page: z.string() }));

const rowsOfPage = 8;
/** Home shows every committee, with its most pressing dates. */
const rowsOnHome = 5;

export function boardMessage(t: Texts, list: DeadlineList, page: number, coming: readonly Block[]): Message {
  const { committee } = list;
  const waiting = waitingIn(list);
  const shown = pageOf(waiting, rowsOfPage, page);
  const isAskedAnything = list.deadlines.some(({ deadline }) => deadline.ladder === 'date');
  const nothing = t(isAskedAnything ? 'deadlines.board.allAnswered' : 'deadlines.board.none');
  return {
    summary: t('deadlines.board.title'),
    about: committee,
    blocks: [
      { kind: 'heading', text: t('deadlines.board.title') },
      ...(waiting.length === 0 ? [{ kind: 'text', text: [nothing] } as const] : []),
      ...shown.items.map((listed) => row(t, listed)),
      ...pageBlocks(t, shown, (label, to) => boardButton.draw(label, { committee: committee.id, page: to })),
      { kind: 'heading', text: t('deadlines.coming.title') },
      ...coming,
    ],
  };
}

/** On Home; empty while nothing waits. */
export function boardOnHome(t: Texts, list: DeadlineList): readonly Block[] {
  const waiting = waitingIn(list);
  if (waiting.length === 0) return [];
  const { id, name } = list.committee;
  const rest = waiting.length - rowsOnHome;
  return [
    {
      kind: 'row',
      text: [{ bold: name }],
      buttons: [
        ...(rest > 0 ? [boardButton.draw(t('deadlines.board.whole'), { committee: id, page: '1' })] : []),
        comingButton.draw(t('deadlines.board.coming'), { committee: id }),
      ],
    },
    ...waiting.slice(0, rowsOnHome).map((listed) => row(t, listed)),
    ...(rest > 0 ? [{ kind: 'note', text: [t('deadlines.board.more', { count: rest })] } as const] : []),
  ];
}

/** Reminding of what hides who has answered would tell it: those reminders go to all alike, by themselves. */
function row(t: Texts, listed: Listed): Block {
  const id = { deadline: listed.deadline.id };
  const facts = [daysText(t, listed.daysLeft), owingText(t, listed.owing)];
  return {
    kind: 'row',
    text: [...lineOf(t, listed), ` · ${facts.join(' · ')}`],
    buttons:
      listed.owing === null
        ? []
        : [whoButton.draw(t('deadlines.buttons.who'), id), remindAllButton.draw(t('deadlines.buttons.remindAll'), id)],
  };
}

/**
 * What waits for somebody: what has passed first, then by date. The dates of one conference or one round stand together, at
 * the place of the earliest.
 */
function waitingIn({ deadlines }: DeadlineList): readonly Listed[] {
  const waiting = deadlines.filter(({ owing, deadline }) => owing !== 0 && deadline.ladder === 'date');
  const inOrder = waiting.toSorted((a, b) => a.deadline.dueAt.getTime() - b.deadline.dueAt.getTime());
  const matters = new Map<string, Listed[]>();
  for (const listed of inOrder) {
    const { id } = listed.deadline.subject;
    matters.set(id, [...(matters.get(id) ?? []), listed]);
  }
  return [...matters.values()].flat();
}
