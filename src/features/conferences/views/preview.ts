/** Before an announcement is sent: to whom, in which words, what is unusual; and after it, the minute to undo it. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import type { Conference, DayWarning, Difference, Forecast, HeldAct, Lack, Revision, Summoned } from '../types.ts';
import {
  agendaButton,
  changeButton,
  classifyButton,
  discardButton,
  listButton,
  openButton,
  previewButton,
  sendButton,
  summonedButton,
  undoButton,
} from './buttons.ts';
import { channelBlocks } from './channel.ts';
import { invitationSample } from './invitation.ts';
import { differenceBlocks, type ListName, lacksText } from './parts.ts';
import { neededBlocks } from './quorum.ts';

export interface PreviewCard {
  readonly committee: { readonly name: string; readonly zone: string; readonly channel: string | null };
  readonly conference: Pick<Conference, 'id' | 'version'>;
  readonly draft: Revision;
  readonly summoned: readonly Summoned[];
  readonly chairName: string;
  readonly beforeChairName: string | null;
  readonly difference: Difference | null;
  readonly told: readonly Summoned[];
  readonly released: readonly Summoned[];
  readonly dayWarning: DayWarning | null;
  readonly problem: Refused | null;
  readonly incomplete: readonly { readonly number: number; readonly lacks: readonly Lack[] }[];
  readonly forecast: Forecast;
  readonly lists: readonly ListName[];
  readonly now: Date;
}

/** More without an account than this are not named one by one: “Who is summoned” has the list for letters. */
const lettersFrom = 30;

/** Names shown before "and n more". */
const namesShown = 12;

/** `forChannel` speaks the committee's language: the preview shows the very words. */
export function previewMessage(t: Texts, forChannel: Texts, card: PreviewCard): Message {
  const { committee, draft, difference } = card;
  const what: HeldAct = difference ? 'changed' : 'scheduled';
  return {
    summary: t('conferences.preview.summary'),
    blocks: [
      { kind: 'heading', text: t('conferences.preview.heading') },
      { kind: 'note', text: [t('conferences.preview.nothingSent')] },
      ...warnings(t, card),
      ...(difference ? differenceBlocks(t, difference, { before: card.beforeChairName, after: card.chairName }) : []),
      ...(difference ? [answersNote(t, difference)] : []),
      ...recipients(t, card),
      { kind: 'divider' },
      { kind: 'text', text: [t('conferences.preview.card')] },
      ...invitationSample(t, draft, {
        committeeName: committee.name,
        zone: committee.zone,
        chairName: card.chairName,
        lists: card.lists,
        rule: card.forecast.rule,
        now: card.now,
      }),
      { kind: 'divider' },
      ...channelPart(t, forChannel, card, what),
      ...neededBlocks(t, card.forecast),
      { kind: 'buttons', buttons: buttons(t, card) },
    ],
  };
}

function warnings(t: Texts, { dayWarning, problem, incomplete }: PreviewCard): readonly Block[] {
  const texts = [
    ...(problem === null ? [] : [t.refusal(problem)]),
    ...incomplete.map(({ number, lacks }) => lacksText(t, number, lacks)),
    ...(dayWarning === null ? [] : [t(`conferences.preview.${dayWarning.because}`, { date: t.date(dayWarning.date) })]),
  ];
  return texts.map((text) => ({ kind: 'text', text: [{ bold: '⚠ ' }, text] }));
}

function answersNote(t: Texts, difference: Difference): Block {
  if (difference.startsAt) return { kind: 'text', text: [t('conferences.difference.answersReopen')] };
  const key = difference.asksAgain ? 'conferences.difference.answersAskedAgain' : 'conferences.difference.answersStay';
  return { kind: 'text', text: [t(key)] };
}

function recipients(t: Texts, { told, released }: PreviewCard): readonly Block[] {
  const inChat = told.filter((one) => one.isReachable);
  const without = [...told, ...released].filter((one) => !one.isReachable);
  return [
    inChat.length === 0
      ? { kind: 'text', text: [t('conferences.preview.nobody')] }
      : {
          kind: 'text',
          text: t.rich('conferences.preview.privately', { count: inChat.length, names: namesOf(t, inChat) }),
        },
    ...toTellBlocks(t, without),
    ...(released.length > 0
      ? [{ kind: 'text', text: [t('conferences.preview.released', { names: namesOf(t, released) })] } as const]
      : []),
  ];
}

