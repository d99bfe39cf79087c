/** Where somebody stands in the plans of the committee. */

import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import type { StandsAt } from '../types.ts';

export function standsText(t: Texts, { plan, position, entry }: StandsAt): string {
  const more = [
    entry.enteredOn ? t('plans.entries.since', { date: t.shortDate(entry.enteredOn) }) : null,
    entry.decisionIn ? t('plans.entries.decision', { decision: entry.decisionIn }) : null,
  ].filter(Boolean);
  return [`${position.title} (${titled(t, plan)})`, ...more].join(', ');
}

/** A list under its title; nothing for somebody who stands in no plan yet. */
export function standsBlocks(t: Texts, stands: readonly StandsAt[]): readonly Block[] {
  if (stands.length === 0) return [];
  return [
    { kind: 'text', text: [{ bold: t('development.person.stands') }] },
    { kind: 'list', items: stands.map((one): Rich => [standsText(t, one)]) },
  ];
}
