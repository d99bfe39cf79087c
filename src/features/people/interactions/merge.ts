/** What happens when two entries of the register are merged: choose, look, confirm. */
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import type { Option } from '../../../chat/form.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { browseRegister } from '../operations/find.ts';
import { mergePeople, previewMerge } from '../operations/merge.ts';
import type { MergePair } from '../types.ts';
import * as views from '../views/merge.ts';
import { describePerson, mergeFormButton } from '../views/register.ts';
import { refusal, textsOf, today } from './answers.ts';

/** `holders`: every table that names a person (src/held-people.ts). */
export function mergeInteractions(holders: readonly HoldsPeople[]): readonly Interaction[] {
  return [
    onPress(mergeFormButton, async (call, { committee }) => openForm(views.mergeView(textsOf(call), asId(committee)))),

    onSubmit(
      views.mergeForm,
      async (call, { committee }, { stays, goes }) =>
        preview(call, asId(committee), { stays: asId(stays), goes: asId(goes) }, holders),
      { options: (call, { state, typed }) => entries(call, asId(state.committee), typed) },
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

/** Two of one name are told apart by what stands beside it. */
async function entries(call: Call, committee: CommitteeId, typed: string): Promise<readonly Option[]> {
  if (typed.trim() === '') return [];
  const found = await browseRegister(call, { committee, typed, page: 1, size: 20 });
  if (!found.ok) return [];
  const t = textsOf(call);
  return found.value.people.map((person) => {
    const note = [describePerson(t, person), person.hasAccount ? t('people.merge.hasAccount') : ''];
    return {
      value: person.id,
      label: person.fullName.slice(0, 75),
      note: note.filter(Boolean).join(' · ').slice(0, 75),
    };
  });
}
