/** From the preview or the card of whoever schedules: how secret the conference is. */
import { refusal, said, textsOf } from '../../../answers.ts';
import { openForm, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type ConferenceId } from '../../../kernel/ids.ts';
import { seeAccepted } from '../../classification/operations/accepted.ts';
import { classifyConference } from '../operations/classify.ts';
import { findSeen } from '../operations/look.ts';
import { classifyButton } from '../views/buttons.ts';
import { classifyForm, classifyView } from '../views/classify.ts';
import { classifiedMessage } from '../views/menu.ts';

export const classifyInteractions: readonly Interaction[] = [
  onPress(classifyButton, async (call, { conference }) => {
    const found = await findSeen(call, asId<ConferenceId>(conference));
    if (!found.ok) return said(call, found);
    return openForm(classifyView(textsOf(call), found.value.conference, (await seeAccepted(call)).level));
  }),

  onSubmit(classifyForm, async (call, { conference, version }, { level, reason, decision }) => {
    const said = { level, reason: reason ?? '', decision: decision ?? null };
    const at = { conference: asId<ConferenceId>(conference), version: Number(version) };
    const classified = await classifyConference(call, { ...at, ...said });
    return classified.ok ? show(classifiedMessage(textsOf(call), conference, level)) : refusal(call, classified);
  }),
];
