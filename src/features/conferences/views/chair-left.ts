/** What the committee secretary is told when whoever was to lead a conference has left the committee. */
import type { Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Revision } from '../types.ts';
import { changeButton, openButton } from './buttons.ts';
import { whenText } from './parts.ts';

export function chairLeftMessage(
  t: Texts,
  about: {
    readonly conference: string;
    readonly revision: Revision;
    readonly chairName: string;
    readonly committeeName: string;
    /** Another chair was announced since. */
    readonly isSettled: boolean;
  },
): Message {
  const { conference, revision, chairName: name, committeeName, isSettled } = about;
  const when = whenText(t, revision);
  const open = openButton.draw(t('conferences.buttons.open'), { conference });
  const change = changeButton.draw(t('conferences.buttons.change'), { conference }, { style: 'primary' });
  return {
    summary: t('conferences.chairLeft.summary'),
    blocks: [
      { kind: 'text', text: [{ bold: committeeName }] },
      { kind: 'text', text: t.rich(`conferences.chairLeft.${isSettled ? 'settled' : 'asked'}`, { when, name }) },
      { kind: 'buttons', buttons: isSettled ? [open] : [change, open] },
    ],
  };
}
