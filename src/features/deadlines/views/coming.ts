/** What goes out in the next 24 hours: one row a date and moment, opened into single messages; held back and let go. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { Coming, ComingList } from '../types/reminders.ts';
import { titleText } from './list.ts';
import { namesText, pageBlocks, pageOf } from './pages.ts';

const ofCommittee = z.object({ committee: z.string() });
/** `deadline` empty: cards of other features. */
const ofGroup = z.object({ committee: z.string(), deadline: z.string(), at: z.string(), mode: z.string() });
const ofOne = z.object({ committee: z.string(), id: z.string() });

export const comingButton = defineButton('deadlines.coming', ofCommittee);
export const comingPageButton = defineButton('deadlines.coming-page', ofCommittee.extend({ page: z.string() }));
export const holdAllButton = defineButton('deadlines.hold-all', ofCommittee);
export const releaseAllButton = defineButton('deadlines.release-all', ofCommittee);
export const holdGroupButton = defineButton('deadlines.hold-group', ofGroup);
export const releaseGroupButton = defineButton('deadlines.release-group', ofGroup);
export const openGroupButton = defineButton('deadlines.open-group', ofGroup);
export const groupPageButton = defineButton('deadlines.group-page', ofGroup.extend({ page: z.string() }));
export const holdOneButton = defineButton('deadlines.hold-one', ofOne);
export const releaseOneButton = defineButton('deadlines.release-one', ofOne);

const groupsOfPage = 15;
const groupsOnBoard = 5;
const peopleOfPage = 30;
const mostNames = 12;

/** Below the committee secretary's board, with a way to the rest. */
export function nextBlocks(t: Texts, list: ComingList): readonly Block[] {
  const groups = groupsOf(list.coming);
  const id = { committee: list.committee.id };
  const rest = groups.length - groupsOnBoard;
  if (rest <= 0) return comingBlocks(t, list, 1);
  return [
    ...groups.slice(0, groupsOnBoard).map((group) => groupRow(t, list, group)),
    { kind: 'note', text: [t('deadlines.coming.more', { count: rest })] },
    { kind: 'buttons', buttons: [comingButton.draw(t('deadlines.coming.all'), id)] },
  ];
}

function comingBlocks(t: Texts, list: ComingList, page: number): readonly Block[] {
  const groups = groupsOf(list.coming);
  const id = { committee: list.committee.id };
  if (groups.length === 0)
    return [{ kind: 'text', text: [t('deadlines.coming.none', { until: t.moment(list.until) })] }];
  const shown = pageOf(groups, groupsOfPage, page);
  const isSomeFree = list.coming.some(({ isHeld }) => !isHeld);
  const isSomeHeld = list.coming.some(({ isHeld }) => isHeld);
  const buttons: readonly Button[] = [
    ...(isSomeFree ? [holdAllButton.draw(t('deadlines.coming.holdAll'), id)] : []),
    ...(isSomeHeld ? [releaseAllButton.draw(t('deadlines.coming.releaseAll'), id)] : []),
  ];
  return [
    ...shown.items.map((group) => groupRow(t, list, group)),
    ...pageBlocks(t, shown, (label, to) => comingPageButton.draw(label, { ...id, page: to })),
    { kind: 'note', text: [t('deadlines.coming.heldMeans')] },
    { kind: 'buttons', buttons },
  ];
}

export function comingMessage(t: Texts, list: ComingList, page = 1): Message {
  return {
    summary: t('deadlines.coming.title'),
    about: list.committee,
    blocks: [{ kind: 'heading', text: t('deadlines.coming.title') }, ...comingBlocks(t, list, page)],
  };
}

/** One row of the list, person by person. */
export function groupMessage(t: Texts, list: ComingList, group: readonly Coming[], page = 1): Message {
  const [first] = group;
  if (!first) return { summary: t('deadlines.coming.title'), blocks: comingBlocks(t, { ...list, coming: [] }, 1) };
  const shown = pageOf(group, peopleOfPage, page);
  return {
    summary: t('deadlines.coming.title'),
    blocks: [
      { kind: 'text', text: lineOf(t, first) },
      ...shown.items.map((one): Block => {
        const data = { committee: list.committee.id, id: one.id };
        const button = one.isHeld
          ? releaseOneButton.draw(t('deadlines.coming.release'), data)
          : holdOneButton.draw(t('deadlines.coming.hold'), data);
        const remarks = [
          ...(one.isHeld ? [t('deadlines.coming.isHeld')] : []),
          ...(one.isAway ? [t('deadlines.clerk.isAway')] : []),
        ];
        const text = [nameOf(t, one), ...(remarks.length > 0 ? [` (${remarks.join(', ')})`] : [])];
        return { kind: 'row', text, buttons: [button] };
      }),
      ...pageBlocks(t, shown, (label, to) => groupPageButton.draw(label, { ...groupData(list, first), page: to })),
      { kind: 'buttons', buttons: [comingButton.draw(t('deadlines.coming.back'), { committee: list.committee.id })] },
    ],
  };
}

function groupRow(t: Texts, list: ComingList, group: readonly Coming[]): Block {
  const [first] = group as readonly [Coming, ...Coming[]];
  const data = groupData(list, first);
  const whom = namesText(t, [...new Set(group.map((one) => nameOf(t, one)))], mostNames);
  const held = group.filter(({ isHeld }) => isHeld).length;
  const state = held === 0 ? [] : [' · ', t('deadlines.coming.heldCount', { count: held })];
  return {
    kind: 'row',
    text: [...lineOf(t, first), ': ', whom, ...state],
    buttons: [
      ...(held < group.length ? [holdGroupButton.draw(t('deadlines.coming.hold'), data)] : []),
      ...(held > 0 ? [releaseGroupButton.draw(t('deadlines.coming.release'), data)] : []),
      ...(group.length > 1 ? [openGroupButton.draw(t('deadlines.coming.oneByOne'), data)] : []),
    ],
  };
}

function groupData({ committee }: ComingList, { deadline, at, mode }: Coming) {
  return { committee: committee.id, deadline: deadline?.id ?? '', at: at.toISOString(), mode };
}

function lineOf(t: Texts, { deadline, title, at, mode }: Coming): Rich {
  const what = t(`deadlines.coming.mode.${mode}`);
  const name = deadline ? titleText(t, deadline, title) : null;
  return name === null
    ? t.rich('deadlines.coming.lineCard', { at: t.moment(at), what })
    : t.rich('deadlines.coming.line', { at: t.moment(at), what, title: name });
}

function nameOf(t: Texts, { person, fullName }: Coming): string {
  if (person === null) return t('deadlines.coming.channel');
  return fullName ?? t('deadlines.coming.closed');
}

function groupsOf(coming: readonly Coming[]): readonly (readonly Coming[])[] {
  const groups = new Map<string, Coming[]>();
  for (const one of coming) {
    const key = `${one.at.toISOString()} ${one.mode} ${one.deadline?.id ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
