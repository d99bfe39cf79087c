/** Units that the department tells itself: whom, in which words, and that it did. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { plain } from '../../../kernel/rich.ts';
import { markingLines } from '../../classification/views/marks.ts';
import { unitsOf } from '../rules/units.ts';
import type { Submission, UnitStanding } from '../types.ts';
import * as buttons from './buttons.ts';
import { toldLine } from './words.ts';

/** Units that the department tells itself: each with its text. */
export function tellBlocks(t: Texts, submission: Submission): readonly Block[] {
  const units = unitsOf(submission).filter(({ untold }) => untold.length > 0);
  if (units.length === 0) return [];
  return [
    { kind: 'text', text: [{ bold: t('submissions.tell.title') }] },
    ...units.slice(0, unitsShown).map(
      ({ unit, name, untold }): Block => ({
        kind: 'row',
        text: [t('submissions.tell.line', { name, count: untold.length })],
        buttons: [buttons.tellButton.draw(t('submissions.buttons.tell'), { submission: submission.id, unit })],
      }),
    ),
  ];
}

/** The next ones follow once these were told. */
const unitsShown = 8;

/** What the department writes to the unit, ready to copy, and the button that says that it did. */
export function tellMessage(t: Texts, submission: Submission, unit: UnitStanding): Message {
  const { decision, state } = submission;
  const heading =
    state === 'settled' && decision
      ? t('submissions.tell.decided', {
          ...{ to: submission.authority, number: decision.number, date: t.shortDate(decision.dated) },
        })
      : t('submissions.tell.asked', { to: submission.authority });
  const lines = unit.untold.map((seat, index) => `${index + 1}. ${plain(toldLine(t, seat))}`);
  return {
    summary: t('submissions.summary'),
    blocks: [
      { kind: 'heading', text: t('submissions.tell.heading', { name: unit.name }) },
      {
        kind: 'copy',
        text: [...markingLines(t, submission.classification), heading, ...lines].join('\n').slice(0, copyMax),
      },
      { kind: 'text', text: [t('submissions.tell.how')] },
      {
        kind: 'buttons',
        buttons: [
          buttons.toldButton.draw(
            t('submissions.buttons.told'),
            { submission: submission.id, unit: unit.unit },
            { style: 'primary' },
          ),
          buttons.openButton.draw(t('common.back'), { submission: submission.id, page: '1' }),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

const copyMax = 2_800;
