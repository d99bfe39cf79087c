/** The roll call: its beginning, “I am here”, ticks, arrivals and leaves, and the opening. */
import { said, textsOf } from '../../../answers.ts';
import { type Call, nothing, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { type Button, sentence } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { asId, type CommitteeId, type ConferenceId } from '../../../kernel/ids.ts';
import { dateIn, timeIn } from '../../../kernel/time.ts';
import { showPreview } from '../../conferences/interactions/schedule.ts';
import { ownCardMessage } from '../../conferences/interactions/shared.ts';
import { searchRegister } from '../../people/operations/find.ts';
import { callAgain } from '../operations/call-again.ts';
import { listRunnable, type SittingSight, seeRunning } from '../operations/look.ts';
import { openSitting, recordTooFew } from '../operations/opening.ts';
import { beginRollCall, recordMovement, sayHere, tickPresent } from '../operations/roll-call.ts';
import * as buttons from '../views/buttons.ts';
import { chooseRunningMessage, presentMessage } from '../views/panel.ts';
import * as forms from '../views/roll-call-forms.ts';
import { quorumHow, ruleText } from '../views/words.ts';
import { entered, panelOf, pressed, seatOption, seatOptions, withSight } from './shared.ts';

export const rollCallInteractions: readonly Interaction[] = [
  onPress(buttons.runButton, async (call, { conference }) => showPanel(call, asId(conference))),
  onPress(buttons.beginButton, async (call, { conference }) =>
    pressed(call, asId(conference), await beginRollCall(call, asId(conference))),
  ),
  onPress(buttons.presentButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) => show(presentMessage(t, sight))),
  ),
  onPress(buttons.hereButton, async (call, { conference, tells }) => sayPresent(call, asId(conference), tells)),

  onPress(buttons.tickButton, async (call, { conference }) => openTicks(call, asId(conference), 0)),
  onSubmit(forms.tickForm, async (call, { conference, from }, values) => {
    const persons = forms.groups.flatMap((name) => (values[name] ?? []).map((person) => asId<never>(person)));
    const at = { conference: asId<ConferenceId>(conference), time: values.time || null };
    const ticked = await tickPresent(call, { ...at, persons });
    if (!ticked.ok) return entered(call, asId(conference), ticked);
    const next = Number(from) + forms.perPage;
    return next < ticked.value.seats.length ? openTicks(call, at.conference, next) : nothing;
  }),

  onPress(buttons.movementButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) =>
      openForm(forms.movementView(t, { conference, hasItem: sight.course.current !== null })),
    ),
  ),
  onSubmit(
    forms.movementForm,
    async (call, { conference }, { person, movement, time }) =>
      entered(
        call,
        asId(conference),
        await recordMovement(call, {
          conference: asId(conference),
          time: time || null,
          person: asId(person),
          movement,
        }),
      ),
    {
      async options(call, { state, typed }) {
        const seen = await seeRunning(call, asId(state.conference));
        if (!seen.ok) return [];
        const seats = seatOptions(seen.value, typed);
        if (seats.length > 0 || typed.trim() === '') return seats;
        const people = await searchRegister(call, { committee: seen.value.committee.id, typed, limit: 20 });
        return people.map((person) => ({ value: person.id, label: person.fullName.slice(0, 75) }));
      },
    },
  ),

  onPress(buttons.openButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) =>
      openForm(
        forms.openView(t, {
          conference,
          isAgain: sight.course.openedAt !== null,
          quorum: sight.quorum,
          how: quorumHow(t, sight.quorum, sight.rule),
        }),
      ),
    ),
  ),
  onSubmit(forms.openForm, async (call, { conference }, { time }) =>
    entered(call, asId(conference), await openSitting(call, { conference: asId(conference), time: time || null })),
  ),

  onPress(buttons.tooFewButton, async (call, { conference }) =>
    withSight(call, asId(conference), (sight, t) =>
      openForm(
        forms.tooFewView(t, {
          conference,
          how: quorumHow(t, sight.quorum, sight.rule),
          hasSecond: sight.secondCall !== null,
        }),
      ),
    ),
  ),
  onPress(buttons.callAgainButton, async (call, { conference }) =>
    withSight(call, asId(conference), ({ committee, revision, course, secondCall }, t) => {
      const isSecond = course.phase === 'roll-call';
      const minutes = secondCall?.afterMinutes ?? 0;
      const earliest = new Date(Math.max(revision.startsAt.getTime() + minutes * 60_000, call.now.getTime() + 60_000));
      const from = isSecond ? earliest : new Date(call.now.getTime() + 24 * 3_600_000);
      return openForm(
        forms.callAgainView(t, {
          ...{ conference, isSecond, minutes, zone: committee.zone },
          from: { date: dateIn(committee.zone, from), time: timeIn(committee.zone, from) },
          rule: secondCall ? ruleText(t, secondCall.quorum) : '',
        }),
      );
    }),
  ),
  onSubmit(forms.callAgainForm, async (call, { conference }, { date, time }) => {
    const drafted = await callAgain(call, { conference: asId(conference), date, time });
    return drafted.ok ? showPreview(call, asId(conference)) : entered(call, asId(conference), drafted);
  }),

  onSubmit(forms.tooFewForm, async (call, { conference }, { time }) =>
    entered(call, asId(conference), await recordTooFew(call, { conference: asId(conference), time: time || null })),
  ),
];

