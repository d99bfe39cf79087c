/** The line of “my duties” about minutes that wait for a confirmation. */
import type { DutyViews } from '../../deadlines/views/duty.ts';
import { readButton } from './buttons.ts';

export const minutesDutyViews: DutyViews = {
  'minutes.confirm': (t, { subject, facts }) => ({
    kind: 'row',
    text: t.rich('minutes.duty', {
      title: facts.title === '' ? t('conferences.untitled') : String(facts.title),
      moment: facts.startsAt instanceof Date ? t.moment(facts.startsAt) : '',
    }),
    buttons: [readButton.draw(t('minutes.buttons.read'), { conference: subject.id })],
  }),
};
