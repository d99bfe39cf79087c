/** What the committee secretary presses when the list under a review must change: why, preview, confirm, undo. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { applyListChange, prepareListChange, undoListChange } from '../operations/change-list.ts';
import { seeProgress } from '../operations/look.ts';
import type { ListChangeId } from '../types/nouns.ts';
import * as buttons from '../views/buttons.ts';
import * as views from '../views/list-change.ts';

export const listChangeInteractions: readonly Interaction[] = [
  onPress(buttons.listChangeButton, async (call: Call, { round }) => {
    const found = await seeProgress(call, asId<ReviewRoundId>(round));
    return found.ok ? openForm(views.listChangeView(textsOf(call), found.value.round)) : refusal(call, found);
  }),

  onSubmit(views.listChangeForm, async (call, { round }, { why }) => {
    const prepared = await prepareListChange(call, { round: asId<ReviewRoundId>(round), why: why ?? '' });
    return prepared.ok ? show(views.listChangePreview(textsOf(call), prepared.value)) : refusal(call, prepared);
  }),

  onPress(buttons.applyListChangeButton, async (call, { change }) => {
    const applied = await applyListChange(call, asId<ListChangeId>(change));
    return applied.ok ? replaceCard(views.listChangedMessage(textsOf(call), applied.value)) : refusal(call, applied);
  }),

  onPress(buttons.undoListChangeButton, async (call, { change }) => {
    const undone = await undoListChange(call, asId<ListChangeId>(change));
    return undone.ok ? replaceCard(sentence(textsOf(call)('listChange.undone'))) : refusal(call, undone);
  }),
];
