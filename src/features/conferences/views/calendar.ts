/** Calendar files and personal addresses: private answers only. */
import type { Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { calendarButton, feedCreateButton, feedRevokeButton } from './buttons.ts';

/** Without a public web address the bot has nothing to offer but the file. */
export function calendarMessage(t: Texts, has: { readonly feed: boolean; readonly publicAddress: boolean }): Message {
  const create = t(has.feed ? 'conferences.buttons.feedRenew' : 'conferences.buttons.feedCreate');
  const buttons = [
    ...(has.publicAddress ? [feedCreateButton.draw(create, {}, { style: 'primary' })] : []),
    ...(has.feed ? [feedRevokeButton.draw(t('conferences.buttons.feedRevoke'), {})] : []),
  ];
  return {
    summary: t('conferences.calendar.summary'),
    blocks: [
      { kind: 'heading', text: t('conferences.calendar.heading') },
      { kind: 'text', text: [t('conferences.calendar.intro')] },
      { kind: 'text', text: [t(has.feed ? 'conferences.calendar.hasOne' : 'conferences.calendar.hasNone')] },
      ...(has.publicAddress ? [] : [{ kind: 'text', text: [t('conferences.calendar.noPublicAddress')] } as const]),
      ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
    ],
  };
}

export function feedCreatedMessage(t: Texts, address: string): Message {
  return {
    summary: t('conferences.calendar.summary'),
    blocks: [
      { kind: 'text', text: [t('conferences.calendar.address')] },
      { kind: 'copy', text: address },
      { kind: 'buttons', buttons: [feedRevokeButton.draw(t('conferences.buttons.feedRevoke'), {})] },
    ],
  };
}

/** The address beside it: a file does not follow changes. */
export function fileSentMessage(t: Texts, name: string): Message {
  return {
    summary: t('conferences.calendar.fileSummary'),
    blocks: [
      { kind: 'text', text: [t('common.fileSent', { name })] },
      { kind: 'text', text: [t('conferences.calendar.fileOrAddress')] },
      { kind: 'buttons', buttons: [calendarButton.draw(t('conferences.buttons.calendar'), {})] },
    ],
  };
}

/** The address comes first: it needs no handling of files, and follows every change. */
export function fileMessage(t: Texts, ics: string): Message {
  return {
    summary: t('conferences.calendar.fileSummary'),
    blocks: [
      { kind: 'text', text: [t('conferences.calendar.fileOrAddress')] },
      { kind: 'buttons', buttons: [calendarButton.draw(t('conferences.buttons.calendar'), {})] },
      { kind: 'text', text: [t('conferences.calendar.file')] },
      { kind: 'copy', text: ics },
    ],
  };
}
