/** Answers to a summons, one's own and recorded ones; and what a person opens to look at. */
import { refusal, said, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import type { Message } from '../../../chat/message.ts';
import { asId, type CommitteeId, type ConferenceId } from '../../../kernel/ids.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import { seeAgendaList } from '../operations/agenda-lists.ts';
import { type AnswerGiven, answerSummons, recordAnswer } from '../operations/answer.ts';
import { forecastOf } from '../operations/forecast.ts';
import { findSeen, listUpcoming, type Seen, seeConference, seeInvitation } from '../operations/look.ts';
import { prepareRecord, searchSummoned } from '../operations/prepare.ts';
import type { Summoned } from '../types.ts';
import { absentForm, absentView, delegateForm, delegateView, recordForm, recordView } from '../views/answer-forms.ts';
import * as buttons from '../views/buttons.ts';
import { invitationMessage } from '../views/invitation.ts';
import { menuMessage, openedMessage } from '../views/menu.ts';
import { nomineesMessage } from '../views/nominees.ts';
import { overviewMessage } from '../views/overview.ts';
import { cardOf, registerOptions, summonedOption } from './shared.ts';

export const answerInteractions: readonly Interaction[] = [
  onPress(buttons.listButton, async (call, { committee }) => showMenu(call, asId(committee))),
  onPress(buttons.openButton, async (call, { conference }) => showConference(call, asId(conference))),
  onPress(buttons.answersButton, async (call, { conference }) => showAnswers(call, asId(conference))),
  onPress(buttons.answersPageButton, async (call, { conference, page }) =>
    showAnswers(call, asId(conference), Number(page)),
  ),
  onPress(buttons.recordButton, async (call, { conference }) => openRecord(call, asId(conference))),

  onPress(buttons.nomineesButton, async (call, { conference, list }) => {
    const seen = await seeAgendaList(call, { conference: asId(conference), list: asId(list) });
    return seen.ok ? show(nomineesMessage(textsOf(call), seen.value)) : said(call, seen);
  }),

  onPress(buttons.answerButton, async (call, { conference, revision, answer, tells }) => {
    const parts = { conference, revision: Number(revision) };
    const t = textsOf(call);
    if (answer === 'absent') return openForm(absentView(t, parts));
    if (answer === 'delegate') return openForm(delegateView(t, parts));
    const given = { ...parts, conference: asId<ConferenceId>(conference), answer, reason: null, delegate: null };
    const outcome = await answerSummons(call, given);
    if (!outcome.ok) return said(call, outcome);
    const message = await ownCard(call, given.conference, tells);
    return message.ok ? replaceCard(message.value) : said(call, message);
  }),

  onSubmit(absentForm, async (call, state, { reason }) =>
    answered(call, { ...givenFor(state), answer: 'absent', reason, delegate: null }),
  ),

  onSubmit(
    delegateForm,
    async (call, state, { delegate, reason }) =>
      answered(call, { ...givenFor(state), answer: 'delegate', reason, delegate: asId(delegate) }),
    { options: async (call, { state, typed }) => delegateOptions(call, asId(state.conference), typed) },
  ),

  onSubmit(
    recordForm,
    async (call, state, values) => {
      const outcome = await recordAnswer(call, {
        ...givenFor(state),
        answer: values.answer,
        reason: values.reason,
        delegate: values.delegate ? asId(values.delegate) : null,
        onBehalfOf: asId(values.person),
        via: { kind: values.via, reference: values.reference, dated: values.dated },
      });
      if (!outcome.ok) return refusal(call, outcome);
      const seen = await seeConference(call, asId(state.conference));
      return seen.ok ? show(overviewOf(call, seen.value)) : said(call, seen);
    },
    {
      async options(call, { state, field, typed }) {
        const conference: ConferenceId = asId(state.conference);
        if (field === 'delegate') return delegateOptions(call, conference, typed);
        return (await searchSummoned(call, { conference, typed, limit: 100 })).map(summonedOption);
      },
    },
  ),
];

export async function showMenu(call: Call, committee: CommitteeId): Promise<Reply> {
  const upcoming = await listUpcoming(call, committee);
  return upcoming.ok ? show(menuMessage(textsOf(call), upcoming.value, call.now)) : said(call, upcoming);
}

export async function showConference(call: Call, conference: ConferenceId): Promise<Reply> {
  const seen = await seeConference(call, conference);
  if (!seen.ok) return said(call, seen);
  const { summoned, maySchedule, hasDraft, members } = seen.value;
  return show(
    openedMessage(textsOf(call), {
      invitation: await cardOf(call, { ...seen.value, ...ownOf(seen.value, call.person), ...nothingBefore }),
      ...{ maySchedule, hasDraft },
      summonedCount: summoned.length,
      guestCount: summoned.filter((one) => !one.counts).length,
      forecast: maySchedule ? forecastOf(seen.value, members) : null,
    }),
  );
}

/** Refuses everybody who may not schedule: who answered what is for the chair and the committee secretary. */
export async function showAnswers(call: Call, conference: ConferenceId, page = 1): Promise<Reply> {
  const seen = await seeConference(call, conference);
  if (!seen.ok) return said(call, seen);
  return seen.value.maySchedule ? show(overviewOf(call, seen.value, page)) : showConference(call, conference);
}

export async function openRecord(call: Call, conference: ConferenceId): Promise<Reply> {
  const prepared = await prepareRecord(call, conference);
  if (!prepared.ok) return said(call, prepared);
  const { revision, offered } = prepared.value;
  const parts = { conference, revision: revision.number, offered };
  return openForm(recordView(textsOf(call), parts));
}

const nothingBefore = { before: null, beforeChairName: null };

function ownOf(seen: Seen, person: string | null) {
  const own = seen.summoned.find((one: Summoned) => one.person === person);
  return {
    own: own ? { post: own.post, counts: own.counts, since: 1 } : null,
    reply: seen.replies.find((reply) => reply.person === person) ?? null,
  };
}

function overviewOf(call: Call, seen: Seen, page = 1): Message {
  const { conference, revision, summoned, replies, members, isCancelled } = seen;
  const mayRecord =
    !isCancelled &&
    revision.startsAt > call.now &&
    members.some((member) => member.person === call.person && member.roles.includes('clerk'));
  const forecast = forecastOf(seen, members);
  return overviewMessage(textsOf(call), {
    ...{ conference: conference.id, revision, summoned, replies, forecast, mayRecord, page },
  });
}

async function answered(call: Call, given: AnswerGiven): Promise<Reply> {
  const outcome = await answerSummons(call, given);
  if (!outcome.ok) return refusal(call, outcome);
  const message = await ownCard(call, given.conference);
  return message.ok ? show(message.value) : said(call, message);
}

async function ownCard(
  call: Call,
  conference: ConferenceId,
  tells = '',
): Promise<Outcome<Message, 'conference-unknown'>> {
  const seen = await seeInvitation(call, conference);
  if (!seen.ok) return seen;
  return { ok: true, value: invitationMessage(textsOf(call), await cardOf(call, seen.value, { tells })) };
}

function givenFor(state: { conference: string; revision: string }) {
  return { conference: asId<ConferenceId>(state.conference), revision: Number(state.revision) };
}

async function delegateOptions(call: Call, conference: ConferenceId, typed: string) {
  const found = await findSeen(call, conference);
  return found.ok ? registerOptions(call, found.value.committee.id, typed) : [];
}
