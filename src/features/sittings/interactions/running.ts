/** While it runs: items, decisions, what is said, the chair, breaks, the end, and corrections. */
import { openForm } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type ConferenceId, type PersonId } from '../../../kernel/ids.ts';
import { addItem, closeItem, takeUp } from '../operations/agenda.ts';
import { giveSittingTask } from '../operations/give-task.ts';
import { type SittingSight, seeRunning } from '../operations/look.ts';
import * as record from '../operations/record.ts';
import * as buttons from '../views/buttons.ts';
import * as forms from '../views/forms.ts';
import { eventText } from '../views/words.ts';
import { atField, entered, itemOptions, pressed, seatOption, seatOptions, textsOf, withSight } from './shared.ts';

export const runningInteractions: readonly Interaction[] = [
  onPress(buttons.takeUpButton, async (call, { conference, item }) =>
    pressed(call, asId(conference), await takeUp(call, { conference: asId(conference), time: null, item: asId(item) })),
  ),
  onPress(buttons.closeItemButton, async (call, { conference }) =>
    pressed(call, asId(conference), await closeItem(call, { conference: asId(conference), time: null })),
  ),
  onPress(buttons.chooseItemButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) => {
      const others = { ...sight, items: sight.items.filter((item) => item.id !== sight.course.current) };
      return openForm(forms.itemView(t, { conference, items: itemOptions(t, others) }));
    }),
  ),
  onSubmit(forms.itemForm, async (call, { conference }, { item, text, time }) => {
    const when = { conference: asId<ConferenceId>(conference), time: time || null };
    if (item && !text) return entered(call, await takeUp(call, { ...when, item: asId(item) }));
    return entered(call, await addItem(call, { ...when, text: text ?? '' }));
  }),

  onPress(buttons.noteButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) =>
      openForm(forms.noteView(t, { conference, items: itemOptions(t, sight), current: sight.course.current })),
    ),
  ),
  onSubmit(forms.noteForm, async (call, { conference }, { item, text, time }) =>
    entered(
      call,
      await record.recordNote(call, {
        conference: asId(conference),
        time: time || null,
        item: item ? asId(item) : null,
        text,
      }),
    ),
  ),

  onPress(buttons.decideButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) =>
      openForm(
        forms.decisionView(t, {
          conference,
          items: itemOptions(t, sight),
          current: sight.course.current,
          counted: (sight.itemQuorum ?? sight.quorum).counted,
        }),
      ),
    ),
  ),
  onSubmit(
    forms.decisionForm,
    async (call, { conference }, values) => {
      const { item, text, mover, outcome, time } = values;
      const numbers = [values.for, values.against, values.abstain];
      const hands = numbers.some((number) => number != null && number !== '')
        ? { for: Number(values.for ?? 0), against: Number(values.against ?? 0), abstain: Number(values.abstain ?? 0) }
        : null;
      return entered(
        call,
        await record.recordDecision(call, {
          conference: asId(conference),
          time: time || null,
          item: item ? asId(item) : null,
          mover: mover ? asId(mover) : null,
          ...{ text, outcome, hands },
        }),
      );
    },
    { options: async (call, { state, typed }) => presentOptions(call, asId(state.conference), typed) },
  ),

  onPress(buttons.giveTaskButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) =>
      openForm(forms.taskView(t, { conference, items: itemOptions(t, sight), current: sight.course.current })),
    ),
  ),
  onSubmit(
    forms.taskForm,
    async (call, { conference }, { text, owner, date, item }) =>
      entered(
        call,
        await giveSittingTask(call, {
          ...{ conference: asId<ConferenceId>(conference), text, owner: asId<PersonId>(owner) },
          ...{ dueOn: date || null, item: item || null },
        }),
      ),
    {
      async options(call, { state, typed }) {
        const seen = await seeRunning(call, asId(state.conference));
        return seen.ok ? seatOptions(seen.value, typed) : [];
      },
    },
  ),

  onPress(buttons.chairButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) =>
      openForm(forms.chairView(t, { conference, people: nextChairs(sight).map(seatOption) })),
    ),
  ),
  onSubmit(
    forms.chairForm,
    async (call, { conference }, { person, time }) =>
      entered(
        call,
        await record.handChair(call, { conference: asId(conference), time: time || null, person: asId(person) }),
      ),
    { options: async (call, { state, typed }) => presentOptions(call, asId(state.conference), typed) },
  ),

  onPress(buttons.adjournButton, async (call, { conference }) =>
    openForm(forms.adjournView(textsOf(call), { conference })),
  ),
  onSubmit(forms.adjournForm, async (call, { conference }, { reason, time }) =>
    entered(
      call,
      await record.adjourn(call, { conference: asId(conference), time: time || null, reason: reason ?? null }),
    ),
  ),
  onPress(buttons.concludeButton, async (call, { conference }) =>
    withSight(call, asId(conference), ({ items, course }, t) => {
      const open = items.filter((item) => item.id !== course.current && !course.closed.has(item.id)).length;
      return openForm(forms.concludeView(t, { conference, open }));
    }),
  ),
  onSubmit(forms.concludeForm, async (call, { conference }, { time }) =>
    entered(call, await record.conclude(call, { conference: asId(conference), time: time || null })),
  ),
  onPress(buttons.giveUpButton, async (call, { conference }) =>
    pressed(call, asId(conference), await record.giveUp(call, { conference: asId(conference), time: null })),
  ),

  onPress(buttons.strikeButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) => {
      const events = sight.events
        .filter((event) => event.kind !== 'opened' && event.kind !== 'resumed')
        .toReversed()
        .map((event) => ({
          value: event.id,
          label: `${t.time(event.at)} ${eventText(t, event, sight)}`.slice(0, 75),
        }));
      return openForm(forms.strikeView(t, { conference, events }));
    }),
  ),
  onSubmit(forms.strikeForm, async (call, { conference }, { event, reason }) => {
    const struck = await record.strike(call, { conference: asId(conference), event: asId(event), reason });
    return struck.ok ? entered(call, struck) : atField(call, struck);
  }),
];

/** Who may take the chair: those in the room who count, deputies first in their order, the present chair left out. */
function nextChairs(sight: SittingSight): SittingSight['seats'] {
  const isDeputy = (person: PersonId) =>
    sight.members.some((member) => member.person === person && member.roles.includes('deputy'));
  const inRoom = sight.seats.filter((seat) => sight.course.present.has(seat.person) && seat.isSummoned);
  const others = inRoom.filter((seat) => seat.person !== sight.course.chair);
  return [...others.filter((seat) => isDeputy(seat.person)), ...others.filter((seat) => !isDeputy(seat.person))];
}

async function presentOptions(call: Parameters<typeof seeRunning>[0], conference: ConferenceId, typed: string) {
  const seen = await seeRunning(call, conference);
  if (!seen.ok) return [];
  const { course } = seen.value;
  return seatOptions({ seats: seen.value.seats.filter((seat) => course.present.has(seat.person)) }, typed);
}
