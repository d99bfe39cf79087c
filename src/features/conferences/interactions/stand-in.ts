/** What happens when a deputy answers for somebody who is away. */
import { refusal, said, textsOf } from '../../../answers.ts';
import { openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import type { Message } from '../../../chat/message.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import type { Act } from '../../../kernel/act.ts';
import { asId, type ConferenceId, type PersonId } from '../../../kernel/ids.ts';
import { findSeen } from '../operations/look.ts';
import { answerForAbsent, type StandingIn, seeStandingIn, standInCard } from '../operations/stand-in.ts';
import * as views from '../views/stand-in.ts';
import { cardOf, registerOptions } from './shared.ts';

export const standInInteractions: readonly Interaction[] = [
  onPress(views.standInButton, async (call, { conference, person }) => {
    const seen = await seeStandingIn(call, asId(conference), asId(person));
    if (!seen.ok) return said(call, seen);
    if (seen.value.isOver) return show(await messageOf(call, seen.value, asId(person)));
    const { revision, fullName: name, offered } = seen.value;
    const parts = { conference, person, revision: revision.number, name, offered };
    return openForm(views.standInView(textsOf(call), parts));
  }),

  onSubmit(
    views.standInForm,
    async (call, { conference, revision, person }, { answer, reason, delegate }): Promise<Reply> => {
      const onBehalfOf: PersonId = asId(person);
      const outcome = await answerForAbsent(call, {
        ...{ conference: asId<ConferenceId>(conference), revision: Number(revision), onBehalfOf },
        ...{ answer, reason, delegate: delegate ? asId<PersonId>(delegate) : null },
      });
      if (!outcome.ok) return refusal(call, outcome);
      const seen = await seeStandingIn(call, asId(conference), onBehalfOf);
      return seen.ok ? show(await messageOf(call, seen.value, onBehalfOf)) : said(call, seen);
    },
    {
      async options(call, { state, typed }) {
        const found = await findSeen(call, asId(state.conference));
        return found.ok ? registerOptions(call, found.value.committee.id, typed) : [];
      },
    },
  ),
];

export const standInCards: Renderers = {
  [standInCard]: async ({ act, ids, isRedraw }) => {
    const person: PersonId = asId(ids.for ?? '');
    const seen = await seeStandingIn(act, asId(ids.conference ?? ''), person);
    if (!seen.ok || (seen.value.isOver && !isRedraw)) return null;
    return messageOf(act, seen.value, person);
  },
};

async function messageOf(act: Act, seen: StandingIn, person: PersonId): Promise<Message> {
  const { invitation, fullName: name, reply, isOver } = seen;
  return views.standInMessage(textsOf(act), await cardOf(act, invitation), { name, person, reply, isOver });
}
