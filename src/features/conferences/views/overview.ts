/** Who answered what, for the chair and the committee secretary. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { answers, type Forecast, type Reply, type Revision, type Summoned } from '../types.ts';
import { openButton, recordButton } from './buttons.ts';
import { titleText, whenText } from './parts.ts';
import { quorumBlocks } from './quorum.ts';

export interface Overview {
  readonly conference: string;
  readonly revision: Revision;
  readonly summoned: readonly Summoned[];
  readonly replies: readonly Reply[];
  readonly forecast: Forecast;
  readonly mayRecord: boolean;
}

export function overviewMessage(t: Texts, overview: Overview): Message {
  const { conference, revision, summoned } = overview;
  const replies = new Map(overview.replies.map((reply) => [reply.person, reply]));
  const silent = summoned.filter((one) => !replies.has(one.person));
  return {
    summary: t('conferences.overview.summary'),
    blocks: [
      { kind: 'heading', text: t('conferences.overview.heading') },
      { kind: 'text', text: [{ bold: titleText(t, revision) }, `, ${whenText(t, revision)}`] },
      ...quorumBlocks(t, overview.forecast),
      ...(overview.replies.length === 0 ? [{ kind: 'text', text: [t('conferences.overview.empty')] } as const] : []),
      ...answers.flatMap((answer) => {
        const people = summoned.filter((one) => replies.get(one.person)?.answer === answer);
        return group(t, t(`conferences.answers.${answer}`), people, replies);
      }),
      ...group(t, t('conferences.overview.silent'), silent, replies),
      ...(overview.mayRecord ? [{ kind: 'note', text: [t('conferences.overview.recordNext')] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(overview.mayRecord
            ? [recordButton.draw(t('conferences.buttons.record'), { conference }, { style: 'primary' })]
            : []),
          openButton.draw(t('conferences.buttons.open'), { conference }),
        ],
      },
    ],
  };
}

function group(
  t: Texts,
  answer: string,
  people: readonly Summoned[],
  replies: ReadonlyMap<string, Reply>,
): readonly Block[] {
  if (people.length === 0) return [];
  return [
    { kind: 'text', text: t.rich('conferences.overview.group', { answer, count: people.length }) },
    { kind: 'list', items: people.map((one) => line(t, one, replies.get(one.person) ?? null)) },
  ];
}

function line(t: Texts, one: Summoned, reply: Reply | null): Rich {
  const remarks = [
    ...(one.counts ? [] : [t('conferences.overview.guest')]),
    ...(one.isReachable ? [] : [t('conferences.overview.noAccount')]),
    ...(reply?.recordedBy ? [t('conferences.overview.recorded', { via: t(`common.via.${reply.via ?? 'chat'}`) })] : []),
    ...(reply?.delegateName ? [t('conferences.overview.sends', { name: reply.delegateName })] : []),
  ];
  const post = one.post ? `, ${one.post}` : '';
  const end = remarks.length > 0 ? ` (${remarks.join(', ')})` : '';
  return [{ bold: one.fullName }, `${post}${end}`, ...(reply?.reason ? [`: ${reply.reason}`] : [])];
}
