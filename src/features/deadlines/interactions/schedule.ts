/** What happens when the calendar counted backwards is made, looked at, moved and ended. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, nothing, openForm, type Reply, redraw, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { type Message, sentence } from '../../../chat/message.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import { texts } from '../../../i18n/texts.ts';
import type { Act } from '../../../kernel/act.ts';
import { asId, type CommitteeId, type Id } from '../../../kernel/ids.ts';
import { finishScheduleStep } from '../operations/finish-step.ts';
import {
  movedCard,
  moveSchedule,
  seeJustMoved,
  seeMovedForYou,
  undoScheduleMove,
} from '../operations/move-schedule.ts';
import { seeRules } from '../operations/rules.ts';
import * as schedule from '../operations/schedule.ts';
import { stateOf } from '../operations/slips.ts';
import type { Duties } from '../types/duties.ts';
import type { ScheduleSeen } from '../types/schedule.ts';
import * as views from '../views/schedule.ts';
import { linkInteractions } from './step-link.ts';

export function scheduleInteractions(features: readonly Duties[]): readonly Interaction[] {
  return [
    onPress(views.scheduleButton, (call, { committee }) => showSchedule(call, features, asId(committee))),

    onPress(views.newScheduleButton, async (call, { committee }) => {
      const found = await seeRules(call, features, asId(committee), 'deadline.manage');
      return found.ok ? openForm(views.scheduleView(textsOf(call), found.value.committee, null)) : refusal(call, found);
    }),

    onSubmit(
      views.scheduleForm,
      async (call, { committee }, { date }) => {
        const outcome = await schedule.makeSchedule(call, { committee: asId(committee), dueOn: date });
        return outcome.ok ? showSchedule(call, features, asId(committee)) : refusal(call, outcome);
      },
      {
        async change(call, { state, requestId, values }) {
          const committee: CommitteeId = asId(state.committee);
          const found = await seeRules(call, features, committee, 'deadline.manage');
          if (!found.ok) return nothing;
          const date = typeof values.date === 'string' && values.date !== '' ? values.date : null;
          const tried = date ? await schedule.previewSchedule(call, { committee, dueOn: date }) : null;
          const meaning = tried && (tried.ok ? { laidOut: tried.value } : { problem: tried });
          return redraw(views.scheduleView(textsOf(call), found.value.committee, meaning, { requestId, date }));
        },
      },
    ),

    onPress(views.stepDoneButton, async (call, { committee, step }) => {
      const outcome = await finishScheduleStep(call, { committee: asId(committee), step });
      return outcome.ok ? showSchedule(call, features, asId(committee), 'replace') : refusal(call, outcome);
    }),

    ...linkInteractions(features),

    onPress(views.moveAllButton, async (call, { committee, moves, card }) => {
      const input = { committee: asId<CommitteeId>(committee), expected: moves };
      const outcome = await moveSchedule(call, features, input);
      if (!outcome.ok) return refusal(call, outcome);
      if (card === '') return replaceCard(views.movedMessage(textsOf(call), outcome.value));
      return replaceCard(await slipCardOf(call, outcome.value.seen, card));
    }),

    onPress(views.undoMoveButton, async (call, { committee, move, card }) => {
      const input = { committee: asId<CommitteeId>(committee), move: asId<Id<'batch'>>(move) };
      const outcome = await undoScheduleMove(call, features, input);
      if (!outcome.ok) return refusal(call, outcome);
      const t = textsOf(call);
      const seen = await schedule.seeSchedule(call, features, input.committee);
      if (!seen.ok || !seen.value) return replaceCard(sentence(t('deadlines.schedule.undone')));
      if (card !== '') return replaceCard(await slipCardOf(call, seen.value, card));
      const message = views.scheduleMessage(t, seen.value);
      const undone = { kind: 'text', text: [t('deadlines.schedule.undone')] } as const;
      return replaceCard({ ...message, blocks: [undone, ...message.blocks] });
    }),

    onPress(views.endScheduleButton, async (call, { committee }) => {
      const outcome = await schedule.endSchedule(call, asId(committee));
      return outcome.ok ? replaceCard(sentence(textsOf(call)('deadlines.schedule.ended'))) : refusal(call, outcome);
    }),
  ];
}

export async function showSchedule(
  call: Call,
  features: readonly Duties[],
  committee: CommitteeId,
  how: 'show' | 'replace' = 'show',
): Promise<Reply> {
  const seen = await schedule.seeSchedule(call, features, committee);
  if (!seen.ok) return refusal(call, seen);
  const t = textsOf(call);
  if (seen.value) {
    const message = views.scheduleMessage(t, seen.value);
    return how === 'show' ? show(message) : replaceCard(message);
  }
  const rules = await seeRules(call, features, committee);
  if (!rules.ok) return refusal(call, rules);
  return show(views.noScheduleMessage(t, rules.value.committee, rules.value.mayChange));
}

export function scheduleCards(features: readonly Duties[]): Renderers {
  return {
    'deadlines.slips': async ({ act, ids, isRedraw }) => {
      const seen = await schedule.seeSchedule(act, features, asId(ids.committee ?? ''));
      const isThis = seen.ok && seen.value?.schedule.id === ids.schedule;
      const t = texts(act.locale, act.zone, act.speech);
      if (!seen.ok || !seen.value || !isThis) return isRedraw ? sentence(t('deadlines.schedule.ended')) : null;
      if (stateOf(seen.value) === '' && !isRedraw) return null;
      return slipCardOf(act, seen.value, ids.state ?? '');
    },

    // Said once: what moves again later is told by its own card.
    [movedCard]: async ({ act, ids, isRedraw }) => {
      if (isRedraw) return null;
      const input = { committee: asId<CommitteeId>(ids.committee ?? ''), move: ids.move ?? '' };
      const moved = await seeMovedForYou(act, features, input);
      return moved ? views.movedForYouMessage(texts(act.locale, act.zone, act.speech), moved) : null;
    },
  };
}

/** What was moved just now stands on the card that was confirmed; one that says something older points to the calendar. */
async function slipCardOf(act: Act, seen: ScheduleSeen, state: string): Promise<Message> {
  const now = stateOf(seen);
  const last = await seeJustMoved(act, seen.committee.id);
  const moved = last?.confirmed === state ? last : null;
  const says = moved || now === state ? 'everything' : now === '' ? 'fits' : 'changed';
  return views.slipMessage(texts(act.locale, act.zone, act.speech), seen, { state, says, moved });
}
