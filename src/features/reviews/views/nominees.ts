/** How a nominee of a frozen list is named: as it stood then, or "erased"; numbered as the reader counts. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { ListEntry } from '../types/nouns.ts';

export function nomineeName(t: Texts, entry: Pick<ListEntry, 'shown'>): string {
  return entry.shown?.fullName ?? t('reviews.erased');
}

/** Name with birth month and posts, and whether withdrawn since: for lists that are opened privately. */
export function nomineeLine(t: Texts, entry: ListEntry): string {
  const born = entry.shown?.birthMonth;
  return [nomineeName(t, entry) + (born ? ` (${t.month(born)})` : ''), ...posts(t, entry)].join(', ');
}

/** What stands under the name: position, birth month, posts. */
export function underName(t: Texts, entry: ListEntry): string {
  const born = entry.shown?.birthMonth;
  const person = [...(born ? [t.month(born)] : []), ...posts(t, entry)].join(', ');
  return [entry.positionTitle, person].filter(Boolean).join(' · ');
}

function posts(t: Texts, entry: ListEntry): readonly string[] {
  const { shown } = entry;
  const parts = [
    shown?.partyPost,
    shown?.statePost,
    ...(shown?.partyPost || shown?.statePost ? [] : [shown?.unit]),
    entry.isWithdrawn ? t('reviews.withdrawn') : null,
  ];
  return parts.filter((part): part is string => Boolean(part));
}

/** For an option of a menu, which shows 75 characters: the posts go into its note. */
export function nomineeOption(t: Texts, entry: ListEntry): { value: string; label: string; note?: string } {
  const post = entry.shown?.partyPost ?? entry.shown?.statePost ?? entry.shown?.unit;
  const born = entry.shown?.birthMonth ? ` (${t.month(entry.shown.birthMonth)})` : '';
  return { value: entry.id, label: nomineeName(t, entry) + born, ...(post ? { note: post } : {}) };
}

export interface OfPosition {
  readonly title: string;
  readonly entries: readonly ListEntry[];
}

/** The list is in protocol order already, so positions come in theirs. */
export function byPosition(entries: readonly ListEntry[]): readonly OfPosition[] {
  const groups = new Map<string, { title: string; entries: ListEntry[] }>();
  for (const entry of entries) {
    const group = groups.get(entry.position) ?? { title: entry.positionTitle, entries: [] };
    group.entries.push(entry);
    groups.set(entry.position, group);
  }
  return [...groups.values()];
}

export function nomineeBlocks(t: Texts, entries: readonly ListEntry[]): readonly Block[] {
  return byPosition(entries).flatMap(({ title, entries: here }): Block[] => [
    { kind: 'text', text: [{ bold: title }] },
    { kind: 'list', ordered: true, items: here.map((entry) => [nomineeLine(t, entry)]) },
  ]);
}