function channelPart(t: Texts, forChannel: Texts, card: PreviewCard, what: HeldAct): readonly Block[] {
  if (card.committee.channel === null) return [{ kind: 'note', text: [t('conferences.preview.noChannel')] }];
  const post = { what, content: card.draft, summonedCount: card.summoned.length };
  return [{ kind: 'text', text: [t('conferences.preview.channel')] }, ...channelBlocks(forChannel, post)];
}

function buttons(t: Texts, card: PreviewCard): readonly Button[] {
  const { id, version } = card.conference;
  const seen = { conference: id, version: String(version) };
  const date = card.dayWarning ? t.date(card.dayWarning.date) : '';
  const confirm = card.dayWarning && {
    title: t('conferences.preview.confirmTitle'),
    text: t('conferences.preview.confirmText', { date }),
    yes: t('conferences.buttons.send'),
    no: t('common.cancel'),
  };
  const send = sendButton.draw(t('conferences.buttons.send'), seen, {
    style: 'primary',
    ...(confirm ? { confirm } : {}),
  });
  return [
    ...(card.problem === null ? [send] : []),
    summonedButton.draw(t('conferences.buttons.summoned'), { conference: id }),
    agendaButton.draw(t('conferences.buttons.agenda'), { conference: id, page: '1' }),
    changeButton.draw(t('conferences.buttons.edit'), { conference: id }),
    classifyButton.draw(t('classification.form.title'), { conference: id }),
    discardButton.draw(t('conferences.buttons.discard'), seen),
  ];
}

export interface AnnouncedCard {
  readonly conference: string;
  readonly act: HeldAct;
  readonly batch: string;
  readonly heldUntil: Date;
  readonly told: number;
  readonly toTell: readonly Summoned[];
}

export function announcedMessage(t: Texts, card: AnnouncedCard): Message {
  const { conference, batch } = card;
  return {
    summary: t('conferences.sent.summary'),
    blocks: [
      { kind: 'text', text: [{ bold: t(`conferences.sent.${card.act}`, { time: t.time(card.heldUntil) }) }] },
      ...(card.told > 0 ? [{ kind: 'text', text: [t('conferences.sent.told', { count: card.told })] } as const] : []),
      ...toTellBlocks(t, card.toTell),
      { kind: 'text', text: [t('conferences.sent.undo')] },
      {
        kind: 'buttons',
        buttons: [
          undoButton.draw(t('common.undo'), { conference, batch }),
          openButton.draw(t('conferences.buttons.open'), { conference }),
        ],
      },
    ],
  };
}

export function undoneMessage(t: Texts, conference: string, act: HeldAct): Message {
  const summary = t('conferences.sent.undone');
  const next = act === 'cancelled' ? openButton : previewButton;
  const label = t(act === 'cancelled' ? 'conferences.buttons.open' : 'conferences.buttons.continue');
  return {
    summary,
    blocks: [
      { kind: 'text', text: [act === 'cancelled' ? summary : `${summary} ${t('conferences.sent.undoneDraft')}`] },
      { kind: 'buttons', buttons: [next.draw(label, { conference })] },
    ],
  };
}

export function discardedMessage(t: Texts, committee: string, isWhole: boolean): Message {
  const summary = t(isWhole ? 'conferences.sent.discarded' : 'conferences.sent.discardedChange');
  return {
    summary,
    blocks: [
      { kind: 'text', text: [summary] },
      { kind: 'buttons', buttons: [listButton.draw(t('conferences.buttons.list'), { committee })] },
    ],
  };
}

/** Whoever cannot be reached in chat: the committee secretary's own list; a long one is a table of its own. */
function toTellBlocks(t: Texts, people: readonly Summoned[]): readonly Block[] {
  if (people.length === 0) return [];
  if (people.length > lettersFrom) {
    return [{ kind: 'text', text: [t('conferences.preview.withoutChatMany', { count: people.length })] }];
  }
  const names = t.list(people.map((one) => one.fullName));
  return [{ kind: 'text', text: [t('conferences.preview.withoutChat', { names })] }];
}

function namesOf(t: Texts, people: readonly Summoned[]): string {
  const names = people.slice(0, namesShown).map((one) => one.fullName);
  const more = people.length - names.length;
  if (more === 0) return t.list(names);
  return t('conferences.preview.more', { names: names.join(', '), count: more });
}