export async function showPanel(call: Call, conference: ConferenceId): Promise<Reply> {
  const seen = await seeRunning(call, conference);
  return seen.ok ? show(await panelOf(call, seen.value)) : said(call, seen);
}

export async function sayPresent(call: Call, conference: ConferenceId, tells = ''): Promise<Reply> {
  const here = await sayHere(call, conference);
  if (!here.ok) return said(call, here);
  const card = await ownCardMessage(call, conference, tells);
  const t = textsOf(call);
  return card ? replaceCard(card) : show(sentence(t('sittings.here.yes', { time: t.time(here.value.since) })));
}

async function openTicks(call: Call, conference: ConferenceId, from: number): Promise<Reply> {
  return withSight(call, conference, (sight, t) => openForm(forms.tickView(t, pageOf(sight, conference, from))));
}

/** A page by places in the list, so that it stays the same page while others say that they are here. */
function pageOf(sight: SittingSight, conference: string, from: number) {
  const { seats, course } = sight;
  const absent = (all: SittingSight['seats']) => all.filter((seat) => !course.present.has(seat.person));
  return {
    conference,
    from,
    seats: absent(seats.slice(from, from + forms.perPage)).map(seatOption),
    missing: seats.length - from - forms.perPage,
  };
}

/** The one that is running or about to; with several the person chooses. */
export async function runOne(call: Call, committee: CommitteeId): Promise<Reply> {
  return ofRunnable(call, committee, showPanel, (t, id) =>
    buttons.runButton.draw(t('sittings.buttons.run'), { conference: id }),
  );
}

export async function hereAtOne(call: Call, committee: CommitteeId): Promise<Reply> {
  return ofRunnable(call, committee, sayPresent, (t, id) =>
    buttons.hereButton.draw(t('sittings.buttons.here'), { conference: id, tells: '' }),
  );
}

async function ofRunnable(
  call: Call,
  committee: CommitteeId,
  run: (call: Call, conference: ConferenceId) => Promise<Reply>,
  draw: (t: Texts, conference: string) => Button,
): Promise<Reply> {
  const found = await listRunnable(call, committee);
  if (!found.ok) return said(call, found);
  const [only] = found.value;
  if (only && found.value.length === 1) return run(call, only.conference.id);
  const t = textsOf(call);
  return show(chooseRunningMessage(t, found.value, (id) => draw(t, id)));
}
