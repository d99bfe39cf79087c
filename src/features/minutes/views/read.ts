/** Minutes as they are read, with what the reader may do about them; what goes out, before and after. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { Level } from '../../classification/types.ts';
import { markingLines } from '../../classification/views/marks.ts';
import { runButton } from '../../sittings/views/buttons.ts';
import type { Correction } from '../types.ts';
import * as buttons from './buttons.ts';
import { conclusions, type Draft, levelOf, minutesSections, minutesText, minutesTitle } from './draft.ts';

export interface Reading extends Draft {
  readonly corrections: readonly Correction[];
}

/** A message holds so many blocks; longer minutes are read as text. */
const sectionsShown = 24;
const correctionsShown = 8;

export function minutesMessage(t: Texts, reading: Reading): Message {
  const sections = minutesSections(t, reading);
  const conference = reading.sitting.conference.id;
  return {
    summary: t('minutes.summary'),
    blocks: [
      { kind: 'heading', text: minutesTitle(t, reading).slice(0, 150) },
      { kind: 'note', text: [stateText(t, reading)] },
      ...sections.slice(0, sectionsShown).map(
        ({ title, lines }): Block => ({
          kind: 'text',
          text: [...(title ? [{ bold: `${title}\n` }] : []), lines.join('\n').slice(0, 2_800)],
        }),
      ),
      ...(sections.length > sectionsShown ? [{ kind: 'note', text: [t('minutes.longer')] } as const] : []),
      ...correctionRows(t, reading),
      { kind: 'buttons', buttons: buttonsFor(t, reading, conference) },
    ],
  };
}

function stateText(t: Texts, { minutes, sitting }: Reading): string {
  if (minutes.state === 'confirmed') return t('minutes.states.confirmed');
  if (sitting.course.endedAt === null) return t('minutes.states.running');
  return t(`minutes.states.${minutes.state}`);
}

/** Before and after; the secretary decides, the others read what became of theirs. */
function correctionRows(t: Texts, { corrections, mayEdit, minutes, sitting }: Reading): readonly Block[] {
  const shown = corrections.filter((one) => !mayEdit || one.state === 'open').slice(0, correctionsShown);
  if (shown.length === 0) return [];
  return [
    { kind: 'divider' },
    { kind: 'text', text: [{ bold: t('minutes.corrections', { count: shown.length }) }] },
    ...shown.map((one): Block => {
      const data = { conference: sitting.conference.id, correction: one.id };
      const canDecide = mayEdit && one.state === 'open' && minutes.state !== 'confirmed';
      return {
        kind: 'row',
        text: changeText(t, one),
        buttons: canDecide
          ? [
              buttons.acceptButton.draw(t('minutes.buttons.accept'), data, { style: 'primary' }),
              buttons.declineButton.draw(t('minutes.buttons.decline'), data),
            ]
          : [],
      };
    }),
  ];
}

export function changeText(t: Texts, one: Correction): Rich {
  const state =
    one.state === 'open' ? '' : ` · ${t(`minutes.decided.${one.state}`)}${one.reason ? `: ${one.reason}` : ''}`;
  if (one.before === null) return [`${one.byName}: ${t('minutes.missing')} `, { bold: one.after }, state];
  return [`${one.byName}: `, { struck: one.before }, ' → ', { bold: one.after }, state];
}

function buttonsFor(t: Texts, { minutes, mayEdit, sitting }: Reading, conference: string): readonly Button[] {
  const isOver = sitting.course.endedAt !== null;
  const isConfirmed = minutes.state === 'confirmed';
  const other = t.locale === 'vi' ? ('en' as const) : ('vi' as const);
  const copies = [t.locale, other].map((locale) =>
    buttons.copyButton.draw(t(`minutes.buttons.copy-${locale}`), { conference, locale }),
  );
  const propose = isConfirmed ? [] : [buttons.proposeButton.draw(t('minutes.buttons.propose'), { conference })];
  if (!mayEdit) return [...propose, ...copies];
  return [
    ...(isOver && !isConfirmed
      ? [
          buttons.previewButton.draw(
            t('minutes.buttons.draft'),
            { conference, what: 'draft' },
            minutes.state === 'draft' ? { style: 'primary' } : {},
          ),
          buttons.confirmButton.draw(
            t('minutes.buttons.confirm'),
            { conference },
            minutes.state === 'circulated' ? { style: 'primary' } : {},
          ),
          buttons.paperButton.draw(t('minutes.buttons.paper'), { conference }),
        ]
      : []),
    ...(isOver
      ? [buttons.previewButton.draw(t('minutes.buttons.conclusions'), { conference, what: 'conclusions' })]
      : []),
    ...(isConfirmed ? [buttons.addendumButton.draw(t('minutes.buttons.addendum'), { conference })] : []),
    ...propose,
    ...copies,
    runButton.draw(t('sittings.buttons.back'), { conference }),
  ];
}

/** `t` speaks the language asked for, in the committee's zone. */
export function copyMessage(t: Texts, reading: Reading): Message {
  return {
    summary: t('minutes.summary'),
    blocks: [
      { kind: 'text', text: [t('minutes.copy')] },
      { kind: 'copy', text: minutesText(t, reading) },
      {
        kind: 'buttons',
        buttons: [buttons.readButton.draw(t('minutes.buttons.back'), { conference: reading.sitting.conference.id })],
      },
    ],
  };
}

