/** What happens when the buttons and the form of deadlines are used, and how their cards are worded at the last moment. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, nothing, openForm, type Reply, redraw, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId, type DeadlineId, type PersonId } from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import { remindAgain, undoAgain } from '../operations/again.ts';
import { listDeadlines, seeOutstanding, seeOwnReminder } from '../operations/look.ts';
import { cancelDate, moveDeadline, previewMove, seeMovable } from '../operations/move.ts';
import { snoozeReminder } from '../operations/snooze.ts';
import type { DeadlineList, StatedDate } from '../types/dates.ts';
import type { Duties } from '../types/duties.ts';
import { snoozeKeys } from '../types/reminders.ts';
import * as buttons from '../views/buttons.ts';
import { confirmRemindMessage, outstandingMessage, remindedMessage } from '../views/cards.ts';
import { moveForm, moveView } from '../views/forms.ts';
import * as list from '../views/list.ts';
import { comingInteractions } from './coming.ts';
import { ruleInteractions } from './rules.ts';
import { scheduleInteractions } from './schedule.ts';

export function deadlineInteractions(features: readonly Duties[]): readonly Interaction[] {
  return [
    ...ruleInteractions(features),
    ...comingInteractions(features),
    ...scheduleInteractions(features),

    onPress(buttons.listButton, (call, { committee }) => showDeadlines(call, features, asId(committee))),

    onPress(buttons.moveButton, async (call, { deadline }) => {
      const found = await seeMovable(call, features, asId(deadline));
      return found.ok
        ? openForm(moveView(textsOf(call), found.value.deadline, found.value.title))
        : refusal(call, found);
    }),

    onSubmit(
      moveForm,
      async (call, { deadline, version }, { date, time }) => {
        const outcome = await moveDeadline(call, features, {
          deadline: asId(deadline),
          version,
          stated: { date, time },
        });
        return outcome.ok ? moved(call, features, asId(deadline)) : refusal(call, outcome);
      },
      {
        async change(call, { state, requestId, values }) {
          const entered = { date: textOf(values.date), time: textOf(values.time) };
          const found = await seeMovable(call, features, asId(state.deadline));
          if (!found.ok) return nothing;
          const meaning = entered.date ? await meaningOf(call, asId(state.deadline), entered.date, entered.time) : null;
          const { deadline, title } = found.value;
          return redraw(moveView(textsOf(call), deadline, title, { requestId, entered, meaning }));
        },
      },
    ),

    onPress(buttons.confirmMoveButton, async (call, { deadline, version, date, time }) => {
      if (!isPlainDate(date)) return nothing;
      const stated: StatedDate = { date, time: time === '' ? null : time };
      const input = { deadline: asId<DeadlineId>(deadline), version: Number(version), stated };
      const outcome = await moveDeadline(call, features, input);
      return outcome.ok ? moved(call, features, input.deadline) : refusal(call, outcome);
    }),

    onPress(buttons.cancelButton, (call, { deadline }) => askToCancel(call, features, asId(deadline))),

    onPress(buttons.confirmCancelButton, async (call, { deadline, version }) => {
      const input = { deadline: asId<DeadlineId>(deadline), version: Number(version) };
      const outcome = await cancelDate(call, features, input);
      return outcome.ok ? replaceCard(sentence(textsOf(call)('deadlines.cancel.done'))) : refusal(call, outcome);
    }),

    onPress(buttons.keepButton, async (call) => replaceCard(sentence(textsOf(call)('deadlines.cancel.kept')))),

    onPress(buttons.snoozeMenuButton, async (call, { deadline }) => {
      const own = await seeOwnReminder(call, features, asId(deadline));
      if (!own) return refusal(call, { ok: false, reason: 'deadline-unknown', facts: {} });
      if (!own.isAsked) return refusal(call, { ok: false, reason: 'nothing-to-snooze', facts: {} });
      return show(list.snoozeMessage(textsOf(call), own.deadline, own.snooze));
    }),

    onPress(buttons.snoozeButton, async (call, { deadline, key }) => {
      const known = snoozeKeys.find((one) => one === key);
      if (!known) return nothing;
      const outcome = await snoozeReminder(call, features, { deadline: asId(deadline), key: known });
      const t = textsOf(call);
      if (!outcome.ok) return refusal(call, outcome);
      return show(sentence(t('deadlines.snooze.done', { date: t.moment(outcome.value.at) })));
    }),

    onPress(buttons.whoButton, (call, { deadline }) => showWho(call, asId(deadline), 1)),
    onPress(buttons.whoPageButton, (call, { deadline, page }) => showWho(call, asId(deadline), Number(page))),

    onPress(buttons.remindOneButton, (call, { deadline, person }) =>
      remind(call, features, asId(deadline), [asId<PersonId>(person)]),
    ),

    onPress(buttons.remindAllButton, async (call, { deadline }) => {
      const out = await seeOutstanding(call, features, asId(deadline));
      return out.ok ? show(confirmRemindMessage(textsOf(call), out.value)) : refusal(call, out);
    }),

    onPress(buttons.confirmRemindButton, (call, { deadline }) => remind(call, features, asId(deadline), null)),

    onPress(buttons.undoRemindButton, async (call, { deadline, batch }) => {
      const outcome = await undoAgain(call, features, { deadline: asId(deadline), batch });
      return outcome.ok ? replaceCard(sentence(textsOf(call)('deadlines.again.undone'))) : refusal(call, outcome);
    }),
  ];

  async function showWho(call: Call, deadline: DeadlineId, page: number): Promise<Reply> {
    const out = await seeOutstanding(call, features, deadline);
    if (!out.ok) return refusal(call, out);
    const kind = out.value.daysLeft === null ? 'passed' : 'running';
    return show(outstandingMessage(textsOf(call), out.value, { kind, mayRemind: true, more: [], page }));
  }

  async function meaningOf(call: Call, deadline: DeadlineId, date: string, time: string | null) {
    if (!isPlainDate(date)) return null;
    const preview = await previewMove(call, features, { deadline, stated: { date, time } });
    if (!preview.ok) return { refusal: textsOf(call).refusal(preview) };
    return preview.value.due ? { preview: preview.value, due: preview.value.due } : null;
  }
}

/** `only` narrows it: a command that goes on with one of them. `hint` says how. */
export async function showDeadlines(
  call: Call,
  features: readonly Duties[],
  committee: CommitteeId,
  hint: string | null = null,
): Promise<Reply> {
  return withList(call, features, committee, (found) => show(list.listMessage(textsOf(call), found, hint)));
}

