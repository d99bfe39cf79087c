/** What happens with the buttons, forms and cards of date polls. */
import { refusal, said, textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import { type Message, sentence } from '../../chat/message.ts';
import type { RenderContext, Renderers } from '../../delivery/renderers.ts';
import { texts } from '../../i18n/texts.ts';
import type { Act } from '../../kernel/act.ts';
import { asId, type CommitteeId } from '../../kernel/ids.ts';
import { showPreview } from '../conferences/interactions/schedule.ts';
import type { Duties } from '../deadlines/types/duties.ts';
import { changeDates, correctPoll } from './operations/change.ts';
import { duties, pollsNamed } from './operations/duties.ts';
import { findPoll, type OwnPoll, preparePoll, seeOwnPoll, seeStanding } from './operations/look.ts';
import { answerPoll, chooseDate, createPoll, dropPoll, openPoll, recordForPoll, undoPoll } from './operations/poll.ts';
import type { DatePollId, OptionId } from './types.ts';
import * as buttons from './views/buttons.ts';
import * as cards from './views/cards.ts';
import * as forms from './views/forms.ts';
import * as recording from './views/record-form.ts';
import * as standing from './views/standing.ts';

export const pollInteractions: readonly Interaction[] = [
  onPress(buttons.pollsButton, async (call, { committee }) => showPolls(call, asId(committee))),
  onPress(buttons.createPollButton, async (call, { committee }) => openPollForm(call, asId(committee))),

  onSubmit(forms.pollForm, async (call, { committee }, values) => {
    const { title, place, minutes, closes } = values;
    const lists = (values.lists ?? []).map((list) => asId<never>(list));
    const form = { title, place, minutes: Number(minutes), closes, lists, dates: forms.datesOf(values) };
    const created = await createPoll(call, { committee: asId(committee), form });
    return created.ok ? showPrepared(call, created.value) : refusal(call, created);
  }),

  onPress(buttons.openPollButton, async (call, { poll }) => {
    const opened = await openPoll(call, asId(poll));
    return opened.ok ? replaceCard(cards.openedMessage(textsOf(call), opened.value)) : said(call, opened);
  }),

  onPress(buttons.undoPollButton, async (call, { poll, batch }) => {
    const undone = await undoPoll(call, { poll: asId(poll), batch });
    return undone.ok ? showPrepared(call, undone.value) : said(call, undone);
  }),

  onPress(buttons.answerPollButton, async (call, { poll, option, answer }) => {
    const given = await answerPoll(call, { poll: asId(poll), option: asId(option), answer });
    if (!given.ok) return said(call, given);
    return showOwn(call, asId(poll), true);
  }),

  onPress(buttons.ownPollButton, async (call, { poll }) => showOwn(call, asId(poll), false)),
  onPress(buttons.standingButton, async (call, { poll }) => showStanding(call, asId(poll))),

  onPress(buttons.datesButton, async (call, { poll }) => {
    const seen = await seeStanding(call, asId(poll));
    if (!seen.ok) return said(call, seen);
    const { committee, members } = seen.value;
    const told = members.filter(({ hasAccount }) => hasAccount).length;
    return openForm(
      forms.datesView(texts(call.locale, committee.zone, call.speech), {
        poll: seen.value.poll,
        zone: committee.zone,
        told,
      }),
    );
  }),

  onSubmit(forms.datesForm, async (call, { poll }, values) => {
    const drop = (values.drop ?? []).map((option) => asId<OptionId>(option));
    const changed = await changeDates(call, { poll: asId(poll), add: forms.datesOf(values), drop });
    return changed.ok ? show(cards.openedMessage(textsOf(call), changed.value)) : refusal(call, changed);
  }),

  onPress(buttons.correctPollButton, async (call, { poll }) => {
    const seen = await seeStanding(call, asId(poll));
    if (!seen.ok) return said(call, seen);
    const told = seen.value.members.filter(({ hasAccount }) => hasAccount).length;
    return openForm(forms.correctView(textsOf(call), { poll: seen.value.poll, told }));
  }),

  onSubmit(forms.correctForm, async (call, { poll }, { title, place }) => {
    const corrected = await correctPoll(call, { poll: asId(poll), title: title ?? '', place: place ?? '' });
    return corrected.ok ? show(cards.openedMessage(textsOf(call), corrected.value)) : refusal(call, corrected);
  }),

  onPress(buttons.recordPollButton, async (call, { poll }) => {
    const seen = await seeStanding(call, asId(poll));
    return seen.ok ? openForm(recording.recordPollView(textsOf(call), seen.value.poll)) : said(call, seen);
  }),

  onSubmit(
    recording.recordPollForm,
    async (call, state, values) => {
      const poll = asId<DatePollId>(state.poll);
      const found = await findPoll(call, poll);
      if (!found.ok) return said(call, found);
      const given = recording.givenIn(values, found.value.poll);
      const via = { kind: values.via, reference: null, dated: null };
      const recorded = await recordForPoll(call, { poll, person: asId(values.person), given, via });
      return recorded.ok ? showStanding(call, poll) : refusal(call, recorded);
    },
    {
      async options(call, { state, typed }) {
        const seen = await seeStanding(call, asId(state.poll));
        if (!seen.ok) return [];
        const wanted = typed.trim().toLowerCase();
        return seen.value.members
          .filter(({ fullName }) => fullName.toLowerCase().includes(wanted))
          .slice(0, 100)
          .map(({ person, fullName, post }) => ({
            value: person,
            label: fullName.slice(0, 75),
            ...(post ? { note: post.slice(0, 75) } : {}),
          }));
      },
    },
  ),

  onPress(buttons.chooseButton, async (call, { poll, option }) => {
    const chosen = await chooseDate(call, { poll: asId(poll), option: asId(option) });
    return chosen.ok ? showPreview(call, chosen.value) : said(call, chosen);
  }),

  onPress(buttons.dropPollButton, async (call, { poll }) => {
    const dropped = await dropPoll(call, asId(poll));
    return dropped.ok ? replaceCard(sentence(textsOf(call)('polls.dropped'))) : said(call, dropped);
  }),
];

/** Where the command begins: the polls that wait, and the way to a new one. */
export async function showPolls(call: Call, committee: CommitteeId): Promise<Reply> {
  const prepared = await preparePoll(call, committee);
  if (!prepared.ok) return said(call, prepared);
  if (prepared.value.polls.length === 0) return openPollForm(call, committee);
  return show(standing.pollListMessage(textsOf(call), prepared.value.committee, prepared.value.polls));
}

export async function openPollForm(call: Call, committee: CommitteeId, title = ''): Promise<Reply> {
  const prepared = await preparePoll(call, committee);
  return prepared.ok ? openForm(forms.pollView(textsOf(call), { ...prepared.value, title })) : said(call, prepared);
}

async function showPrepared(call: Call, id: DatePollId): Promise<Reply> {
  const seen = await seeStanding(call, id);
  if (!seen.ok) return said(call, seen);
  const { poll, members, committee } = seen.value;
  const without = members.filter(({ hasAccount }) => !hasAccount).map(({ fullName }) => fullName);
  const to = { committeeName: committee.name, inChat: members.length - without.length, without };
  return show(cards.preparedMessage(textsOf(call), poll, to));
}

async function showOwn(call: Call, id: DatePollId, isInPlace: boolean): Promise<Reply> {
  const seen = await seeOwnPoll(call, id);
  if (!seen.ok) return said(call, seen);
  const message = ownCard(call, seen.value);
  return isInPlace ? replaceCard(message) : show(message);
}

function ownCard(act: Act, { poll, own, committee }: OwnPoll, isCorrection = false): Message {
  const committeeName = committee.name;
  return cards.askedMessage(textsOf(act), { poll, own, committeeName, isCorrection, now: act.now });
}

async function showStanding(call: Call, id: DatePollId): Promise<Reply> {
  const seen = await seeStanding(call, id);
  if (!seen.ok) return said(call, seen);
  if (seen.value.poll.state === 'prepared') return showPrepared(call, id);
  return show(standing.standingMessage(textsOf(call), seen.value));
}

export const pollCards: Renderers = {
  'polls.asked': async (context) => {
    const { act, isRedraw } = context;
    const seen = await seeOwnPoll(act, pollIn(context));
    if (!seen.ok || !seen.value.isAsked) return null;
    if (seen.value.poll.state !== 'open' && !isRedraw) return null;
    return ownCard(act, seen.value, context.ids.corrected !== undefined);
  },

  'polls.closed': async (context) => {
    const seen = await seeOwnPoll(context.act, pollIn(context));
    if (!seen.ok || !seen.value.maySchedule) return null;
    return cards.closedMessage(textsOf(context.act), seen.value.poll, seen.value.committee.name);
  },
};

export const pollDuties: Duties = {
  ...duties,
  async titles(act, ids) {
    const t = textsOf(act);
    return new Map((await pollsNamed(act, ids)).map(({ id }) => [id, t('polls.listed')]));
  },
};

function pollIn({ ids }: RenderContext): DatePollId {
  return asId(ids.poll ?? '');
}
