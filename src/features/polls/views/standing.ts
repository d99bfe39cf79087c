/** How the dates stand, with the quorum foretold for each; and the polls that run. */
import type { About, Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { planOfList } from '../../classification/views/marks.ts';
import type { Forecast } from '../../conferences/types.ts';
import { previewButton } from '../../conferences/views/buttons.ts';
import type { ListName } from '../../conferences/views/parts.ts';
import { quorumBlocks } from '../../conferences/views/quorum.ts';
import type { DatePoll } from '../types.ts';
import * as buttons from './buttons.ts';
import { placeBlocks, titleText } from './cards.ts';

export interface StandingView {
  readonly poll: DatePoll;
  readonly mayRecord: boolean;
  readonly options: readonly {
    readonly option: DatePoll['options'][number];
    readonly yes: number;
    readonly ifNeedBe: number;
    readonly no: number;
    readonly silent: number;
    readonly forecast: Forecast;
    readonly items: readonly {
      readonly list: Pick<ListName, 'number' | 'planTitle' | 'classification'>;
      readonly forecast: Forecast;
    }[];
  }[];
}

export function standingMessage(t: Texts, view: StandingView): Message {
  const { poll, options } = view;
  const isOver = poll.state === 'used' || poll.state === 'cancelled';
  return {
    summary: t('polls.summary'),
    blocks: [
      { kind: 'heading', text: t('polls.heading') },
      { kind: 'text', text: [{ bold: titleText(t, poll) }] },
      ...placeBlocks(t, poll),
      { kind: 'text', text: [t(`polls.states.${poll.state}`, { until: t.moment(poll.closesAt) })] },
      ...options.flatMap(({ option, yes, ifNeedBe, no, silent, forecast, items }): Block[] => {
        const text = [{ bold: t.moment(option.startsAt) }, ` ${t('polls.counts', { yes, ifNeedBe, no, silent })}`];
        const choose = buttons.chooseButton.draw(t('polls.choose'), { poll: poll.id, option: option.id });
        const [verdict] = quorumBlocks(t, forecast);
        return [
          isOver || poll.state === 'prepared' ? { kind: 'text', text } : { kind: 'row', text, buttons: [choose] },
          ...(verdict ? [verdict] : []),
          ...items.flatMap(({ list, forecast: ofItem }): Block[] => [
            { kind: 'note', text: [t('conferences.parts.list', { number: list.number, plan: planOfList(t, list) })] },
            ...quorumBlocks(t, ofItem).slice(0, 1),
          ]),
        ];
      }),
      ...quorumBlocks(t, options[0]?.forecast as Forecast).slice(1),
      { kind: 'note', text: [t('polls.carried')] },
      {
        kind: 'buttons',
        buttons: [
          ...(view.mayRecord && poll.state === 'open'
            ? [buttons.recordPollButton.draw(t('conferences.buttons.record'), { poll: poll.id })]
            : []),
          ...(poll.state === 'open'
            ? [
                buttons.datesButton.draw(t('polls.dates.change'), { poll: poll.id }),
                buttons.correctPollButton.draw(t('polls.correct.change'), { poll: poll.id }),
              ]
            : []),
          ...(isOver ? [] : [buttons.dropPollButton.draw(t('polls.drop'), { poll: poll.id }, { style: 'danger' })]),
          ...(poll.conference
            ? [previewButton.draw(t('conferences.buttons.continue'), { conference: poll.conference })]
            : []),
        ],
      },
    ],
  };
}

export function pollListMessage(
  t: Texts,
  committee: About & { readonly id: string },
  polls: readonly DatePoll[],
): Message {
  return {
    summary: t('polls.summary'),
    about: committee,
    blocks: [
      { kind: 'heading', text: t('polls.heading') },
      ...polls.slice(0, 20).map(
        (poll): Block => ({
          kind: 'row',
          text: [
            { bold: titleText(t, poll) },
            ` ${t(`polls.states.${poll.state}`, { until: t.moment(poll.closesAt) })}`,
          ],
          buttons: [buttons.standingButton.draw(t('polls.standing'), { poll: poll.id })],
        }),
      ),
      {
        kind: 'buttons',
        buttons: [buttons.createPollButton.draw(t('polls.new'), { committee: committee.id }, { style: 'primary' })],
      },
    ],
  };
}