export interface Outgoing {
  readonly conference: string;
  readonly what: 'draft' | 'conclusions';
  readonly told: readonly string[];
  readonly toTell: readonly string[];
}

const namesShown = 12;

/** To whom, and in which words: the card itself stands below. */
export function previewMessage(t: Texts, outgoing: Outgoing, card: Message): Message {
  const { conference, what, told, toTell } = outgoing;
  const more = told.length - namesShown;
  const names = told.slice(0, namesShown).join(', ');
  return {
    summary: t('minutes.preview.summary'),
    blocks: [
      { kind: 'heading', text: t('minutes.preview.heading') },
      { kind: 'note', text: [t('conferences.preview.nothingSent')] },
      {
        kind: 'text',
        text: t.rich('conferences.preview.privately', {
          count: told.length,
          names: more > 0 ? t('conferences.preview.more', { names, count: more }) : names,
        }),
      },
      ...(toTell.length > 0
        ? [{ kind: 'text', text: [t('conferences.preview.withoutChat', { names: t.list(toTell) })] } as const]
        : []),
      { kind: 'divider' },
      ...card.blocks.filter((block) => block.kind !== 'buttons'),
      {
        kind: 'buttons',
        buttons: [
          buttons.sendButton.draw(t('conferences.buttons.send'), { conference, what }, { style: 'primary' }),
          buttons.readButton.draw(t('minutes.buttons.back'), { conference }),
        ],
      },
    ],
  };
}

export function sentMessage(
  t: Texts,
  sent: { conference: string; batch: string; heldUntil: Date; told: number; toTell: readonly string[] },
): Message {
  const { conference, batch, heldUntil, told, toTell } = sent;
  return {
    summary: t('minutes.sent.summary'),
    blocks: [
      { kind: 'text', text: [{ bold: t('minutes.sent.at', { time: t.time(heldUntil), count: told }) }] },
      ...(toTell.length > 0
        ? [{ kind: 'text', text: [t('conferences.preview.withoutChat', { names: t.list(toTell) })] } as const]
        : []),
      { kind: 'text', text: [t('conferences.sent.undo')] },
      {
        kind: 'buttons',
        buttons: [
          buttons.undoButton.draw(t('common.undo'), { conference, batch }),
          buttons.readButton.draw(t('minutes.buttons.back'), { conference }),
        ],
      },
    ],
  };
}

/** The card that those summoned get: the minutes open privately behind its button. */
export function draftCard(t: Texts, reading: Pick<Reading, 'sitting' | 'minutes'>): Message {
  const key = reading.minutes.state === 'confirmed' ? 'minutes.card.confirmed' : 'minutes.card.draft';
  return {
    summary: t('minutes.card.summary'),
    blocks: [
      ...marks(t, reading.sitting.revision.classification),
      { kind: 'text', text: [{ bold: reading.sitting.committee.name }] },
      { kind: 'text', text: [t(key, { moment: t.moment(reading.sitting.revision.startsAt) })] },
      {
        kind: 'buttons',
        buttons: [
          buttons.readButton.draw(
            t('minutes.buttons.read'),
            { conference: reading.sitting.conference.id },
            { style: 'primary' },
          ),
        ],
      },
    ],
  };
}

function marks(t: Texts, level: Level): readonly Block[] {
  return markingLines(t, level).map((line) => ({ kind: 'note', text: [line] }) as const);
}

/** The notice of conclusions, as far as the reader may know of them. */
export function conclusionsCard(t: Texts, reading: Pick<Reading, 'sitting' | 'votes'>): Message {
  const { sitting } = reading;
  const decided = conclusions(t, reading);
  return {
    summary: t('minutes.conclusions.summary'),
    blocks: [
      { kind: 'heading', text: t('minutes.conclusions.heading') },
      ...marks(t, levelOf(reading)),
      { kind: 'text', text: [{ bold: sitting.committee.name }] },
      { kind: 'text', text: [t('minutes.conclusions.intro', { moment: t.moment(sitting.revision.startsAt) })] },
      ...(decided.length > 0
        ? [{ kind: 'list', ordered: true, items: decided.map((text) => [text]) } as const]
        : [{ kind: 'text', text: [t('minutes.conclusions.none')] } as const]),
    ],
  };
}

export function proposedCard(t: Texts, conference: string, committee: string): Message {
  return {
    summary: t('minutes.card.proposed'),
    blocks: [
      { kind: 'text', text: [{ bold: committee }] },
      { kind: 'text', text: [t('minutes.card.proposed')] },
      { kind: 'buttons', buttons: [buttons.readButton.draw(t('minutes.buttons.read'), { conference })] },
    ],
  };
}

export function decidedCard(t: Texts, correction: Correction, conference: string): Message {
  return {
    summary: t('minutes.card.decided'),
    blocks: [
      { kind: 'text', text: [t('minutes.card.decided')] },
      { kind: 'text', text: changeText(t, correction) },
      { kind: 'buttons', buttons: [buttons.readButton.draw(t('minutes.buttons.read'), { conference })] },
    ],
  };
}
