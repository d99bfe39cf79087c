/** What the interactions of conferences share: words, refusals, and a conference turned into its card. */
import { textsOf } from '../../../answers.ts';
import type { Call } from '../../../chat/call.ts';
import type { Option } from '../../../chat/form.ts';
import type { Message } from '../../../chat/message.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, ConferenceId } from '../../../kernel/ids.ts';
import { searchRegister } from '../../people/operations/find.ts';
import { ownPresence } from '../../sittings/operations/look.ts';
import { type AgendaList, agendaLists } from '../operations/agenda-lists.ts';
import { offeredAnswers } from '../operations/answer.ts';
import { quorumRuleOf } from '../operations/forecast.ts';
import { type Invitation, seeInvitation } from '../operations/look.ts';
import type { Content } from '../types.ts';
import { type InvitationCard, invitationMessage } from '../views/invitation.ts';

/** The lists of the agenda that the reader may see; asked for only when the agenda carries one. */
export async function listsOf(
  act: Act,
  committee: CommitteeId,
  content: Pick<Content, 'agenda'>,
): Promise<readonly AgendaList[]> {
  return content.agenda.some(({ list }) => list !== null) ? agendaLists(act, committee) : [];
}

export async function cardOf(
  act: Act,
  seen: Omit<Invitation, 'summonedCount'>,
  more: { readonly isSentAgain?: boolean; readonly tells?: string } = {},
): Promise<InvitationCard> {
  const { committee, conference, revision, before } = seen;
  const { tells = '' } = more;
  return {
    conference: conference.id,
    committeeName: committee.name,
    zone: committee.zone,
    revision,
    chairName: seen.chairName,
    lists: await listsOf(act, committee.id, revision),
    own: seen.own,
    reply: seen.reply,
    offered: offeredAnswers(revision),
    tells,
    before: before && tells === String(revision.number) ? { revision: before, chairName: seen.beforeChairName } : null,
    isCancelled: seen.isCancelled,
    cancelReason: conference.cancelReason,
    isSentAgain: more.isSentAgain ?? false,
    presence: await ownPresence(act, conference.id),
    rule: quorumRuleOf(revision),
    now: act.now,
  };
}

/** The reader's own invitation as it stands now. */
export async function ownCardMessage(act: Act, conference: ConferenceId, tells: string): Promise<Message | null> {
  const seen = await seeInvitation(act, conference);
  return seen.ok ? invitationMessage(textsOf(act), await cardOf(act, seen.value, { tells })) : null;
}

/** People of the register for a search field; nothing before something is typed. */
export async function registerOptions(call: Call, committee: CommitteeId, typed: string): Promise<readonly Option[]> {
  if (typed.trim() === '') return [];
  const people = await searchRegister(call, { committee, typed, limit: 20 });
  return people.map((person) => {
    const posts = [person.partyPost, person.statePost, person.unit].filter(Boolean).join(', ');
    return { value: person.id, label: person.fullName.slice(0, 75), ...(posts ? { note: posts.slice(0, 75) } : {}) };
  });
}

export function summonedOption(one: { person: string; fullName: string; post: string | null }): Option {
  return {
    value: one.person,
    label: one.fullName.slice(0, 75),
    ...(one.post ? { note: one.post.slice(0, 75) } : {}),
  };
}
