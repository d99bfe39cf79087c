/** What the workspace accepts: shown to everybody, changed by a workspace admin. */
import { refusal, textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import { seeAccepted, setAccepted } from './operations/accepted.ts';
import * as views from './views/accepted.ts';

export const classificationInteractions: readonly Interaction[] = [
  onPress(views.changeAcceptedButton, async (call) =>
    call.isWorkspaceAdmin ? openForm(views.acceptedView(textsOf(call), await seeAccepted(call))) : showAccepted(call),
  ),

  onSubmit(views.acceptedForm, async (call, { version }, { level, reason }) => {
    const set = await setAccepted(call, { level, version, reason: reason ?? '' });
    return set.ok ? show(views.acceptedMessage(textsOf(call), set.value, call.isWorkspaceAdmin)) : refusal(call, set);
  }),
];

/** For /quorate. */
export async function showAccepted(call: Call): Promise<Reply> {
  return show(views.acceptedMessage(textsOf(call), await seeAccepted(call), call.isWorkspaceAdmin));
}
