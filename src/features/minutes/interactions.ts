/** What happens when the buttons and forms of minutes are used, and how their cards are worded. */
import { refusal, said, textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import { sentence } from '../../chat/message.ts';
import type { Renderers } from '../../delivery/renderers.ts';
import { texts } from '../../i18n/texts.ts';
import type { Act, Locale } from '../../kernel/act.ts';
import { asId, type CommitteeId, type ConferenceId, type PersonId } from '../../kernel/ids.ts';
import { speechOf } from '../../kernel/speech.ts';
import type { Duties } from '../deadlines/types/duties.ts';
import { seatOptions } from '../sittings/interactions/shared.ts';
import { listHeld } from '../sittings/operations/look.ts';
import { voteKinds } from '../sittings/types.ts';
import { chooseRunningMessage } from '../sittings/views/panel.ts';
import { eventText } from '../sittings/views/words.ts';
import * as change from './operations/change.ts';
import { duties } from './operations/duties.ts';
import { type MinutesSight, seeConclusions, seeMinutes } from './operations/look.ts';
import * as buttons from './views/buttons.ts';
import * as forms from './views/forms.ts';
import * as read from './views/read.ts';

export const minutesInteractions: readonly Interaction[] = [
  onPress(buttons.readButton, async (call, { conference }) => showMinutes(call, asId(conference))),
  onPress(buttons.copyButton, async (call, { conference, locale }) =>
    withMinutes(call, asId(conference), (seen) =>
      show(read.copyMessage(textsFor(call, seen, locale), readingOf(seen))),
    ),
  ),

  onPress(buttons.previewButton, async (call, { conference, what }) =>
    withMinutes(call, asId(conference), (seen) => {
      const { told, toTell } = change.recipientsOf(seen);
      const t = textsFor(call, seen);
      const names = (seats: typeof told) => seats.map((seat) => seat.fullName);
      const outgoing = { conference, what, told: names(told), toTell: names(toTell) };
      const reading = readingOf(seen);
      return show(
        read.previewMessage(
          t,
          outgoing,
          what === 'draft' ? read.draftCard(t, reading) : read.conclusionsCard(t, reading),
        ),
      );
    }),
  ),
  onPress(buttons.sendButton, async (call, { conference, what }) => {
    const sent = await change.sendOut(call, { conference: asId(conference), what });
    if (!sent.ok) return said(call, sent);
    return replaceCard(read.sentMessage(textsOf(call), { conference, ...sent.value }));
  }),
  onPress(buttons.undoButton, async (call, { conference, batch }) => {
    const undone = await change.undoSending(call, { conference: asId(conference), batch });
    return undone.ok ? replaceCard(sentence(textsOf(call)('conferences.sent.undone'))) : said(call, undone);
  }),

  onPress(buttons.proposeButton, async (call, { conference }) =>
    withMinutes(call, asId(conference), (seen) => {
      const t = textsFor(call, seen);
      const lines = seen.sitting.events
        .filter(({ kind, text }) => text !== null && !voteKinds.includes(kind))
        .map((event) => ({
          value: event.id,
          label: `${t.time(event.at)} ${eventText(t, event, seen.sitting)}`.slice(0, 75),
        }));
      return openForm(forms.proposeView(t, { conference, lines, mayRecord: seen.mayEdit }));
    }),
  ),
  onSubmit(
    forms.proposeForm,
    async (call, { conference }, { event, text, person }) => {
      const proposed = await change.proposeCorrection(call, {
        ...{ conference: asId<ConferenceId>(conference), event: event ? asId<never>(event) : null, text },
        onBehalfOf: person ? asId<PersonId>(person) : null,
      });
      if (!proposed.ok) return refusal(call, proposed);
      return person ? showMinutes(call, asId(conference)) : show(sentence(textsOf(call)('minutes.proposed')));
    },
    {
      async options(call, { state, typed }) {
        const seen = await seeMinutes(call, asId(state.conference));
        return seen.ok && seen.value.mayEdit ? seatOptions(seen.value.sitting, typed) : [];
      },
    },
  ),

  onPress(buttons.acceptButton, async (call, { conference, correction }) => {
    const decision = { conference: asId<ConferenceId>(conference), correction: asId<never>(correction) };
    const decided = await change.decideCorrection(call, { ...decision, isAccepted: true, reason: null });
    return decided.ok ? showAgain(call, decision.conference) : said(call, decided);
  }),
  onPress(buttons.declineButton, async (call, state) => openForm(forms.declineView(textsOf(call), state))),
  onSubmit(forms.declineForm, async (call, { conference, correction }, { reason }) => {
    const decision = { conference: asId<ConferenceId>(conference), correction: asId<never>(correction) };
    const decided = await change.decideCorrection(call, { ...decision, isAccepted: false, reason });
    return decided.ok ? showMinutes(call, decision.conference) : refusal(call, decided);
  }),

  onPress(buttons.confirmButton, async (call, { conference }) => {
    const confirmed = await change.confirmMinutes(call, asId(conference));
    return confirmed.ok ? showAgain(call, asId(conference)) : said(call, confirmed);
  }),
  onPress(buttons.paperButton, async (call, state) => openForm(forms.paperView(textsOf(call), state))),
  onSubmit(forms.paperForm, async (call, { conference }, { number, dated }) => {
    const kept = await change.recordPaper(call, { conference: asId(conference), number, dated });
    return kept.ok ? showMinutes(call, asId(conference)) : refusal(call, kept);
  }),
  onPress(buttons.addendumButton, async (call, state) => openForm(forms.addendumView(textsOf(call), state))),
  onSubmit(forms.addendumForm, async (call, { conference }, { text }) => {
    const added = await change.addAddendum(call, { conference: asId(conference), text });
    return added.ok ? showMinutes(call, asId(conference)) : refusal(call, added);
  }),
];

export const minutesDuties: Duties = {
  ...duties,
  async titles(act, ids) {
    const title = textsOf(act)('minutes.summary');
    return new Map(ids.map((id) => [id, title]));
  },
};

export const minutesCards: Renderers = {
  'minutes.draft': async ({ act, ids }) => {
    const seen = await seeMinutes(act, conferenceOf(ids));
    return seen.ok ? read.draftCard(textsFor(act, seen.value), readingOf(seen.value)) : null;
  },
  'minutes.conclusions': async ({ act, ids }) => {
    const seen = await seeConclusions(act, conferenceOf(ids));
    return seen.ok ? read.conclusionsCard(textsFor(act, seen.value), readingOf(seen.value)) : null;
  },
  'minutes.proposed': async ({ act, ids }) => {
    const seen = await seeMinutes(act, conferenceOf(ids));
    return seen.ok
      ? read.proposedCard(textsOf(act), seen.value.sitting.conference.id, seen.value.sitting.committee.name)
      : null;
  },
  'minutes.decided': async ({ act, ids }) => {
    const seen = await seeMinutes(act, conferenceOf(ids));
    if (!seen.ok) return null;
    const correction = seen.value.corrections.find((one) => one.id === ids.correction);
    return correction ? read.decidedCard(textsOf(act), correction, seen.value.sitting.conference.id) : null;
  },
};

export async function showMinutes(call: Call, conference: ConferenceId): Promise<Reply> {
  return withMinutes(call, conference, (seen) => show(read.minutesMessage(textsFor(call, seen), readingOf(seen))));
}

async function showAgain(call: Call, conference: ConferenceId): Promise<Reply> {
  return withMinutes(call, conference, (seen) =>
    replaceCard(read.minutesMessage(textsFor(call, seen), readingOf(seen))),
  );
}

async function withMinutes(
  call: Call,
  conference: ConferenceId,
  answer: (seen: MinutesSight) => Reply,
): Promise<Reply> {
  const seen = await seeMinutes(call, conference);
  return seen.ok ? answer(seen.value) : said(call, seen);
}

function readingOf({ sitting, minutes, addenda, corrections, mayEdit, votes }: MinutesSight): read.Reading {
  return { sitting, minutes, addenda, corrections, mayEdit, votes };
}

function conferenceOf(ids: Readonly<Record<string, string>>): ConferenceId {
  return asId(ids.conference ?? '');
}

/** Minutes tell the committee's time. */
function textsFor(act: Pick<Act, 'locale'>, { sitting }: Pick<MinutesSight, 'sitting'>, locale?: Locale) {
  return texts(locale ?? act.locale, sitting.committee.zone, speechOf(sitting.committee.profile));
}

/** Of the last month: the one there is, or a choice. */
export async function minutesOfOne(call: Call, committee: CommitteeId): Promise<Reply> {
  const found = await listHeld(call, committee);
  if (!found.ok) return said(call, found);
  const [only] = found.value;
  if (only && found.value.length === 1) return showMinutes(call, only.conference.id);
  const t = textsOf(call);
  return show(
    chooseRunningMessage(
      t,
      found.value,
      (conference) => buttons.readButton.draw(t('minutes.buttons.read'), { conference }),
      t('minutes.none'),
    ),
  );
}
