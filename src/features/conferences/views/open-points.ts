/** What an earlier conference left open, as a choice in the form and as an item of the next agenda. */
import type { Texts } from '../../../i18n/texts.ts';
import type { NomineeListId, PersonId } from '../../../kernel/ids.ts';
import { planOfList } from '../../classification/views/marks.ts';
import { itemMax } from '../rules/content.ts';
import type { AgendaItem } from '../types.ts';
import type { ListName } from './parts.ts';

interface Point {
  readonly kind: 'item' | 'task';
  readonly text: string | null;
  readonly list: NomineeListId | null;
  readonly owner: PersonId | null;
  readonly ownerName: string;
}

export function openPointText(t: Texts, point: Point, lists: readonly ListName[]): string {
  if (point.kind === 'task') return t('conferences.form.openTask', { text: point.text ?? '', name: point.ownerName });
  const list = lists.find(({ id }) => id === point.list);
  if (point.text !== null) return point.text;
  return list
    ? t('conferences.parts.list', { number: list.number, plan: planOfList(t, list) })
    : t('conferences.parts.listClosed');
}

/** Of a task its owner reports; `t` speaks the language of the committee. */
export function carriedItem(t: Texts, point: Point): Pick<AgendaItem, 'kind' | 'text' | 'list' | 'owner'> {
  const { list, owner } = point;
  if (point.kind === 'task') {
    const text = t('conferences.form.openReport', { text: point.text ?? '' }).slice(0, itemMax);
    return { kind: 'information', text, list, owner };
  }
  return { kind: list === null ? 'other' : 'discussion', text: point.text, list, owner };
}
