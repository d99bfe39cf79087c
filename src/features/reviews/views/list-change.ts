/** The list under a review must change: the form with why, the preview, the card to those who were asked. Names open privately. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { planOfList } from '../../classification/views/marks.ts';
import type { ListEntry, Round } from '../types/nouns.ts';
import type { ListChangeSeen, Overview } from '../types/seen.ts';
import * as buttons from './buttons.ts';
import { askButtons } from './cards.ts';
import { nomineeLine } from './nominees.ts';

export const listChangeForm = defineForm({
  id: 'reviews.list-change',
  state: z.object({ round: z.string() }),
  values: z.object({ why: z.string().nullable() }),
});

export function listChangeView(t: Texts, round: Pick<Round, 'id'>): Form {
  return listChangeForm.draw({
    title: t('listChange.title'),
    submit: t('reviews.open.submit'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [t('listChange.intro')] },
      listChangeForm.field('why', {
        label: t('listChange.why'),
        hint: t('listChange.whyHint'),
        input: { type: 'text', max: 500 },
      }),
    ],
  });
}

/** What differs, by name, for the eyes of whoever reads. */
export function differenceBlocks(t: Texts, { difference }: ListChangeSeen['lists']): readonly Block[] {
  const part = (label: string, entries: readonly ListEntry[]): readonly Block[] =>
    entries.length === 0
      ? []
      : [
          { kind: 'text', text: [{ bold: label }] },
          { kind: 'list', items: entries.map((entry) => [`${nomineeLine(t, entry)} · ${entry.positionTitle}`]) },
        ];
  return [
    ...part(t('listChange.added'), difference.added),
    ...part(t('listChange.changed'), difference.changed),
    ...part(t('listChange.removed'), difference.removed),
  ];
}

export function listChangePreview(t: Texts, seen: ListChangeSeen): Message {
  const { lists, people, change } = seen;
  const apply = buttons.applyListChangeButton.draw(
    t('listChange.confirm'),
    { change: change.id },
    { style: 'primary' },
  );
  return {
    summary: t('listChange.summary'),
    blocks: [
      { kind: 'heading', text: t('reviews.open.previewTitle') },
      { kind: 'text', text: [t('listChange.from', { from: lists.from.number, to: lists.to.number })] },
      ...differenceBlocks(t, lists),
      { kind: 'text', text: [t('listChange.kept', { count: lists.difference.kept.length })] },
      ...(change.why ? ([{ kind: 'quote', text: change.why }] as const) : []),
      { kind: 'facts', rows: [[t('reviews.open.people'), [t('reviews.open.peopleValue', { count: people })]]] },
      { kind: 'text', text: [{ bold: t('reviews.open.words') }] },
      ...cardWords(t, seen, seen.lists.difference.added.length + seen.lists.difference.changed.length),
      { kind: 'divider' },
      { kind: 'buttons', buttons: [apply] },
    ],
  };
}

export function listChangedMessage(t: Texts, { change, heldUntil }: ListChangeSeen & { heldUntil: Date }): Message {
  return {
    summary: t('listChange.summary'),
    blocks: [
      { kind: 'text', text: t.rich('listChange.sentIn', { time: t.when(heldUntil, 'time') }) },
      { kind: 'buttons', buttons: [buttons.undoListChangeButton.draw(t('common.undo'), { change: change.id })] },
    ],
  };
}

/** Null: nothing of it is for this reader. */
export function listChangedCard(t: Texts, seen: ListChangeSeen, overview: Overview): Message | null {
  const { difference } = seen.lists;
  const differs = difference.added.length + difference.changed.length + difference.removed.length;
  if (overview.state === null || seen.change.state === 'undone' || differs === 0) return null;
  const isAsked = overview.round.state === 'open' && overview.state !== 'sent' && overview.state !== 'not-asked';
  return {
    summary: t('listChange.cardSummary'),
    blocks: [
      ...cardWords(t, seen, difference.added.length + difference.changed.length),
      ...(isAsked ? ([{ kind: 'buttons', buttons: askButtons(t, overview.round) }] as const) : []),
    ],
  };
}

function cardWords(t: Texts, { lists }: ListChangeSeen, again: number): readonly Block[] {
  const { from, to, difference } = lists;
  const facts = { to: to.number, from: from.number, plan: planOfList(t, to), removed: difference.removed.length };
  return [
    { kind: 'text', text: t.rich('listChange.card', facts) },
    { kind: 'text', text: [again > 0 ? t('listChange.again', { count: again }) : t('listChange.nothingAgain')] },
  ];
}

/** Beside an older list: that there is a newer one, and what differs. */
export function newerBlocks(t: Texts, newer: ListChangeSeen['lists'] | null): readonly Block[] {
  if (!newer) return [];
  return [
    { kind: 'divider' },
    { kind: 'text', text: [t('listChange.newer', { number: newer.to.number })] },
    ...differenceBlocks(t, newer),
  ];
}
