/** What happens when the buttons and forms of a committee are used. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import type { ChannelAccount } from '../../../chat/platform.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import { type Texts, texts } from '../../../i18n/texts.ts';
import { asId, type CommitteeId, type MembershipId } from '../../../kernel/ids.ts';
import { plain } from '../../../kernel/rich.ts';
import { speechOf } from '../../../kernel/speech.ts';
import { offerAccounts, takeInAccounts } from '../../workspaces/operations/accounts.ts';
import type { AccountSource } from '../../workspaces/types.ts';
import { committeeHeader, seeCommittee } from '../operations/look.ts';
import { addNewPerson, changeMembership, takeOverAccounts } from '../operations/members.ts';
import { appointClerk, cardKinds, confirmCommittee, seeAsAdmin, setUpCommittee } from '../operations/set-up.ts';
import { changeSettings } from '../operations/settings.ts';
import type { Committee, Membership } from '../types.ts';
import * as cards from '../views/cards.ts';
import * as forms from '../views/forms.ts';
import { leftOutLine } from '../views/left-out.ts';
import { calendarInteractions } from './calendar.ts';

export interface CommitteeSources {
  readonly accounts: AccountSource;
  /** Everybody in a channel but the bot itself; null when it is not in it. */
  readonly channelAccounts: (team: string, channel: string) => Promise<readonly ChannelAccount[] | null>;
}

export function committeeInteractions(sources: CommitteeSources): readonly Interaction[] {
  return [
    onPress(cards.setUpButton, async (call) => openSetUp(call)),

    onSubmit(forms.setUpForm, async (call, { channel }, values) => {
      const { name, profile, language, zone } = values;
      const outcome = await setUpCommittee(call, { channel, name, profile, locale: language, zone });
      if (!outcome.ok) return refusal(call, outcome);
      return show(cards.setUpDoneMessage(textsOf(call), outcome.value));
    }),

    onPress(cards.confirmButton, async (call, { committee }) => {
      const outcome = await confirmCommittee(call, asId(committee));
      if (!outcome.ok) return refusal(call, outcome);
      return replaceCard(cards.confirmedMessage(textsOf(call), outcome.value));
    }),

    onPress(cards.openButton, async (call, { committee }) => showCommittee(call, asId(committee))),

    onPress(cards.membersButton, async (call, { committee }) => openMembers(call, asId(committee))),

    onPress(cards.takeOverButton, async (call, { committee }) =>
      withCommittee(call, asId(committee), async (found) => {
        const there = found.committee.channel
          ? await sources.channelAccounts(call.team, found.committee.channel).catch(() => null)
          : null;
        const members = found.members.map(({ person }) => person);
        const { offered, leftOut } = await offerAccounts(call, there ?? [], members);
        return openForm(forms.takeOverView(textsOf(call), found.committee, there && { offered, leftOut }));
      }),
    ),

    onSubmit(forms.takeOverForm, async (call, { committee }, { users }) => {
      const team = { platform: call.platform, id: call.team };
      const { members, outsiders, leftOut } = await takeInAccounts(call, sources.accounts, team, users ?? []);
      const outcome = await takeOverAccounts(call, asId(committee), members);
      if (!outcome.ok) return refusal(call, outcome);
      return withCommittee(call, asId(committee), (found) =>
        show(cards.takenOverMessage(textsOf(call), found.committee, { ...outcome.value, outsiders, leftOut })),
      );
    }),

    onPress(cards.addButton, async (call, { committee }) =>
      withCommittee(call, asId(committee), (found) => openForm(forms.memberView(textsOf(call), found.committee, null))),
    ),

    onPress(cards.memberButton, async (call, { committee, membership }) =>
      withCommittee(call, asId(committee), (found) => {
        const member = found.members.find(({ id }) => id === membership);
        const t = textsOf(call);
        if (!member) return show(sentence(t('committees.refusals.membership-gone')));
        return openForm(forms.memberView(t, found.committee, member));
      }),
    ),

    onSubmit(forms.memberForm, async (call, state, values) => {
      const committee: CommitteeId = asId(state.committee);
      const standing = {
        roles: values.roles ?? [],
        votes: (values.votes ?? []).includes('yes'),
        post: values.post,
      };
      if (state.membership === null)
        return addWithoutAccount(call, committee, values.name ?? '', standing, values.rank);
      const ends = (values.end ?? []).includes('yes');
      const rank = Number(values.rank ?? 1);
      const id: MembershipId = asId(state.membership);
      const outcome = await changeMembership(call, committee, id, ends ? null : { ...standing, rank });
      if (!outcome.ok) return refusal(call, outcome);
      const key = ends ? 'committees.member.ended' : 'committees.member.changed';
      return saidOf(textsOf(call), committee, key, outcome.value.fullName);
    }),

    onPress(cards.settingsButton, async (call, { committee }) => openSettings(call, asId(committee))),

    onSubmit(forms.settingsForm, async (call, state, values) => {
      const outcome = await changeSettings(call, asId(state.committee), {
        name: values.name,
        locale: values.language,
        zone: values.zone,
        version: state.version,
        settings: {
          workingWeekdays: values.weekdays.map(Number),
          endOfDay: values.endOfDay,
        },
      });
      if (!outcome.ok) return refusal(call, outcome);
      return show(sentence(textsOf(call)('committees.settings.done')));
    }),

    ...calendarInteractions,

    onPress(cards.clerkButton, async (call, { committee }) => {
      const found = await seeAsAdmin(call, asId(committee));
      if (!found.ok) return refusal(call, found);
      return openForm(forms.clerkView(textsOf(call), found.value.committee, found.value.clerks));
    }),

    onSubmit(forms.clerkForm, async (call, state, { account, instead }) => {
      const team = { platform: call.platform, id: call.team };
      const { members, leftOut } = await takeInAccounts(call, sources.accounts, team, [account]);
      const t = textsOf(call);
      const [chosen] = members;
      if (!chosen)
        return { kind: 'field-errors', errors: { account: t.list(leftOut.map((one) => plain(leftOutLine(t, one)))) } };
      const outcome = await appointClerk(call, asId(state.committee), chosen, (instead ?? []).includes('yes'));
      return outcome.ok ? show(sentence(t('committees.clerk.done'))) : refusal(call, outcome);
    }),
  ];
}

