/** How the cards of deadlines are worded, when they really go out and whenever something changed. */
import type { Block, Button } from '../../../chat/message.ts';
import type { RenderContext, Renderers } from '../../../delivery/renderers.ts';
import { type Texts, texts } from '../../../i18n/texts.ts';
import { asId, type DeadlineId } from '../../../kernel/ids.ts';
import { dutiesOfPerson, readableHead } from '../operations/duties.ts';
import { seeOutstanding, seeOwnReminder } from '../operations/look.ts';
import type { Duties } from '../types/duties.ts';
import type { Outstanding } from '../types/reminders.ts';
import { digestMessage, offMessage, outstandingMessage, singleMessage } from '../views/cards.ts';
import type { DutyViews } from '../views/duty.ts';
import { scheduleCards } from './schedule.ts';

export interface CardParts {
  readonly duties: readonly Duties[];
  readonly dutyViews: DutyViews;
  /** By subject kind: buttons with which the committee secretary goes on from "who has not answered" (record an answer). */
  readonly clerkButtons?: Readonly<Record<string, (t: Texts, subjectId: string) => readonly Button[]>>;
}

export function deadlineCards({ duties, dutyViews, clerkButtons = {} }: CardParts): Renderers {
  return {
    ...scheduleCards(duties),

    /** A card of an earlier date is not sent any more; a posted one shows the present date. */
    'deadlines.single': async (context) => {
      const { act, ids, isRedraw } = context;
      const t = textsOf(context);
      const own = await seeOwnReminder(act, duties, deadlineIn(context));
      if (!own) return isRedraw ? offMessage(t) : null;
      if (!isRedraw && (!own.isAsked || String(own.deadline.version) !== ids.version)) return null;
      return singleMessage(t, own, dutyViews);
    },

    'deadlines.digest': async (context) => {
      const { act, isRedraw } = context;
      const committees = await dutiesOfPerson(act, duties);
      const head = await readableHead(act, committees);
      return digestMessage(textsOf(context), committees, dutyViews, { isRedraw, head });
    },

    'deadlines.tell-clerk': async (context) => {
      const { act, ids, isRedraw } = context;
      const t = textsOf(context);
      const out = await seeOutstanding(act, duties, deadlineIn(context));
      if (!out.ok || out.value.deadline.state === 'cancelled') return isRedraw ? offMessage(t) : null;
      const shown = ids.about ? onlyAbout(out.value, ids.about) : out.value;
      if (!isRedraw && shown.people.length === 0) return null;
      const kind = ids.about ? 'away' : shown.daysLeft === null ? 'passed' : 'running';
      const { subject } = shown.deadline;
      const more = clerkButtons[subject.kind]?.(t, subject.id) ?? [];
      return outstandingMessage(t, shown, { kind, mayRemind: true, more: buttonRow(more) });
    },

    'deadlines.tell-chair': async (context) => {
      const t = textsOf(context);
      const out = await seeOutstanding(context.act, duties, deadlineIn(context));
      if (!out.ok || out.value.deadline.state === 'cancelled') return context.isRedraw ? offMessage(t) : null;
      if (!context.isRedraw && out.value.people.length === 0) return null;
      const kind = out.value.daysLeft === null ? 'passed' : 'running';
      return outstandingMessage(t, out.value, { kind, mayRemind: false, more: [] });
    },
  };
}

function onlyAbout(out: Outstanding, about: string): Outstanding {
  return { ...out, people: out.people.filter(({ person }) => person === about) };
}

function buttonRow(buttons: readonly Button[]): readonly Block[] {
  return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
}

function deadlineIn({ ids }: RenderContext): DeadlineId {
  return asId(ids.deadline ?? '');
}

function textsOf({ act }: RenderContext): Texts {
  return texts(act.locale, act.zone, act.speech);
}
