/** The way from a form over the preview to what is sent, and back by undo. */
import { refusal, said, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { texts } from '../../../i18n/texts.ts';
import { asId, type CommitteeId, type ConferenceId } from '../../../kernel/ids.ts';
import { speechOf } from '../../../kernel/speech.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { openPoints } from '../../sittings/operations/open-points.ts';
import { announce } from '../operations/announce.ts';
import { cancelConference } from '../operations/cancel.ts';
import { changeSummoned, discardDraft, draftChange, draftConference } from '../operations/draft.ts';
import { findSeen } from '../operations/look.ts';
import { prepareChange, prepareSchedule, searchSummoned } from '../operations/prepare.ts';
import { previewAnnouncement } from '../operations/preview.ts';
import { undoAnnouncement } from '../operations/undo.ts';
import * as buttons from '../views/buttons.ts';
import { cancelForm, cancelView, contentForm, contentView, summonedForm, summonedView } from '../views/forms.ts';
import { carriedItem, openPointText } from '../views/open-points.ts';
import { announcedMessage, discardedMessage, previewMessage, undoneMessage } from '../views/preview.ts';
import { listsOf, registerOptions, summonedOption } from './shared.ts';

export const scheduleInteractions: readonly Interaction[] = [
  onPress(buttons.scheduleButton, async (call, { committee }) => openSchedule(call, asId(committee))),
  onPress(buttons.changeButton, async (call, { conference }) => openChange(call, asId(conference))),
  onPress(buttons.addOrTakeOffButton, async (call, { conference }) => openSummoned(call, asId(conference))),
  onPress(buttons.cancelButton, async (call, { conference }) => openCancel(call, asId(conference))),
  onPress(buttons.previewButton, async (call, { conference }) => showPreview(call, asId(conference))),

  onSubmit(
    contentForm,
    async (call, state, values) => {
      const form = {
        ...values,
        minutes: Number(values.minutes),
        chair: asId<never>(values.chair),
        agenda: values.agenda === undefined ? null : (values.agenda ?? ''),
        lists: values.agenda === undefined ? null : (values.lists ?? []).map((list) => asId<never>(list)),
        replyBy: values.replyBy ?? null,
        asksAgain: (values.again ?? []).length > 0,
      };
      const drafted =
        state.conference === null
          ? await draftConference(call, {
              committee: asId(state.committee),
              form,
              carried: await carriedBy(call, asId(state.committee), values.open ?? []),
            })
          : await draftChange(call, { conference: asId(state.conference), version: Number(state.version), form });
      return drafted.ok ? showPreview(call, drafted.value) : refusal(call, drafted);
    },
    {
      async options(call, { state, typed }) {
        const prepared = await prepareSchedule(call, asId(state.committee));
        if (!prepared.ok) return [];
        const wanted = typed.trim().toLowerCase();
        const members = prepared.value.members.filter((one) => one.fullName.toLowerCase().includes(wanted));
        return members.slice(0, 20).map(summonedOption);
      },
    },
  ),

  onSubmit(
    summonedForm,
    async (call, { conference, version }, values) => {
      const changed = await changeSummoned(call, {
        conference: asId(conference),
        version: Number(version),
        add: (values.add ?? []).map((person) => asId<never>(person)),
        guests: (values.guests ?? []).map((person) => asId<never>(person)),
        remove: (values.remove ?? []).map((person) => asId<never>(person)),
      });
      return changed.ok ? showPreview(call, changed.value) : refusal(call, changed);
    },
    {
      async options(call, { state, field, typed }) {
        if (field !== 'remove') return registerOptions(call, asId(state.committee), typed);
        const people = await searchSummoned(call, { conference: asId(state.conference), typed, limit: 100 });
        return people.map(summonedOption);
      },
    },
  ),

  onPress(buttons.sendButton, async (call, { conference, version }) => {
    const sent = await announce(call, { conference: asId(conference), version: Number(version) });
    return sent.ok ? replaceCard(announcedMessage(textsOf(call), sent.value)) : said(call, sent);
  }),

  onSubmit(cancelForm, async (call, { conference, version }, { reason }) => {
    const sent = await cancelConference(call, { conference: asId(conference), version: Number(version), reason });
    return sent.ok ? show(announcedMessage(textsOf(call), sent.value)) : refusal(call, sent);
  }),

  onPress(buttons.undoButton, async (call, { conference, batch }) => {
    const undone = await undoAnnouncement(call, { conference: asId(conference), batch });
    return undone.ok ? replaceCard(undoneMessage(textsOf(call), conference, undone.value.act)) : said(call, undone);
  }),

  onPress(buttons.discardButton, async (call, { conference, version }) => {
    const found = await findSeen(call, asId(conference));
    const dropped = await discardDraft(call, { conference: asId(conference), version: Number(version) });
    if (!dropped.ok) return said(call, dropped);
    const committee = found.ok ? found.value.committee.id : '';
    return replaceCard(discardedMessage(textsOf(call), committee, dropped.value.isWhole));
  }),
];

export async function openSchedule(call: Call, committee: CommitteeId, title = ''): Promise<Reply> {
  const prepared = await prepareSchedule(call, committee);
  if (!prepared.ok) return said(call, prepared);
  const { members } = prepared.value;
  const chair = members.find((member) => member.roles.includes('chair'))?.person ?? null;
  const lists = prepared.value.lists;
  const t = textsOf(call);
  const open = (await openPoints(call, committee)).slice(0, openShown).map((point) => ({
    value: point.id,
    label: openPointText(t, point, lists).slice(0, 75),
  }));
  const parts = { ...prepared.value, chair, open, content: null, conference: null, asksAgain: null };
  return openForm(contentView(t, { ...parts, title, now: call.now }));
}

/** What Slack offers in one menu. */
const openShown = 100;

/** Those of the open points that were left chosen, as items of the agenda in the committee's language. */
async function carriedBy(call: Call, committee: CommitteeId, chosen: readonly string[]) {
  if (chosen.length === 0) return [];
  const points = (await openPoints(call, committee)).filter(({ id }) => chosen.includes(id));
  const header = await committeeHeader(call, committee);
  const t = header ? texts(header.locale, header.zone, speechOf(header.profile)) : textsOf(call);
  return points.map((point) => carriedItem(t, point));
}

export async function openChange(call: Call, conference: ConferenceId): Promise<Reply> {
  const prepared = await prepareChange(call, conference);
  if (!prepared.ok) return said(call, prepared);
  const parts = { ...prepared.value, chair: null, open: [], title: '', now: call.now };
  return openForm(contentView(textsOf(call), parts));
}

export async function openSummoned(call: Call, conference: ConferenceId): Promise<Reply> {
  const prepared = await prepareChange(call, conference);
  if (!prepared.ok) return said(call, prepared);
  const { committee, summoned } = prepared.value;
  const parts = { committee: committee.id, conference: prepared.value.conference, count: summoned.length };
  return openForm(summonedView(textsOf(call), parts));
}

export async function openCancel(call: Call, conference: ConferenceId): Promise<Reply> {
  const prepared = await prepareChange(call, conference);
  if (!prepared.ok) return said(call, prepared);
  const { content, summoned } = prepared.value;
  const count = summoned.filter(({ isReachable }) => isReachable).length;
  const parts = { conference: prepared.value.conference, content, count };
  return openForm(cancelView(textsOf(call), parts));
}

export async function showPreview(call: Call, conference: ConferenceId): Promise<Reply> {
  const preview = await previewAnnouncement(call, conference);
  if (!preview.ok) return said(call, preview);
  const { committee, draft } = preview.value;
  const forChannel = texts(committee.locale, committee.zone, speechOf(committee.profile));
  const lists = await listsOf(call, committee.id, draft);
  return show(previewMessage(textsOf(call), forChannel, { ...preview.value, lists, now: call.now }));
}
