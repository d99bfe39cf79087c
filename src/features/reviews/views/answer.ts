/** An answer as its author sees it: the draft before it is sent, and what was sent. Opened privately. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { aspects, type Draft, type DraftLine, type Line, type ListEntry, type Round } from '../types/nouns.ts';
import type { OwnAnswer } from '../types/seen.ts';
import { aspectLabel } from './aspects.ts';
import { commentButton, lineButton, sendButton } from './buttons.ts';
import { nomineeName } from './nominees.ts';
import { responseBlocks } from './response-line.ts';

/** `forName`: entered for somebody. `person` is empty for one's own. */
export function draftMessage(
  t: Texts,
  given: {
    round: Round;
    asked: readonly ListEntry[];
    draft: Draft;
    person: string;
    forName: string | null;
    handsOver?: boolean;
  },
): Message {
  const { round, asked, draft, person, forName } = given;
  const picked = draft.lines.filter((line) => line.isPicked && asked.some(({ id }) => id === line.entry));
  const rest = asked.length - picked.length;
  const data = { round: round.id, person };
  const title = forName === null ? t('reviews.answer.draftTitle') : t('reviews.answer.forTitle', { name: forName });
  return {
    summary: t('reviews.answer.summary'),
    blocks: [
      { kind: 'heading', text: title },
      ...picked.flatMap((line): readonly Block[] => [
        {
          kind: 'row',
          text: lineText(t, asked, line),
          buttons: [lineButton.draw(t('common.change'), { ...data, entry: line.entry })],
        },
        ...wordBlocks(t, round.list, line),
      ]),
      ...restBlocks(t, rest, draft.restAgrees),
      {
        kind: 'buttons',
        buttons: [
          sendButton.draw(t(given.handsOver ? 'receipt.hand' : 'reviews.answer.send'), data, { style: 'primary' }),
          commentButton.draw(t('reviews.answer.choice'), data),
        ],
      },
    ],
  };
}

/** What was sent, with buttons to change it while the round is open. Lines are those that the reader may see. */
export function answerMessage(t: Texts, given: OwnAnswer): Message {
  const { round, answer, draft, responses } = given;
  const entries = round.list.entries;
  const spoken = answer?.lines.filter((line) => !line.byList) ?? [];
  const agreed = (answer?.lines.length ?? 0) - spoken.length;
  const via = answer?.via ? t.label('common.via', answer.via.kind) : '';
  const at = answer ? t.moment(answer.sentAt) : '';
  const entered = via === '' ? t('receipt.sentAt', { at }) : t('reviews.answer.recordedAt', { at, via });
  const whence = answer?.recordedBy ? entered : t('reviews.answer.sentAt', { at });
  const unsent = draft?.lines.filter((line) => line.isPicked && line.stance !== null) ?? [];
  return {
    summary: t('reviews.answer.summary'),
    blocks: [
      { kind: 'heading', text: t('reviews.answer.sentTitle') },
      { kind: 'text', text: [answer ? whence : t('reviews.answer.none')] },
      ...spoken.flatMap((line): readonly Block[] => [
        { kind: 'text', text: lineText(t, entries, line) },
        ...wordBlocks(t, round.list, line),
        ...responseBlocks(t, responses.get(line.comment) ?? null),
      ]),
      ...(agreed > 0 ? restBlocks(t, agreed, true) : []),
      ...(draft
        ? ([
            { kind: 'divider' },
            {
              kind: 'note',
              text: [t(round.state === 'open' ? 'reviews.card.unsent' : 'reviews.answer.notCounted')],
            },
          ] as const)
        : []),
      ...unsent.flatMap((line): readonly Block[] => [
        { kind: 'text', text: lineText(t, entries, line) },
        ...wordBlocks(t, round.list, line),
      ]),
      ...(round.state === 'open'
        ? ([
            {
              kind: 'buttons',
              buttons: [commentButton.draw(t('common.change'), { round: round.id, person: '' }, { style: 'primary' })],
            },
          ] as const)
        : []),
    ],
  };
}

export function wordBlocks(t: Texts, list: Round['list'], line: Pick<Line, 'text' | 'aspects'>): readonly Block[] {
  const byAspect = aspects.flatMap((aspect): Block[] => {
    const text = line.aspects[aspect];
    if (text === null) return [];
    return [
      { kind: 'text', text: [{ italic: aspectLabel(t, list, aspect) }] },
      { kind: 'quote', text },
    ];
  });
  return [...(line.text === null ? [] : [{ kind: 'quote', text: line.text } as const]), ...byAspect];
}

function lineText(t: Texts, entries: readonly ListEntry[], line: Line | DraftLine) {
  const entry = entries.find(({ id }) => id === line.entry);
  const stance = line.stance === null ? t('reviews.answer.missing') : t.label('reviews.stances', line.stance);
  const only = line.chairOnly ? ` · ${t('visibility.chairOnlyMark')}` : '';
  return [{ bold: entry ? nomineeName(t, entry) : t('reviews.erased') }, `: ${stance}${only}`];
}

function restBlocks(t: Texts, count: number, agrees: boolean): readonly Block[] {
  if (count === 0) return [];
  return [{ kind: 'text', text: [t(agrees ? 'reviews.answer.restAgreed' : 'reviews.answer.restSilent', { count })] }];
}
