/** While it runs: items, decisions, what is said, the chair, breaks, the end, and corrections. */
import { openForm } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type ConferenceId, type PersonId } from '../../../kernel/ids.ts';
import { addItem, closeItem, takeUp } from '../operations/agenda.ts';
import { adoptTogether } from '../operations/consent.ts';
import { giveSittingTask } from '../operations/give-task.ts';
import { type SittingSight, seeRunning } from '../operations/look.ts';
import * as record from '../operations/record.ts';
import { type ShowOfHands, type SittingItemId, voteKinds } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import * as items from '../views/item-forms.ts';
import * as leading from '../views/leading-forms.ts';
import { togetherIds } from '../views/panel.ts';
import { eventText } from '../views/words.ts';
import { entered, itemOptions, pressed, seatOption, seatOptions, withSight } from './shared.ts';

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
      return openForm(items.itemView(t, { conference, items: itemOptions(t, others) }));
    }),
  ),
  onSubmit(items.itemForm, async (call, { conference }, { item, text, time }) => {
    const when = { conference: asId<ConferenceId>(conference), time: time || null };
    if (item && !text) return entered(call, asId(conference), await takeUp(call, { ...when, item: asId(item) }));
    return entered(call, asId(conference), await addItem(call, { ...when, text: text ?? '' }));
  }),

  onPress(buttons.noteButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) =>
      openForm(items.noteView(t, { conference, items: itemOptions(t, sight), current: sight.course.current })),
    ),
  ),
  onSubmit(items.noteForm, async (call, { conference }, { item, text, time }) =>
    entered(
      call,
      asId(conference),
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
        items.decisionView(t, {
          conference,
          items: itemOptions(t, sight),
          current: sight.course.current,
          counted: (sight.itemQuorum ?? sight.quorum).counted,
        }),
      ),
    ),
  ),
  onSubmit(
    items.decisionForm,
    async (call, { conference }, values) => {
      const { item, text, mover, outcome, time } = values;
      return entered(
        call,
        asId(conference),
        await record.recordDecision(call, {
          conference: asId(conference),
          time: time || null,
          item: item ? asId(item) : null,
          mover: mover ? asId(mover) : null,
          ...{ text, outcome, hands: handsIn(values) },
        }),
      );
    },
    { options: async (call, { state, typed }) => presentOptions(call, asId(state.conference), typed) },
  ),

  onPress(buttons.togetherButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) => {
      const block = togetherIds(sight);
      const options = itemOptions(t, sight).filter(({ value }) => block.has(value));
      return openForm(items.togetherView(t, { conference, items: options, counted: sight.quorum.counted }));
    }),
  ),
  onSubmit(items.togetherForm, async (call, { conference }, values) =>
    entered(
      call,
      asId(conference),
      await adoptTogether(call, {
        ...{ conference: asId<ConferenceId>(conference), time: values.time || null, hands: handsIn(values) },
        items: (values.items ?? []).map((item) => asId<SittingItemId>(item)),
      }),
    ),
  ),

  onPress(buttons.giveTaskButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) =>
      openForm(items.taskView(t, { conference, items: itemOptions(t, sight), current: sight.course.current })),
    ),
  ),
  onSubmit(
    items.taskForm,
    async (call, { conference }, { text, owner, date, item }) =>
      entered(
        call,
        asId(conference),
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
      openForm(leading.chairView(t, { conference, people: nextChairs(sight).map(seatOption) })),
    ),
  ),
  onSubmit(
    leading.chairForm,
    async (call, { conference }, { role, person, time }) => {
      const hand = role === 'secretary' ? record.handMinutes : record.handChair;
      const input = { conference: asId<ConferenceId>(conference), time: time || null, person: asId<PersonId>(person) };
      return entered(call, input.conference, await hand(call, input));
    },
    { options: async (call, { state, typed }) => presentOptions(call, asId(state.conference), typed) },
  ),

  onPress(buttons.adjournButton, async (call, { conference }) =>
    withSight(call, asId(conference), (_sight, t) => openForm(leading.adjournView(t, { conference }))),
  ),
  onSubmit(leading.adjournForm, async (call, { conference }, { reason, time }) =>
    entered(
      call,
      asId(conference),
      await record.adjourn(call, { conference: asId(conference), time: time || null, reason: reason ?? null }),
    ),
  ),
  onPress(buttons.concludeButton, async (call, { conference }) =>
    withSight(call, asId(conference), ({ items: all, course }, t) => {
      const open = all.filter((item) => item.id !== course.current && !course.closed.has(item.id)).length;
      return openForm(leading.concludeView(t, { conference, open }));
    }),
  ),
  onSubmit(leading.concludeForm, async (call, { conference }, { time }) =>
    entered(call, asId(conference), await record.conclude(call, { conference: asId(conference), time: time || null })),
  ),
  onPress(buttons.giveUpButton, async (call, { conference }) =>
    pressed(call, asId(conference), await record.giveUp(call, { conference: asId(conference), time: null })),
  ),

  onPress(buttons.strikeButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) => {
      const events = sight.events
        .filter(({ kind }) => kind !== 'opened' && kind !== 'resumed' && !voteKinds.includes(kind))
        .toReversed()
        .map((event) => ({
          value: event.id,
          label: `${t.time(event.at)} ${eventText(t, event, sight)}`.slice(0, 75),
        }));
      return openForm(leading.strikeView(t, { conference, events }));
    }),
  ),
  onSubmit(leading.strikeForm, async (call, { conference }, { event, reason }) => {
    const struck = await record.strike(call, { conference: asId(conference), event: asId(event), reason });
    return entered(call, asId(conference), struck);
  }),
];

/** Null: no hands were counted. */
function handsIn(values: Partial<Record<keyof ShowOfHands, string | null | undefined>>): ShowOfHands | null {
  const { for: yes, against, abstain } = values;
  if (!yes && !against && !abstain) return null;
  return { for: Number(yes ?? 0), against: Number(against ?? 0), abstain: Number(abstain ?? 0) };
}

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
