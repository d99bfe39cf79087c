/** Who answered what, for the chair and the committee secretary. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { plain, type Rich } from '../../../kernel/rich.ts';
import { answers, type Forecast, type Reply, type Revision, type Summoned } from '../types.ts';
import { answersPageButton, openButton, recordButton, recordManyButton } from './buttons.ts';
import { pageButtons, pageOf } from './pages.ts';
import { titleText, whenText } from './parts.ts';
import { quorumBlocks } from './quorum.ts';

export interface Overview {
  readonly conference: string;
  readonly revision: Revision;
  readonly summoned: readonly Summoned[];
  readonly replies: readonly Reply[];
  readonly forecast: Forecast;
  readonly mayRecord: boolean;
  readonly page: number;
}

interface Group {
  readonly answer: string;
  readonly people: readonly Summoned[];
}

export function overviewMessage(t: Texts, overview: Overview): Message {
  const { conference, revision, summoned } = overview;
  const replies = new Map(overview.replies.map((reply) => [reply.person, reply]));
  const groups: readonly Group[] = [
    ...answers.map((answer) => ({
      answer: t(`conferences.answers.${answer}`),
      people: summoned.filter((one) => replies.get(one.person)?.answer === answer),
    })),
    { answer: t('conferences.overview.silent'), people: summoned.filter((one) => !replies.has(one.person)) },
  ];
  const page = pageOf(
    groups.flatMap((group) => group.people.map((one) => ({ group, one }))),
    ({ one }) => plain(line(t, one, replies.get(one.person) ?? null)),
    overview.page,
  );
  return {
    summary: t('conferences.overview.summary'),
    blocks: [
      { kind: 'heading', text: t('conferences.overview.heading') },
      { kind: 'text', text: [{ bold: titleText(t, revision) }, `, ${whenText(t, revision)}`] },
      ...quorumBlocks(t, overview.forecast),
      ...(overview.replies.length === 0 ? [{ kind: 'text', text: [t('conferences.overview.empty')] } as const] : []),
      ...groups.flatMap((group) => {
        const here = page.items.filter((item) => item.group === group).map(({ one }) => one);
        return groupBlocks(t, group, here, replies);
      }),
      ...(overview.mayRecord ? [{ kind: 'note', text: [t('conferences.overview.recordNext')] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...pageButtons(t, page, (label, to) => answersPageButton.draw(label, { conference, page: to })),
          ...(overview.mayRecord
            ? [
                recordButton.draw(t('conferences.buttons.record'), { conference }, { style: 'primary' }),
                recordManyButton.draw(t('conferences.buttons.recordMany'), { conference }),
              ]
            : []),
          openButton.draw(t('conferences.buttons.open'), { conference }),
        ],
      },
    ],
  };
}

/** The count is of the whole group, the names are those of this page. */
function groupBlocks(
  t: Texts,
  { answer, people }: Group,
  here: readonly Summoned[],
  replies: ReadonlyMap<string, Reply>,
): readonly Block[] {
  if (here.length === 0) return [];
  return [
    { kind: 'text', text: t.rich('conferences.overview.group', { answer, count: people.length }) },
    { kind: 'list', items: here.map((one) => line(t, one, replies.get(one.person) ?? null)) },
  ];
}

function line(t: Texts, one: Summoned, reply: Reply | null): Rich {
  const remarks = [
    ...(one.counts ? [] : [t('conferences.overview.guest')]),
    ...(one.isReachable ? [] : [t('conferences.overview.noAccount')]),
    ...(reply?.recordedBy
      ? [
          reply.via
            ? t('conferences.overview.recorded', { via: t(`common.via.${reply.via}`) })
            : t('conferences.overview.byDeputy'),
        ]
      : []),
    ...(reply?.delegateName ? [t('conferences.overview.sends', { name: reply.delegateName })] : []),
  ];
  const post = one.post ? `, ${one.post}` : '';
  const end = remarks.length > 0 ? ` (${remarks.join(', ')})` : '';
  return [{ bold: one.fullName }, `${post}${end}`, ...(reply?.reason ? [`: ${reply.reason}`] : [])];
}