/** The n-th date of the list as a person sees it, counted from 1. */
export async function withNumber(
  call: Call,
  features: readonly Duties[],
  committee: CommitteeId,
  number: number,
  run: (deadline: DeadlineId) => Promise<Reply>,
): Promise<Reply> {
  return withList(call, features, committee, async ({ deadlines }) => {
    const found = deadlines[number - 1];
    return found ? run(found.deadline.id) : refusal(call, { ok: false, reason: 'number-unknown', facts: { number } });
  });
}

/** A typed date is repeated with its weekday, and counts when that is confirmed. */
export async function askToMove(
  call: Call,
  features: readonly Duties[],
  deadline: DeadlineId,
  stated: StatedDate,
): Promise<Reply> {
  const preview = await previewMove(call, features, { deadline, stated });
  if (!preview.ok || !preview.value.due) return preview.ok ? nothing : show(sentence(textsOf(call).refusal(preview)));
  return show(list.confirmMoveMessage(textsOf(call), preview.value, preview.value.due, stated));
}

export async function askToCancel(call: Call, features: readonly Duties[], deadline: DeadlineId): Promise<Reply> {
  const preview = await previewMove(call, features, { deadline, stated: null });
  return preview.ok ? show(list.confirmCancelMessage(textsOf(call), preview.value)) : refusal(call, preview);
}

export async function showSnoozable(call: Call, features: readonly Duties[], committee: CommitteeId): Promise<Reply> {
  return withList(call, features, committee, ({ deadlines }) =>
    show(
      list.snoozeListMessage(
        textsOf(call),
        deadlines.filter(({ isOwn }) => isOwn),
      ),
    ),
  );
}

async function moved(call: Call, features: readonly Duties[], deadline: DeadlineId): Promise<Reply> {
  const t = textsOf(call);
  const found = await seeMovable(call, features, deadline);
  if (!found.ok) return refusal(call, found);
  const { title } = found.value;
  const values = { title: list.titleText(t, found.value.deadline, title), date: t.moment(found.value.deadline.dueAt) };
  return replaceCard({
    summary: t('deadlines.summary'),
    blocks: [{ kind: 'text', text: t.rich('deadlines.move.done', values) }],
  });
}

async function remind(
  call: Call,
  features: readonly Duties[],
  deadline: DeadlineId,
  persons: readonly PersonId[] | null,
): Promise<Reply> {
  const out = await seeOutstanding(call, features, deadline);
  const outcome = await remindAgain(call, features, { deadline, persons });
  if (!outcome.ok || !out.ok) return refusal(call, outcome.ok ? (out as Refused) : outcome);
  const held = new Set(outcome.value.enoughToday);
  const names = out.value.people.flatMap(({ person, fullName }) => (held.has(person) && fullName ? [fullName] : []));
  const { singlesPerDay } = out.value.committee.settings;
  const message = remindedMessage(textsOf(call), outcome.value, names, singlesPerDay);
  return persons ? show(message) : replaceCard(message);
}

async function withList(
  call: Call,
  features: readonly Duties[],
  committee: CommitteeId,
  run: (found: DeadlineList) => Reply | Promise<Reply>,
): Promise<Reply> {
  const found = await listDeadlines(call, features, committee);
  return found.ok ? run(found.value) : refusal(call, found);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
