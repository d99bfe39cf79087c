/** Asking for missing papers: the preview with its words, the answer with the list to copy, and the cards. */

import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { titled } from '../../classification/views/marks.ts';
import { dossiersButton } from '../../plans/views/buttons.ts';
import { warningDays } from '../rules.ts';
import type { Asked, Dossiers, ExpiringOf, ToAsk } from '../types.ts';
import * as buttons from './buttons.ts';
import { copyLine, lacksOf } from './words.ts';

/** What a text of a message holds with room to spare. */
const copiedAtOnce = 25;
const namedAtOnce = 20;

export const askForm = defineForm({
  id: 'dossiers.ask',
  state: z.object({ committee: z.string(), plan: z.string() }),
  values: z.object({ until: z.string().nullish() }),
});

/** To whom and in which words, before it is sent; who is named is named to nobody else. */
export function askView(t: Texts, asked: ToAsk): Form {
  const { plan, inChat, otherwise } = asked;
  return askForm.draw({
    title: t('dossiers.ask.title'),
    submit: t(inChat.length > 0 ? 'dossiers.ask.submit' : 'dossiers.ask.submitList'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id },
    items: [
      ...(inChat.length > 0
        ? ([
            { kind: 'text', text: [t('dossiers.ask.told')] },
            {
              kind: 'list',
              items: inChat
                .slice(0, namedAtOnce)
                .map(({ fullName, lines }) => [
                  { bold: fullName },
                  `: ${t.list([...new Set(lines.map((line) => line.fullName))].slice(0, namedAtOnce))}`,
                ]),
            },
            { kind: 'quote', text: askedWords(t, titled(t, plan), null) },
          ] as const)
        : []),
      ...(otherwise.length > 0
        ? [{ kind: 'note', text: [t('dossiers.ask.otherwise', { count: otherwise.length })] } as const]
        : []),
      ...(inChat.length > 0
        ? [
            askForm.field('until', {
              label: t('dossiers.ask.until'),
              hint: t('dossiers.ask.untilHint'),
              optional: true,
              input: { type: 'date' },
            }),
          ]
        : []),
    ],
  });
}

export function askedMessage(t: Texts, { plan, inChat, otherwise, batch }: Asked): Message {
  const at = { committee: plan.committee, plan: plan.id };
  const copied = otherwise.map((line) => copyLine(t, line));
  const parts = Array.from({ length: Math.ceil(copied.length / copiedAtOnce) }, (_, part) =>
    copied.slice(part * copiedAtOnce, (part + 1) * copiedAtOnce).join('\n'),
  );
  return {
    summary: t('dossiers.summary'),
    blocks: [
      ...(batch
        ? [
            {
              kind: 'text',
              text: [t('dossiers.ask.sent', { names: t.list(inChat.map(({ fullName }) => fullName)) })],
            } as const,
          ]
        : []),
      ...(parts.length > 0 ? [{ kind: 'text', text: [t('dossiers.ask.list')] } as const] : []),
      ...parts.slice(0, 20).map((text): Block => ({ kind: 'copy', text })),
      {
        kind: 'buttons',
        buttons: [
          ...(batch ? [buttons.undoButton.draw(t('common.undo'), { ...at, batch })] : []),
          dossiersButton.draw(t('dossiers.buttons.all'), at),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** What is still missing when it is read. */
export function askedCard(t: Texts, { plan, lines }: Dossiers, until: PlainDate | null): Message {
  return {
    summary: t('dossiers.card.summary'),
    blocks: [
      { kind: 'text', text: [askedWords(t, titled(t, plan), until)] },
      {
        kind: 'list',
        items: lines
          .slice(0, namedAtOnce)
          .map((line) => [{ bold: line.fullName }, `, ${line.positionTitle}: ${lacksOf(t, line)}`]),
      },
      ...(lines.length > namedAtOnce
        ? [{ kind: 'note', text: [t('dossiers.card.more', { count: lines.length - namedAtOnce })] } as const]
        : []),
    ],
  };
}

export function expiringCard(t: Texts, expiring: readonly ExpiringOf[]): Message {
  return {
    summary: t('dossiers.summary'),
    blocks: expiring.flatMap(({ plan, papers, people }): readonly Block[] => [
      {
        kind: 'row',
        text: t.rich('dossiers.card.expiring', { plan: titled(t, plan), papers, people, days: warningDays }),
        buttons: [dossiersButton.draw(t('dossiers.buttons.person'), { committee: plan.committee, plan: plan.id })],
      },
    ]),
  };
}

function askedWords(t: Texts, plan: string, until: PlainDate | null): string {
  return until ? t('dossiers.card.askedUntil', { plan, until: t.date(until) }) : t('dossiers.card.asked', { plan });
}
