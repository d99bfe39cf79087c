/** The names of a list on the agenda: a private answer, never a card. */
import type { Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { planOfList } from '../../classification/views/marks.ts';
import type { NomineeList } from '../../reviews/types/nouns.ts';

export function nomineesMessage(t: Texts, list: NomineeList): Message {
  return {
    summary: t('conferences.nominees.summary'),
    blocks: [
      { kind: 'heading', text: t('conferences.nominees.heading', { number: list.number, plan: planOfList(t, list) }) },
      {
        kind: 'table',
        header: [
          t('conferences.nominees.header.name'),
          t('conferences.nominees.header.posts'),
          t('conferences.nominees.header.position'),
        ],
        rows: list.entries.map(({ shown, positionTitle }) => [
          shown?.fullName ?? t('common.unknown'),
          [shown?.partyPost, shown?.statePost].filter(Boolean).join(', '),
          positionTitle,
        ]),
      },
      { kind: 'note', text: [t('conferences.nominees.onlyYou')] },
    ],
  };
}
