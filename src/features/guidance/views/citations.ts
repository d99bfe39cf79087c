/** What the register says of the citations in a text: differing ones first, then what is not in it, then the rest. */

import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { Citation } from '../rules/citations.ts';
import { rulesButton } from './buttons.ts';

const textMax = 3_000;

export const citationsForm = defineForm({
  id: 'guidance.citations',
  state: z.object({ committee: z.string() }),
  values: z.object({ text: z.string().nullable() }),
});

export function citationsView(t: Texts, committee: string): Form {
  return citationsForm.draw({
    title: t('citations.title'),
    submit: t('citations.submit'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      { kind: 'text', text: [t('citations.intro')] },
      citationsForm.field('text', {
        label: t('citations.text'),
        input: { type: 'text', multiline: true, max: textMax },
      }),
    ],
  });
}

export function citationsMessage(t: Texts, committee: string, found: readonly Citation[]): Message {
  const items = citationLines(t, found);
  return {
    summary: t('citations.title'),
    blocks: [
      { kind: 'heading', text: t('citations.title') },
      items.length > 0 ? { kind: 'list', items } : { kind: 'text', text: [t('citations.none')] },
      { kind: 'note', text: [t('citations.limits')] },
      {
        kind: 'buttons',
        buttons: [rulesButton.draw(t('common.back'), { committee, plan: '', set: '', part: 'planning' })],
      },
    ],
  };
}

/** Only those whose date is not the register's: what stands beside a form or a list that somebody typed. */
export function citationNotes(t: Texts, found: readonly Citation[]): readonly Block[] {
  const lines = citationLines(
    t,
    found.filter(({ finding }) => finding === 'date-differs'),
  );
  return lines.map((text): Block => ({ kind: 'note', text }));
}

const order: readonly Citation['finding'][] = ['date-differs', 'not-known', 'without-date', 'agrees'];

export function citationLines(t: Texts, found: readonly Citation[]): readonly Rich[] {
  return [...found]
    .sort((a, b) => order.indexOf(a.finding) - order.indexOf(b.finding))
    .map((citation) => [
      ...t.rich(`citations.findings.${citation.finding}`, factsOf(t, citation)),
      ...(citation.sameDay && citation.finding === 'date-differs'
        ? [` ${t('citations.sameDay', { dated: dateText(t, citation.dated), number: citation.sameDay.number ?? '' })}`]
        : []),
      ...(citation.finding === 'date-differs' ? [` ${t('citations.please')}`] : []),
      ...(citation.replacedBy ? [` ${t('citations.replaced', { title: citation.replacedBy.title[t.locale] })}`] : []),
    ]);
}

function factsOf(t: Texts, { number, dated, entry }: Citation) {
  const issued = entry?.issuedOn ?? entry?.issuedIn ?? null;
  return { number, dated: dateText(t, dated), issued: dateText(t, issued), subject: entry?.subject?.[t.locale] ?? '' };
}

function dateText(t: Texts, date: Citation['dated']): string {
  if (date === null) return t('common.unknown');
  return typeof date === 'number' ? String(date) : t.shortDate(date);
}
