/** The steps of the calendar as duties of the committee secretary. */
import { texts } from '../../../i18n/texts.ts';
import { askedForSteps, keysOfSteps, stepDutiesOf, stepMoved, stepPassed } from '../operations/steps.ts';
import type { Duties } from '../types/duties.ts';
import { stepSubject } from '../types/schedule.ts';

export const stepDuties: Duties = {
  subject: stepSubject,
  owing: askedForSteps,
  dutiesOf: (act, viewers) => stepDutiesOf(act, viewers),
  passed: (act, { id }) => stepPassed(act, id),
  moved: (act, { id }, dueAt) => stepMoved(act, id, dueAt),
  async titles(act, ids) {
    const t = texts(act.locale, act.zone, act.speech);
    const keys = await keysOfSteps(act, ids);
    return new Map([...keys].map(([id, key]) => [id, t(`deadlines.schedule.step.${key}`)] as const));
  },
};