/** The set-up form, where a committee can work: in a channel of the own organisation. */
export async function openSetUp(call: Call): Promise<Reply> {
  const t = textsOf(call);
  if (call.channel?.kind !== 'channel') return show(sentence(t('committees.setUp.notInDirect')));
  if (call.channel.isShared) return show(sentence(t('committees.setUp.shared')));
  return openForm(forms.setUpView(t, call.channel.id, call.zone));
}

export async function showCommittee(call: Call, committee: CommitteeId): Promise<Reply> {
  const seen = await seeCommittee(call, committee);
  if (!seen.ok && call.isWorkspaceAdmin) {
    const asAdmin = await seeAsAdmin(call, committee);
    if (asAdmin.ok) return show(cards.adminMessage(textsOf(call), asAdmin.value.committee, asAdmin.value.clerks));
  }
  return withCommittee(call, committee, (found) => {
    const may = { manage: isClerk(call, found.members), appointClerk: call.isWorkspaceAdmin };
    return show(cards.committeeMessage(textsOf(call), found.committee, found.members, may));
  });
}

export async function openMembers(call: Call, committee: CommitteeId): Promise<Reply> {
  return withCommittee(call, committee, (found) =>
    show(cards.membersMessage(textsOf(call), found.committee, found.members, isClerk(call, found.members))),
  );
}

export async function openSettings(call: Call, committee: CommitteeId): Promise<Reply> {
  return withCommittee(call, committee, (found) => openForm(forms.settingsView(textsOf(call), found.committee)));
}

async function addWithoutAccount(
  call: Call,
  committee: CommitteeId,
  fullName: string,
  standing: Pick<Membership, 'roles' | 'votes' | 'post'>,
  rank: string | null,
): Promise<Reply> {
  const added = await addNewPerson(call, committee, fullName, {
    ...standing,
    rank: rank === null ? null : Number(rank),
  });
  return added.ok ? saidOf(textsOf(call), committee, 'committees.member.added', fullName) : refusal(call, added);
}

async function withCommittee(
  call: Call,
  committee: CommitteeId,
  run: (found: { committee: Committee; members: readonly Membership[] }) => Reply | Promise<Reply>,
): Promise<Reply> {
  const found = await seeCommittee(call, committee);
  return found.ok ? run(found.value) : refusal(call, found);
}

function saidOf(
  t: Texts,
  committee: CommitteeId,
  key: 'committees.member.added' | 'committees.member.changed' | 'committees.member.ended',
  name: string,
): Reply {
  return show({
    summary: t('committees.members.summary'),
    blocks: [
      { kind: 'text', text: t.rich(key, { name }) },
      { kind: 'buttons', buttons: [cards.membersButton.draw(t('committees.card.buttonMembers'), { committee })] },
    ],
  });
}

function isClerk(call: Call, members: readonly Membership[]): boolean {
  return members.some((member) => member.person === call.person && member.roles.includes('clerk'));
}

/** Cards that the committees feature has delivered. */
export const committeeCards: Renderers = {
  /** To the channel: a workspace admin is asked to confirm the first committee secretary. */
  'committees.waiting': async ({ act, ids }) => {
    const committee = await committeeHeader(act, asId(ids.committee ?? ''));
    if (!committee) return null;
    const t = texts(committee.locale, committee.zone, speechOf(committee.profile));
    return committee.isConfirmed ? cards.confirmedMessage(t, committee) : cards.waitingMessage(t, committee);
  },

  [cardKinds.appointed]: async ({ act, ids }) => {
    const committee = await committeeHeader(act, asId(ids.committee ?? ''));
    return committee && cards.appointedMessage(texts(act.locale, act.zone, act.speech), committee);
  },

  [cardKinds.relieved]: async ({ act, ids }) => {
    const committee = await committeeHeader(act, asId(ids.committee ?? ''));
    return committee && cards.relievedMessage(texts(act.locale, act.zone, act.speech), committee);
  },
};
