/** What happens when two entries of the register are merged: choose, look, confirm. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { mergePeople, previewMerge } from '../operations/merge.ts';
import type { MergePair } from '../types.ts';
import * as views from '../views/merge.ts';
import { mergeFormButton } from '../views/register.ts';
import { registerOptions } from './options.ts';
import { today } from './today.ts';

/** `holders`: every table that names a person (src/held-people.ts). */
export function mergeInteractions(holders: readonly HoldsPeople[]): readonly Interaction[] {
  return [
    onPress(mergeFormButton, async (call, { committee }) => openForm(views.mergeView(textsOf(call), asId(committee)))),

    onSubmit(
      views.mergeForm,
      async (call, { committee }, { stays, goes }) =>
        preview(call, asId(committee), { stays: asId(stays), goes: asId(goes) }, holders),
      { options: (call, { state, typed }) => registerOptions(call, asId(state.committee), typed) },
    ),

    onPress(views.swapButton, async (call, { committee, stays, goes }) => {
      const pair = { stays: asId(stays), goes: asId(goes) } as MergePair;
      const seen = await preview(call, asId(committee), pair, holders);
      return seen.kind === 'show' ? replaceCard(seen.message) : seen;
    }),

    onPress(views.mergeButton, async (call, { committee, stays, goes, versions }) => {
      const merged = await mergePeople(
        call,
        { committee: asId(committee), stays: asId(stays), goes: asId(goes), versions },
        holders,
      );
      if (!merged.ok) return refusal(call, merged);
      return replaceCard(views.mergedMessage(textsOf(call), asId(committee), merged.value.fullName));
    }),
  ];
}

async function preview(
  call: Call,
  committee: CommitteeId,
  pair: MergePair,
  holders: readonly HoldsPeople[],
): Promise<Reply> {
  const seen = await previewMerge(call, { committee, ...pair }, holders);
  if (!seen.ok) return refusal(call, seen);
  return show(views.previewMessage(textsOf(call), committee, seen.value, today(call)));
}
