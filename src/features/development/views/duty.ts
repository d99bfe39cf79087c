/** A measure whose date is near, among the duties of the committee secretary. */
import type { Texts } from '../../../i18n/texts.ts';
import type { DutyViews } from '../../deadlines/views/duty.ts';
import { dutyButton } from './buttons.ts';

export const measureDutyViews: DutyViews = {
  'development.measure': (t: Texts, { facts, subject, committee }) => ({
    kind: 'row',
    text: t.rich('development.duty', {
      name: String(facts.name ?? ''),
      kind: t.label('development.kinds', String(facts.measure)),
      what: String(facts.what ?? ''),
      until: typeof facts.dueOn === 'string' ? t.shortDate(facts.dueOn) : '—',
    }),
    buttons: [dutyButton.draw(t('development.person.buttonSettle'), { committee, measure: subject.id })],
  }),
};
