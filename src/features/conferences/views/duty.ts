/** The lines of "my duties" that conferences bring, with the buttons to answer. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { titledFacts } from '../../classification/views/marks.ts';
import type { Duty } from '../../deadlines/types/duties.ts';
import { type Answer, answers } from '../types.ts';
import { openButton } from './buttons.ts';
import { answerButtons } from './invitation.ts';

export const dutyViews: Readonly<Record<string, (t: Texts, duty: Duty) => Block>> = {
  'conferences.answer': (t, { subject, dueAt, facts }) => {
    const { title, place, revision, offered, startsAt, replyBy } = facts;
    const until = replyBy instanceof Date && dueAt?.getTime() === replyBy.getTime() ? replyBy : null;
    const text = t.rich(until ? 'conferences.duty.answerBy' : 'conferences.duty.answer', {
      title: titledFacts(t, title === '' ? { ...facts, title: t('conferences.untitled') } : facts, 'title'),
      when: startsAt instanceof Date ? t.moment(startsAt) : '',
      until: until ? t.moment(until) : '',
      place: String(place),
    });
    const possible = Array.isArray(offered) ? answers.filter((answer: Answer) => offered.includes(answer)) : [];
    const card = {
      conference: subject.id,
      revision: { number: Number(revision) },
      offered: possible,
      tells: '',
      reply: null,
    };
    return {
      kind: 'row',
      text,
      buttons: [...answerButtons(t, card), openButton.draw(t('conferences.buttons.open'), { conference: subject.id })],
    };
  },
};
