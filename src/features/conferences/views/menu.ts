/** The private menu of conferences, and one conference opened from it, according to the reader's rights. */
import type { About, Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { Level } from '../../classification/types.ts';
import { pollsButton } from '../../polls/views/buttons.ts';
import { rollCallFromMs } from '../../sittings/rules/life.ts';
import { runButton } from '../../sittings/views/buttons.ts';
import type { Conference, Forecast, Reply, Revision } from '../types.ts';
import {
  agendaButton,
  answersButton,
  calendarButton,
  cancelButton,
  changeButton,
  classifyButton,
  openButton,
  previewButton,
  recordButton,
  scheduleButton,
  summonedButton,
} from './buttons.ts';
import { type InvitationCard, invitationMessage } from './invitation.ts';
import { titleText, whenText } from './parts.ts';
import { quorumBlocks } from './quorum.ts';

export interface MenuEntry {
  readonly conference: Conference;
  readonly revision: Revision;
  readonly isCancelled: boolean;
  readonly isDraft: boolean;
  readonly hasDraft: boolean;
  readonly isSummoned: boolean;
  readonly reply: Reply | null;
}

export interface Menu {
  readonly committee: About & { readonly id: string };
  readonly maySchedule: boolean;
  readonly mayPoll: boolean;
  readonly conferences: readonly MenuEntry[];
}

/** Rows shown; further ones are reached when these are over. */
const rowsShown = 20;

export function menuMessage(t: Texts, menu: Menu, now: Date): Message {
  const rows = menu.conferences.slice(0, rowsShown);
  return {
    summary: t('conferences.menu.summary'),
    about: menu.committee,
    blocks: [
      { kind: 'heading', text: t('conferences.menu.heading') },
      ...(rows.length === 0 ? [{ kind: 'text', text: [t('conferences.menu.none')] } as const] : []),
      ...rows.map((entry) => row(t, entry, now, ofEntry(t, entry))),
      { kind: 'buttons', buttons: buttons(t, menu) },
    ],
  };
}

/** The same list with one button a row: which of them shall be changed, cancelled, looked at. */
export function chooseMessage(t: Texts, menu: Menu, now: Date, draw: (conference: string) => Button): Message {
  return {
    summary: t('conferences.menu.summary'),
    blocks: [
      { kind: 'text', text: [t('conferences.menu.choose')] },
      ...menu.conferences.slice(0, rowsShown).map((entry) => row(t, entry, now, draw(entry.conference.id))),
    ],
  };
}

function row(t: Texts, entry: MenuEntry, now: Date, button: Button): Block {
  const { revision } = entry;
  const text: Rich = [
    ...t.rich('conferences.menu.entry', {
      title: titleText(t, revision),
      when: whenText(t, revision),
      place: revision.place,
    }),
    ...remarks(t, entry, now).map((remark) => ` · ${remark}`),
  ];
  return { kind: 'row', text, buttons: [button] };
}

function remarks(t: Texts, entry: MenuEntry, now: Date): readonly string[] {
  const { isDraft, isCancelled, hasDraft, conference, reply } = entry;
  if (isDraft) return [t('conferences.menu.draft')];
  const answer = reply
    ? t('conferences.menu.yours', { answer: t(`conferences.answers.${reply.answer}`) })
    : t('conferences.menu.open');
  return [
    ...(isCancelled ? [t('conferences.menu.cancelled')] : entry.isSummoned ? [answer] : []),
    ...(hasDraft ? [t('conferences.menu.draftChange')] : []),
    ...(conference.held && conference.held.until > now ? [t('conferences.menu.held')] : []),
  ];
}

function ofEntry(t: Texts, { isDraft, conference }: MenuEntry): Button {
  const data = { conference: conference.id };
  if (isDraft) return previewButton.draw(t('conferences.buttons.continue'), data);
  return openButton.draw(t('conferences.buttons.open'), data);
}

function buttons(t: Texts, menu: Menu): readonly Button[] {
  const { id: committee } = menu.committee;
  return [
    ...(menu.maySchedule
      ? [scheduleButton.draw(t('conferences.buttons.schedule'), { committee }, { style: 'primary' })]
      : []),
    ...(menu.mayPoll ? [pollsButton.draw(t('polls.heading'), { committee })] : []),
    calendarButton.draw(t('conferences.buttons.calendar'), {}),
  ];
}

export interface Opened {
  readonly invitation: InvitationCard;
  readonly maySchedule: boolean;
  readonly hasDraft: boolean;
  readonly summonedCount: number;
  readonly guestCount: number;
  /** Null for those who do not see everybody's answers. */
  readonly forecast: Forecast | null;
}

/** The reader's own card, and below it what those who schedule need. */
export function openedMessage(t: Texts, opened: Opened): Message {
  const own = invitationMessage(t, { ...opened.invitation, before: null });
  if (!opened.maySchedule) return own;
  const { conference, isCancelled, revision, now } = opened.invitation;
  const { replyBy } = revision;
  const guests = opened.guestCount;
  const people = [
    t('conferences.parts.people', { count: opened.summonedCount }),
    ...(guests > 0 ? [t('conferences.parts.guests', { count: guests })] : []),
  ].join(', ');
  const data = { conference };
  const isNear = !isCancelled && revision.startsAt.getTime() - rollCallFromMs <= now.getTime();
  const run = isNear ? [runButton.draw(t('sittings.buttons.run'), data, { style: 'primary' })] : [];
  const change: readonly Button[] = isCancelled
    ? []
    : [
        opened.hasDraft
          ? previewButton.draw(t('conferences.buttons.continue'), data, { style: 'primary' })
          : changeButton.draw(t('conferences.buttons.change'), data),
        agendaButton.draw(t('conferences.buttons.agenda'), { ...data, page: '1' }),
        summonedButton.draw(t('conferences.buttons.summoned'), data),
        classifyButton.draw(t('classification.form.title'), data),
        recordButton.draw(t('conferences.buttons.record'), data),
        cancelButton.draw(t('conferences.buttons.cancel'), data, { style: 'danger' }),
      ];
  return {
    summary: own.summary,
    blocks: [
      ...own.blocks,
      { kind: 'divider' },
      {
        kind: 'facts',
        rows: [
          [t('conferences.parts.summoned'), [people]],
          ...(replyBy ? ([[t('conferences.parts.replyBy'), [t.moment(replyBy)]]] as const) : []),
        ],
      },
      ...(opened.forecast && !isCancelled ? quorumBlocks(t, opened.forecast) : []),
      { kind: 'buttons', buttons: [...run, answersButton.draw(t('conferences.buttons.answers'), data), ...change] },
    ],
  };
}

/** On from here: the draft is looked at again before it is sent, what is announced is opened. */
export function classifiedMessage(t: Texts, conference: string, level: Level): Message {
  const text = t.rich('classification.form.done.conference', { level: t.label('classification.levels', level) });
  return {
    summary: t('conferences.menu.summary'),
    blocks: [
      { kind: 'text', text },
      {
        kind: 'buttons',
        buttons: [
          previewButton.draw(t('conferences.buttons.continue'), { conference }),
          openButton.draw(t('conferences.buttons.open'), { conference }),
        ],
      },
    ],
  };
}
