/** The committee's calendar: public holidays of its country, its own closed days, and days worked in exchange. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, nothing, openForm, type Reply, redraw, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { dateIn } from '../../../kernel/time.ts';
import { changeCalendar, seeCalendar } from '../operations/settings.ts';
import * as views from '../views/calendar.ts';

export const calendarInteractions: readonly Interaction[] = [
  onPress(views.calendarButton, (call, { committee }) => openCalendar(call, asId(committee))),

  onSubmit(
    views.calendarForm,
    async (call, { committee, version }, values) => {
      const read = views.readCalendar(values, dateIn(call.zone, call.now));
      if (!read.ok) return refusal(call, read);
      const outcome = await changeCalendar(call, asId(committee), { ...read.value, version });
      return outcome.ok ? show(sentence(textsOf(call)('committees.calendar.done'))) : refusal(call, outcome);
    },
    {
      async change(call, { state, requestId, values }) {
        const country = typeof values.country === 'string' ? values.country : null;
        const found = await seeCalendar(call, asId(state.committee), country);
        if (!found.ok) return nothing;
        // The version stays the one that was seen first: what others saved meanwhile is said at the end.
        return redraw(views.calendarView(textsOf(call), found.value, { requestId, version: state.version }));
      },
    },
  ),
];

export async function openCalendar(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await seeCalendar(call, committee, null);
  return found.ok ? openForm(views.calendarView(textsOf(call), found.value)) : refusal(call, found);
}
