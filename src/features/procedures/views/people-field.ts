/** Candidates of a list to tick; of more than a form can hold they are searched for. */
import type { Field, Input, Option } from '../../../chat/form.ts';
import { foldName } from '../../../i18n/names.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { NomineeList } from '../../reviews/types/nouns.ts';
import { standKey } from '../types/current.ts';

export type Entry = NomineeList['entries'][number];

const most = 100;

export function entryOptions(t: Texts, entries: readonly Entry[]): readonly Option[] {
  return entries.map(({ position, positionTitle, person, shown }) => ({
    value: standKey(position, person),
    label: `${shown?.fullName ?? t('votes.erased')} (${positionTitle})`.slice(0, 75),
  }));
}

export function entriesInput(t: Texts, entries: readonly Entry[]): Input {
  return entries.length <= most
    ? { type: 'multi-select', options: entryOptions(t, entries) }
    : { type: 'search-many', minChars: 0 };
}

export function searched(t: Texts, entries: readonly Entry[], typed: string): readonly Option[] {
  return entryOptions(t, entries)
    .filter(({ label }) => foldName(label).includes(foldName(typed)))
    .slice(0, most);
}

type Draw = (name: 'exceptions' | 'reason', field: Omit<Field, 'kind' | 'name'>) => Field;

/** Whom the step before did not let through: taken up only with a reason, which everybody who votes reads. */
export function exceptionFields(t: Texts, draw: Draw, others: readonly Entry[], max: number): readonly Field[] {
  if (others.length === 0) return [];
  return [
    draw('exceptions', {
      label: t('procedures.form.exceptions'),
      hint: t('procedures.form.exceptionsHint'),
      optional: true,
      input: entriesInput(t, others),
    }),
    draw('reason', {
      label: t('procedures.form.reason'),
      hint: t('procedures.form.reasonHint'),
      optional: true,
      input: { type: 'text', multiline: true, max },
    }),
  ];
}
