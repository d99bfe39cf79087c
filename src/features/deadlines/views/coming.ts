/** What goes out in the next 24 hours: one row a date and moment, opened into single messages; held back and let go. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { Coming, ComingList } from '../types/reminders.ts';
import { titleText } from './list.ts';

const ofCommittee = z.object({ committee: z.string() });
/** `deadline` empty: cards of other features. */
const ofGroup = z.object({ committee: z.string(), deadline: z.string(), at: z.string(), mode: z.string() });
const ofOne = z.object({ committee: z.string(), id: z.string() });

export const comingButton = defineButton('deadlines.coming', ofCommittee);
export const holdAllButton = defineButton('deadlines.hold-all', ofCommittee);
export const releaseAllButton = defineButton('deadlines.release-all', ofCommittee);
export const holdGroupButton = defineButton('deadlines.hold-group', ofGroup);
export const releaseGroupButton = defineButton('deadlines.release-group', ofGroup);
export const openGroupButton = defineButton('deadlines.open-group', ofGroup);
export const holdOneButton = defineButton('deadlines.hold-one', ofOne);
export const releaseOneButton = defineButton('deadlines.release-one', ofOne);

const mostGroups = 15;
const mostPeople = 40;
const mostNames = 12;

/** Shown as its own message and below the committee secretary's board. */
export function comingBlocks(t: Texts, list: ComingList): readonly Block[] {
  const groups = [...groupsOf(list.coming).values()];
  const id = { committee: list.committee.id };
  if (groups.length === 0)
    return [{ kind: 'text', text: [t('deadlines.coming.none', { until: t.moment(list.until) })] }];
  const isSomeFree = list.coming.some(({ isHeld }) => !isHeld);
  const isSomeHeld = list.coming.some(({ isHeld }) => isHeld);
  const buttons: readonly Button[] = [
    ...(isSomeFree ? [holdAllButton.draw(t('deadlines.coming.holdAll'), id)] : []),
    ...(isSomeHeld ? [releaseAllButton.draw(t('deadlines.coming.releaseAll'), id)] : []),
  ];
  return [
    ...groups.slice(0, mostGroups).map((group) => groupRow(t, list, group)),
    ...(groups.length > mostGroups
      ? [{ kind: 'note', text: [t('deadlines.coming.more', { count: groups.length - mostGroups })] } as const]
      : []),
    { kind: 'note', text: [t('deadlines.coming.heldMeans')] },
    { kind: 'buttons', buttons },
  ];
}

export function comingMessage(t: Texts, list: ComingList): Message {
  return {
    summary: t('deadlines.coming.title'),
    about: list.committee,
    blocks: [{ kind: 'heading', text: t('deadlines.coming.title') }, ...comingBlocks(t, list)],
  };
}

/** One row of the list, person by person. */
export function groupMessage(t: Texts, list: ComingList, group: readonly Coming[]): Message {
  const [first] = group;
  if (!first) return { summary: t('deadlines.coming.title'), blocks: comingBlocks(t, { ...list, coming: [] }) };
  return {
    summary: t('deadlines.coming.title'),
    blocks: [
      { kind: 'text', text: lineOf(t, first) },
      ...group.slice(0, mostPeople).map((one): Block => {
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
      ...(group.length > mostPeople
        ? [{ kind: 'note', text: [t('deadlines.coming.more', { count: group.length - mostPeople })] } as const]
        : []),
      { kind: 'buttons', buttons: [comingButton.draw(t('deadlines.coming.back'), { committee: list.committee.id })] },
    ],
  };
}

function groupRow(t: Texts, list: ComingList, group: readonly Coming[]): Block {
  const [first] = group as readonly [Coming, ...Coming[]];
  const data = {
    ...{ committee: list.committee.id, deadline: first.deadline?.id ?? '' },
    ...{ at: first.at.toISOString(), mode: first.mode },
  };
  const names = [...new Set(group.map((one) => nameOf(t, one)))];
  const shown = t.list(names.slice(0, mostNames));
  const rest = names.length - mostNames;
  const whom = rest > 0 ? t('deadlines.coming.andMore', { names: shown, count: rest }) : shown;
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

function groupsOf(coming: readonly Coming[]): ReadonlyMap<string, readonly Coming[]> {
  const groups = new Map<string, Coming[]>();
  for (const one of coming) {
    const key = `${one.at.toISOString()} ${one.mode} ${one.deadline?.id ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
