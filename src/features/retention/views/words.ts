/** A kind of data and its period in words: here, and where somebody asks what is held about them. */
import type { Texts } from '../../../i18n/texts.ts';
import { type KeptKind, partKinds } from '../../../kernel/held-people.ts';
import type { Period } from '../types.ts';

export function namesOf(t: Texts, kind: KeptKind) {
  return { name: t.label('retention.names', kind), event: t.label('retention.events', kind) };
}

/** "24 months (set for the workspace)". */
export function periodText(t: Texts, kind: KeptKind, period: Period | null): string {
  const isPart = (partKinds as readonly KeptKind[]).includes(kind);
  if (!period) return t(isPart ? 'retention.notSetPart' : 'retention.notSetCase');
  const length = period.months === 0 ? t('retention.noMonths') : t('retention.months', { count: period.months });
  return `${length} (${t(`retention.origins.${period.origin}`)})`;
}
