/** What every view of a conference is made of: its time, its agenda, its lines. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { dateIn, timeIn } from '../../../kernel/time.ts';
import type { Level } from '../../classification/types.ts';
import { planOfList, titled } from '../../classification/views/marks.ts';
import { endOf } from '../rules/life.ts';
import type { AgendaItem, Content, Difference, Lack, Revision } from '../types.ts';

/** What is said of a frozen list on an agenda; a list that the reader may not see is not among them. */
export interface ListName {
  readonly id: string;
  readonly planTitle: string;
  readonly classification: Level;
  readonly number: number;
}

/** With what it bears: on invitations, agendas, lists and minutes alike. */
export function titleText(t: Texts, { title, classification }: Pick<Revision, 'title' | 'classification'>): string {
  return titled(t, { title: title === '' ? t('conferences.untitled') : title, classification });
}

/** With the weekday, on the reader's clock. */
export function whenText(t: Texts, content: Pick<Content, 'startsAt' | 'minutes'>): string {
  const end = endOf(content);
  const isSameDay = dateIn(t.zone, content.startsAt) === dateIn(t.zone, end);
  return t('conferences.parts.lasts', {
    start: t.moment(content.startsAt),
    end: isSameDay ? t.time(end) : t.moment(end),
  });
}

/** For readers whose clock is another one than the committee's. */
export function zoneNote(t: Texts, content: Pick<Content, 'startsAt'>, zone: string): string | null {
  const time = timeIn(zone, content.startsAt);
  if (time === timeIn(t.zone, content.startsAt)) return null;
  return t('conferences.parts.inZone', { time, zone });
}

export function contentBlocks(
  t: Texts,
  content: Content & Pick<Revision, 'classification'>,
  about: { readonly zone: string; readonly chairName: string; readonly lists: readonly ListName[] },
): readonly Block[] {
  const note = zoneNote(t, content, about.zone);
  const when = whenText(t, content);
  return [
    {
      kind: 'facts',
      rows: [
        [t('conferences.parts.title'), [titleText(t, content)]],
        [t('conferences.parts.when'), [note === null ? when : `${when} (${note})`]],
        [t('conferences.parts.place'), [content.place]],
        [t('conferences.parts.chair'), [about.chairName]],
        ...(content.agenda.length === 0
          ? [[t('conferences.parts.agenda'), [t('conferences.parts.noAgenda')]] as const]
          : []),
      ],
    },
    ...(content.agenda.length > 0
      ? ([
          { kind: 'text', text: [{ bold: t('conferences.parts.agenda') }] },
          { kind: 'list', ordered: true, items: content.agenda.map((item) => itemText(t, item, about.lists)) },
        ] as const)
      : []),
  ];
}

/** Its subject, and behind it what it is for, who presents it, which list belongs to it. */
export function itemText(t: Texts, item: AgendaItem, lists: readonly ListName[]): Rich {
  const list = item.list === null ? null : listText(t, item.list, lists);
  const remarks = [
    ...(item.kind === 'other' || (item.kind === 'discussion' && item.text === null)
      ? []
      : [t(`conferences.agenda.kinds.${item.kind}`)]),
    ...(item.ownerName ? [t('conferences.agenda.presents', { name: item.ownerName })] : []),
    ...(item.text !== null && list !== null ? [list] : []),
    ...(item.inConsent ? [t(item.isLifted ? 'conferences.consent.lifted' : 'conferences.consent.in')] : []),
  ];
  return [item.text ?? list ?? '', ...(remarks.length > 0 ? [` (${remarks.join('; ')})`] : [])];
}

function listText(t: Texts, id: string, lists: readonly ListName[]): string {
  const list = lists.find((one) => one.id === id);
  if (!list) return t('conferences.parts.listClosed');
  return t('conferences.parts.list', { number: list.number, plan: planOfList(t, list) });
}

/** "Item 2: nobody presents it; its review is still open." */
export function lacksText(t: Texts, number: number, lacks: readonly Lack[]): string {
  return t('conferences.agenda.lacks', {
    number,
    what: lacks.map((lack) => t(`conferences.agenda.lack.${lack}`)).join('; '),
  });
}

/** What changes, one line each, before and after. */
export function differenceBlocks(
  t: Texts,
  difference: Difference,
  chairs: { readonly before: string | null; readonly after: string },
): readonly Block[] {
  const pairs: readonly (readonly [part: string, before: string, after: string])[] = [
    ...pair(t('conferences.parts.title'), difference.title),
    ...pair(t('conferences.parts.when'), difference.startsAt, (at) => t.moment(at)),
    ...pair(t('conferences.difference.minutes'), difference.minutes, (minutes) => t.number(minutes)),
    ...pair(t('conferences.parts.place'), difference.place),
    ...pair(t('conferences.parts.replyBy'), difference.replyBy, (until) =>
      until === null ? t('conferences.parts.noReplyBy') : t.moment(until),
    ),
    ...pair(t('conferences.parts.chair'), difference.chair && ([chairs.before ?? '', chairs.after] as const)),
  ];
  const lines: Rich[] = pairs.map(([part, before, after]) => [`${part}: `, { struck: before }, ' → ', { bold: after }]);
  if (difference.isAgendaChanged) lines.push([agendaText(t, difference)]);
  const { added, released, restanding } = difference;
  if (added.length > 0) lines.push([t('conferences.difference.added', { count: added.length })]);
  if (released.length > 0) lines.push([t('conferences.difference.released', { count: released.length })]);
  if (restanding.length > 0) lines.push([t('conferences.difference.restanding', { count: restanding.length })]);
  if (lines.length === 0) return [];
  return [
    { kind: 'text', text: [{ bold: t('conferences.difference.title') }] },
    { kind: 'list', items: lines },
  ];
}

function agendaText(t: Texts, { itemsAdded, agendaReason }: Difference): string {
  const what =
    itemsAdded === null
      ? t('conferences.difference.agenda')
      : t('conferences.difference.addendum', { count: itemsAdded });
  return agendaReason === null
    ? what
    : `${what}. ${t('conferences.difference.agendaReason', { reason: agendaReason })}`;
}

function pair<T>(
  part: string,
  change: readonly [T, T] | null,
  show: (value: T) => string = String,
): readonly (readonly [string, string, string])[] {
  return change === null ? [] : [[part, show(change[0]), show(change[1])]];
}
