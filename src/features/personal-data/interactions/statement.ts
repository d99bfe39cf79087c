/** "What do you hold about me": shown, taken away as a file, or handed over by the committee secretary. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, giveFile, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import { dateIn } from '../../../kernel/time.ts';
import { registerOptions } from '../../people/interactions/options.ts';
import { handOverButton } from '../../people/views/register.ts';
import { exportOwnData, handOverData, seeOwnData } from '../operations/statement.ts';
import { handOverForm, handOverView, viaOf } from '../views/hand-over.ts';
import { statementJson } from '../views/json.ts';
import { handedOverMessage, ownStatementMessage, statementText, takeOwnButton } from '../views/statement.ts';

export const statementInteractions: readonly Interaction[] = [
  onPress(takeOwnButton, async (call, { how }) => {
    const taken = await exportOwnData(call);
    if (!taken.ok) return refusal(call, taken);
    const t = textsOf(call);
    const content = how === 'json' ? statementJson(taken.value) : statementText(t, taken.value);
    const date = dateIn(call.zone, call.now);
    const name = t('personalData.fileName', { date, ending: how === 'json' ? 'json' : 'txt' });
    const instead = { summary: t('personalData.title'), blocks: [{ kind: 'copy', text: content } as const] };
    return giveFile({ name, content, sent: sentence(t('common.fileSent', { name })) }, instead);
  }),

  onPress(handOverButton, async (call, { committee }) => openForm(handOverView(textsOf(call), asId(committee)))),

  onSubmit(
    handOverForm,
    async (call, { committee }, { person, ...came }) => {
      const input = { committee: asId<CommitteeId>(committee), person: asId<PersonId>(person), via: viaOf(came) };
      const handed = await handOverData(call, input);
      return handed.ok ? show(handedOverMessage(textsOf(call), handed.value)) : refusal(call, handed);
    },
    { options: (call, { state, typed }) => registerOptions(call, asId(state.committee), typed) },
  ),
];

/** For /quorate. */
export async function openOwnData(call: Call): Promise<Reply> {
  const seen = await seeOwnData(call);
  return seen.ok ? show(ownStatementMessage(textsOf(call), seen.value)) : refusal(call, seen);
}
