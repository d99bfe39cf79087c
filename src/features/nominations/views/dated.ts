/** What the two messages about earlier days share: names and titles that may be gone, and pages. */
import type { Button } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Person } from '../../people/types.ts';

export interface NamedPeople {
  readonly people: ReadonlyMap<string, Person>;
  /** Titles of all positions that the plan ever had. */
  readonly titles: ReadonlyMap<string, string>;
}

export function nameIn(t: Texts, { people }: NamedPeople, person: string): string {
  return people.get(person)?.fullName ?? t('asOf.nameGone');
}

export function titleIn(t: Texts, { titles }: NamedPeople, position: string, then?: string): string {
  return then ?? titles.get(position) ?? t('common.unknown');
}

export function pageOf<Of>(all: readonly Of[], asked: number, size: number) {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, asked), pages);
  return { items: all.slice((page - 1) * size, page * size), page, pages };
}

export function pageTurners(
  t: Texts,
  { page, pages }: { readonly page: number; readonly pages: number },
  draw: (label: string, page: string) => Button,
): readonly Button[] {
  return [
    ...(page > 1 ? [draw(t('common.previousPage'), String(page - 1))] : []),
    ...(page < pages ? [draw(t('common.nextPage'), String(page + 1))] : []),
  ];
}
